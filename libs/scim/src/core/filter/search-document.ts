import type { ScimComplex, ScimValue } from '../resource/resource.js';
import type { Attribute, AttributeType, ResourceType } from '../schema/attribute.js';
import { canonicalAttribute } from '../schema/canonical-attribute.js';
import { parseDateTime } from '../schema/parse-date-time.js';
import { resourceAttributes } from '../schema/resource-attributes.js';
import { foldText } from './fold-text.js';
import { isComplex } from './is-complex.js';

type ToSearch = (value: ScimValue, attribute: Attribute) => ScimValue | undefined;

/**
 * The copy of a resource that filters look at: what is compared without regard to case is folded, dates are as
 * `parseDateTime` gives them, an element of a list that does not say `primary` says false (RFC 7643 §2.4), `schemas`
 * follows from the attributes. Every value has its attribute's type; whatever is unassigned, unknown or secret is left out.
 */
export function searchDocument(attributes: ScimComplex, type: ResourceType): ScimComplex {
  const document = toSearchObject(attributes, resourceAttributes(type));
  const extensions = type.extensions.map(({ schema }) => schema.id).filter((urn) => document[urn] !== undefined);
  return { ...document, schemas: [type.schema.id, ...extensions].map(foldText) };
}

/** The same copy of one element of a list, or of one complex value: what a filter checked by `checkWhere` looks at. */
export function searchElement(element: ScimValue, attribute: Attribute): ScimComplex {
  const copy = toSearchElement(element, attribute);
  return isComplex(copy) ? copy : {};
}

function toSearchObject(value: ScimComplex, attributes: readonly Attribute[]): ScimComplex {
  const copy: Record<string, ScimValue> = {};
  for (const [key, child] of Object.entries(value)) {
    const attribute = canonicalAttribute(attributes, key);
    if (!attribute || attribute.returned === 'never') continue;
    const found = toSearchValue(child, attribute);
    if (found !== undefined) copy[attribute.name] = found;
  }
  return copy;
}

function toSearchValue(value: ScimValue, attribute: Attribute): ScimValue | undefined {
  if (!attribute.multiValued) return toSearchElement(value, attribute);
  const elements = (isList(value) ? value : [value])
    .map((element) => toSearchElement(element, attribute))
    .filter((element) => element !== undefined);
  return elements.length > 0 ? elements : undefined;
}

const toSearchElement: ToSearch = (value, attribute) => TO_SEARCH[attribute.type](value, attribute);

const toSearchText: ToSearch = (value, { caseExact }) =>
  typeof value === 'string' && value !== '' ? (caseExact ? value : foldText(value)) : undefined;

const toSearchNumber: ToSearch = (value) => (typeof value === 'number' ? value : undefined);

const toSearchComplex: ToSearch = (value, { multiValued, subAttributes = NONE }) => {
  const copy = isComplex(value) ? toSearchObject(value, subAttributes) : {};
  if (Object.keys(copy).length === 0) return undefined;
  return multiValued && canonicalAttribute(subAttributes, 'primary') ? { primary: false, ...copy } : copy;
};

const TO_SEARCH: Readonly<Record<AttributeType, ToSearch>> = {
  string: toSearchText,
  reference: toSearchText,
  binary: toSearchText,
  integer: toSearchNumber,
  decimal: toSearchNumber,
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  dateTime: (value) => (typeof value === 'string' ? parseDateTime(value) : undefined),
  complex: toSearchComplex,
};

const NONE: readonly Attribute[] = [];
const isList = (value: ScimValue): value is readonly ScimValue[] => Array.isArray(value);
