import { ScimError } from '../errors/scim-error.js';
import type { JsonObject } from '../resource/json-object.js';
import type { NoteLeniency } from './leniency.js';

/**
 * Notes a body without `schemas`, and every URN in it that is none of `known`. Google sends SCIM 1.0's beside 2.0's, OneLogin
 * only such, Entra ID a malformed one; and what a body has, its attributes tell.
 * https://github.com/grokability/snipe-it/issues/12642 · https://github.com/goauthentik/authentik/issues/11249
 * https://learn.microsoft.com/entra/identity/app-provisioning/use-scim-to-provision-users-and-groups
 * @throws ScimError `invalidSyntax` when it is neither a list of texts nor one text
 */
export function checkSchemas(body: JsonObject, known: readonly string[], note: NoteLeniency): void {
  const key = Object.keys(body).find((name) => name.toLowerCase() === 'schemas');
  const schemas = key === undefined ? undefined : body[key];
  if (schemas === undefined || schemas === null) {
    note('missing-schemas');
    return;
  }
  const urns: readonly unknown[] = Array.isArray(schemas) ? schemas : [schemas];
  for (const urn of urns) {
    if (typeof urn !== 'string') throw ScimError.invalidSyntax('schemas must be a list of URNs.');
    if (!known.some((one) => one.toLowerCase() === urn.toLowerCase())) note('unknown-schema');
  }
}
