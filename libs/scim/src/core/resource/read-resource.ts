import type { NoteLeniency } from '../dialects/leniency.js';
import { checkSchemas } from '../dialects/schemas.js';
import { ScimError } from '../errors/scim-error.js';
import type { ResourceType } from '../schema/attribute.js';
import { applyChanges } from './apply-changes.js';
import { checkRequired } from './check-required.js';
import { isJsonObject } from './json-object.js';
import { readChanges } from './read-changes.js';
import type { ScimComplex } from './resource.js';

/**
 * The attributes that the body of a POST gives a new resource (RFC 7644 §3.3), under canonical names and in the shape of
 * the schema. Left out are read-only and unknown attributes, `password`, and what is unassigned.
 * @throws ScimError `invalidSyntax` when the body is no object or names an attribute twice, `invalidValue` for a missing
 *   required attribute, values of another type, or what is beyond a limit
 */
export const readResource = (body: unknown, type: ResourceType, note: NoteLeniency): ScimComplex =>
  readOnto({}, body, type, note);

/** Like `readResource`, but what the body says is laid over `base`. */
export function readOnto(base: ScimComplex, body: unknown, type: ResourceType, note: NoteLeniency): ScimComplex {
  if (!isJsonObject(body)) throw ScimError.invalidSyntax(`The body must be one object: the ${type.name}.`);
  checkSchemas(body, [type.schema.id, ...type.extensions.map(({ schema }) => schema.id)], note);
  const attributes = applyChanges(base, readChanges(body, type, note), 'replace', note);
  checkRequired(attributes, type);
  return attributes;
}
