import type { ScimComplex, ScimValue } from './resource.js';

/** Whether two values are the same JSON, whatever the order of their members (RFC 7643 §2.3.8). */
export function isSameValue(one: ScimValue | undefined, other: ScimValue | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (isList(one)) return isList(other) && isSameList(one, other);
  return !isList(other) && isSameComplex(one, other);
}

/** Whether a value is a list: `Array.isArray` does not tell a readonly one from an object. */
export const isList = (value: ScimValue | undefined): value is readonly ScimValue[] => Array.isArray(value);

const isSameList = (one: readonly ScimValue[], other: readonly ScimValue[]) =>
  one.length === other.length && one.every((element, index) => isSameValue(element, other[index]));

function isSameComplex(one: ScimComplex, other: ScimComplex): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSameValue(one[name], other[name]))
  );
}
