/**
 * What was tolerated in a request beyond the RFC, noted on its activity entry. Each name is one rule of `core/dialects`
 * or of the place that applies it.
 */
export type Leniency =
  | 'boolean-as-text'
  | 'op-case'
  | 'attribute-case'
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

/** Collects the leniencies of one request; a call that notes the same one twice notes it once. */
export type NoteLeniency = (leniency: Leniency) => void;
