import { ScimError } from '../errors/scim-error.js';
import type { NoteLeniency } from './leniency.js';

/**
 * The members of a message (a body that is no resource) under the names of the RFC, written in whatever case. Microsoft's
 * public Postman collection capitalises JSON keys as it pleases.
 * https://github.com/python-scim/scim2-server · RFC 7643 §2.1 asks the same for attribute names
 * @throws ScimError `invalidSyntax` for a message that names a member twice
 */
export function readMembers<Name extends string>(
  message: Readonly<Record<string, unknown>>,
  names: readonly Name[],
  note: NoteLeniency,
): Readonly<Partial<Record<Name, unknown>>> {
  const members = new Map<string, unknown>();
  for (const key of Object.keys(message)) {
    const name = names.find((known) => known.toLowerCase() === key.toLowerCase());
    if (name === undefined) continue;
    if (members.has(name)) throw ScimError.invalidSyntax(`The body has ${name} twice, in different case.`);
    if (name !== key) note('attribute-case');
    members.set(name, message[key]);
  }
  return Object.fromEntries(members) as Partial<Record<Name, unknown>>;
}
