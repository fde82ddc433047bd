/**
 * What was tolerated in a request beyond the RFC, noted on its activity entry. Each name is one rule of `core/dialects`
 * or of the place that applies it. A PATCH operation without a path is within the RFC, and noted since strict connections
 * refuse it.
 */
export type Leniency =
  | 'boolean-as-text'
  | 'op-case'
  | 'method-case'
  | 'attribute-case'
  | 'path-less-patch'
  | 'path-less-dotted-key'
  | 'unqualified-extension-attribute'
  | 'remove-with-value'
  | 'created-missing-element'
  | 'manager-shape'
  | 'object-for-array'
  | 'array-for-object'
  | 'json-in-text'
  | 'number-as-text'
  | 'unknown-attribute'
  | 'unknown-schema'
  | 'read-only-attribute'
  | 'missing-schemas'
  | 'empty-operations'
  | 'scim-1-members'
  | 'password-ignored';

/** Where something was tolerated, when not in a body's attributes: in a filter, or in the path of a PATCH. */
export type LeniencyPlace = 'filter' | 'path';

/**
 * Collects the leniencies of one request; a call that notes the same one twice notes it once. It may throw: what is noted
 * is refused then, and nobody may catch that.
 */
export type NoteLeniency = (leniency: Leniency, place?: LeniencyPlace) => void;

/** Notes everything as tolerated there. */
export const notedIn =
  (place: LeniencyPlace, note: NoteLeniency): NoteLeniency =>
  (leniency) =>
    note(leniency, place);
