import { isComplex } from '../filter/is-complex.js';
import type { ScimComplex } from './resource.js';
import { isSameValue } from './same-value.js';

/**
 * The names of the attributes that differ, as RFC 7644 §3.10 writes them (`name.givenName`, `URN:department`); of a list,
 * its own. For logs: it has no values.
 */
export function changedAttributes(before: ScimComplex, after: ScimComplex): readonly string[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((name) => {
    const [old, now] = [before[name], after[name]];
    if (isSameValue(old, now)) return [];
    if (!isComplex(old ?? {}) || !isComplex(now ?? {})) return [name];
    const separator = name.includes(':') ? ':' : '.';
    return changedAttributes(toComplex(old), toComplex(now)).map((inner) => name + separator + inner);
  });
}

const toComplex = (value: ScimComplex[string] | undefined): ScimComplex => (isComplex(value) ? value : {});
