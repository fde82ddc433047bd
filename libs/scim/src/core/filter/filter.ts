import type { Attribute } from '../schema/attribute.js';

export type CompareOperator = 'eq' | 'ne' | 'co' | 'sw' | 'ew' | 'gt' | 'ge' | 'lt' | 'le';

/** A comparison value of the grammar: JSON string, number, boolean or null (RFC 7644 §3.4.2.2). */
export type CompareValue = string | number | boolean | null;

/** `[schema URN:]name[.sub]`, as it was written. */
export interface AttributePath {
  readonly schema?: string;
  readonly name: string;
  readonly sub?: string;
}

/** A filter as text says it; `Path` is `AttributePath` when parsed, `AttributeTarget` once checked against a schema. */
export type Filter<Path = AttributePath> =
  | { readonly kind: 'and'; readonly operands: readonly Filter<Path>[] }
  | { readonly kind: 'or'; readonly operands: readonly Filter<Path>[] }
  | { readonly kind: 'not'; readonly operand: Filter<Path> }
  | { readonly kind: 'present'; readonly path: Path }
  | {
      readonly kind: 'compare';
      readonly path: Path;
      readonly operator: CompareOperator;
      readonly value: CompareValue;
    }
  | { readonly kind: 'has'; readonly path: Path; readonly where: Filter<Path> };

/**
 * An attribute that the resource type really has. `keys` leads to it in a resource's JSON under canonical names, e.g.
 * `['emails', 'value']` or `['urn:…:enterprise:2.0:User', 'department']`; inside `has`, from the element on.
 * `attribute` is the last one of them; `container` the multi-valued attribute on the way or at its end, if there is one.
 */
export interface AttributeTarget {
  readonly keys: readonly string[];
  readonly attribute: Attribute;
  readonly container?: Attribute;
}

/** A filter whose every attribute exists and whose every value has the attribute's type and case. */
export type CheckedFilter = Filter<AttributeTarget>;
