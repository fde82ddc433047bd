import type { NoteLeniency } from '../dialects/leniency.js';
import { isComplex } from '../filter/is-complex.js';
import type { Attribute, ResourceType } from '../schema/attribute.js';
import { resourceAttributes } from '../schema/resource-attributes.js';
import { isExtension } from './change-at.js';
import { readOnto } from './read-resource.js';
import type { ScimComplex, ScimValue } from './resource.js';
import { isSameValue } from './same-value.js';
import { STATUS } from './status.js';

/**
 * The attributes after a PUT with that body (RFC 7644 §3.5.1): what it leaves out is cleared, except for what a client may
 * not write, `active` and `externalId`.
 * @returns `current` itself when nothing changed
 * @throws ScimError as `readResource`, and `mutability` for another value of an immutable attribute
 */
export function replaceResource(
  current: ScimComplex,
  body: unknown,
  type: ResourceType,
  note: NoteLeniency,
): ScimComplex {
  const attributes = resourceAttributes(type);
  const next = withReadOnly(attributes, current, readOnto(kept(attributes, current), body, type, note));
  return isSameValue(next, current) ? current : next;
}

/**
 * Okta's documented PUT has no `externalId`, and others have no `active`, which must not bring anybody back.
 * https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20
 * https://github.com/Captain-P-Goldfish/SCIM-SDK/issues/181
 */
const KEPT: ReadonlySet<string> = new Set([STATUS, 'externalId']);

function kept(attributes: readonly Attribute[], current: ScimComplex): ScimComplex {
  return rebuilt(attributes, (attribute) => {
    const value = current[attribute.name];
    if (isExtension(attribute) && isComplex(value)) return kept(attribute.subAttributes ?? [], value);
    return attribute.mutability === 'immutable' || KEPT.has(attribute.name) ? value : undefined;
  });
}

/** What only the service writes stays: attributes, and sub-attributes of what is still there. */
function withReadOnly(attributes: readonly Attribute[], current: ScimComplex, next: ScimComplex): ScimComplex {
  return rebuilt(attributes, (attribute) => {
    const [before, after] = [current[attribute.name], next[attribute.name]];
    if (attribute.mutability === 'readOnly' || attribute.name === STATUS) return after ?? before;
    if (attribute.multiValued || !isComplex(before) || (after === undefined && !isExtension(attribute))) return after;
    return withReadOnly(attribute.subAttributes ?? [], before, isComplex(after) ? after : {});
  });
}

function rebuilt(
  attributes: readonly Attribute[],
  valueOf: (attribute: Attribute) => ScimValue | undefined,
): ScimComplex {
  const object: Record<string, ScimValue> = {};
  for (const attribute of attributes) {
    const value = valueOf(attribute);
    const isEmpty = value === undefined || (isComplex(value) && Object.keys(value).length === 0);
    if (!isEmpty) object[attribute.name] = value;
  }
  return object;
}
