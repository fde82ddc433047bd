import { isJsonObject } from '../resource/json-object.js';
import type { NoteLeniency } from './leniency.js';
import { readMembers } from './message-members.js';

/**
 * OneLogin's sample server takes the PATCH of SCIM 1.1 on Groups, which has the attributes themselves and says of each
 * member whether it goes: `{"members": [{"value": "…", "operation": "delete"}]}`.
 * https://github.com/onelogin/onelogin-scim-node
 * @returns the same as a PatchOp; `body` itself when it is anything else
 */
export function fromScim1Patch(body: unknown, note: NoteLeniency): unknown {
  if (!isJsonObject(body)) return body;
  const { Operations: operations, members, schemas } = readMembers(body, ['Operations', 'members', 'schemas'], note);
  if (operations !== undefined || !Array.isArray(members)) return body;
  note('scim-1-members');
  return {
    schemas,
    Operations: [
      { op: 'replace', value: othersOf(body) },
      { op: 'remove', path: 'members', value: members.filter(isLeaving) },
      { op: 'add', path: 'members', value: members.filter((member) => !isLeaving(member)) },
    ],
  };
}

const KNOWN: ReadonlySet<string> = new Set(['members', 'schemas']);
const othersOf = (body: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !KNOWN.has(name.toLowerCase())));

const isLeaving = (member: unknown) => isJsonObject(member) && member['operation'] === 'delete';
