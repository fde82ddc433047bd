import type { CheckedFilter } from '../filter/filter.js';
import type { Attribute } from '../schema/attribute.js';
import type { ScimComplex, ScimValue } from './resource.js';

/** What a request says about one attribute, already in the shape that the schema asks for. */
export type Change =
  /** It has this value, or none. */
  | { readonly kind: 'value'; readonly attribute: Attribute; readonly value: ScimValue | undefined }
  /** Of one object, these sub-attributes change. */
  | { readonly kind: 'within'; readonly attribute: Attribute; readonly changes: Changes }
  /** Of the elements that match, these sub-attributes change; `seed` is the element that would have matched. */
  | {
      readonly kind: 'elements';
      readonly attribute: Attribute;
      readonly where?: CheckedFilter;
      readonly seed?: ScimComplex;
      readonly changes: Changes;
    }
  /** The elements that match go away. */
  | { readonly kind: 'drop'; readonly attribute: Attribute; readonly where: CheckedFilter }
  /** The elements that these stand for go away. */
  | { readonly kind: 'without'; readonly attribute: Attribute; readonly values: readonly ScimValue[] }
  /** Nothing may change: it already has this value. */
  | { readonly kind: 'same'; readonly attribute: Attribute; readonly value: ScimValue | undefined };

/** At most one change an attribute, by its canonical name. */
export type Changes = ReadonlyMap<string, Change>;

/** Whether `value` is cleared: an object whose `value` is empty means nothing, as in `manager: {"value": ""}`. */
export const isWithoutValue = (changes: Changes): boolean => {
  const value = changes.get('value');
  return value?.kind === 'value' && value.value === undefined;
};
