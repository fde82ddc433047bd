import { isComplex } from '../filter/is-complex.js';
import type { Changes } from '../resource/change.js';
import type { ScimComplex } from '../resource/resource.js';
import type { PatchOperation } from './patch-operation.js';

const ALL_PARTS = ['honorificPrefix', 'givenName', 'middleName', 'familyName', 'honorificSuffix'];
const SHORT_PARTS = ['givenName', 'familyName'];

/**
 * Keeps `name.formatted` true: when it was made of the parts and a PATCH changes those without it, it is made of them again,
 * for both describe one name (RFC 7643 §4.1.1). Entra ID sends the parts alone.
 * @returns `after` itself when there is nothing to do
 */
export function followNameParts(
  before: ScimComplex,
  after: ScimComplex,
  operations: readonly PatchOperation[],
): ScimComplex {
  const [old, now] = [before['name'], after['name']];
  if (old === now || !isComplex(old) || !isComplex(now) || operations.some(givesFormatted)) return after;
  const parts = [SHORT_PARTS, ALL_PARTS].find((names) => join(old, names) === old['formatted']);
  const formatted = parts && join(now, parts);
  return formatted ? { ...after, name: { ...now, formatted } } : after;
}

const join = (name: ScimComplex, parts: readonly string[]) =>
  parts
    .map((part) => name[part])
    .filter((part) => typeof part === 'string')
    .join(' ');

const givesFormatted = ({ changes }: PatchOperation) => {
  const name = changes.get('name');
  return name !== undefined && (name.kind !== 'within' || hasFormatted(name.changes));
};

const hasFormatted = (changes: Changes) => changes.has('formatted');
