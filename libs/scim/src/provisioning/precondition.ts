import type { ScimResource } from '../core/resource/resource.js';
import { ScimError } from '../core/errors/scim-error.js';

/** Checks a resource before it is written. */
export type Precondition = (resource: ScimResource) => void;

/** Met by every version; what a request without `If-Match` has. */
export const ANY_VERSION: Precondition = () => undefined;

const TAG = /^(?:W\/)?"([^"]*)"$/;

/**
 * `If-Match` (RFC 7644 §3.14, RFC 9110 §13.1.1): one of the versions must be the resource's; without the header any is.
 * Our tags are weak, and so is the comparison: a client can only send back what it was given.
 * @throws ScimError 412, from the precondition
 */
export function readIfMatch(header: unknown): Precondition {
  const wanted = readTags(header);
  if (wanted === undefined) return ANY_VERSION;
  return ({ revision }) => {
    if (!wanted.has('*') && !wanted.has(String(revision))) throw ScimError.preconditionFailed();
  };
}

/** `If-None-Match` on a read (RFC 9110 §13.1.2): whether the client has this version already. */
export function isKnownVersion(header: unknown, { revision }: Pick<ScimResource, 'revision'>): boolean {
  const known = readTags(header);
  return known !== undefined && (known.has('*') || known.has(String(revision)));
}

function readTags(header: unknown): ReadonlySet<string> | undefined {
  if (typeof header !== 'string') return undefined;
  return new Set(header.split(',').map((tag) => (tag.trim() === '*' ? '*' : (TAG.exec(tag.trim())?.[1] ?? ''))));
}
