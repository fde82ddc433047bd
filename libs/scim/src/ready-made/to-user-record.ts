import { foldText } from '../core/filter/fold-text.js';
import { isComplex } from '../core/filter/is-complex.js';
import { searchDocument } from '../core/filter/search-document.js';
import type { ScimComplex, ScimValue } from '../core/resource/resource.js';
import type { Attribute, ResourceType } from '../core/schema/attribute.js';
import { canonicalAttribute } from '../core/schema/canonical-attribute.js';
import { resourceAttributes } from '../core/schema/resource-attributes.js';

/** Values by column, as the driver takes them. */
export type UserRecord = Readonly<Record<string, unknown>>;

/** What a table of Users keeps of a User's writable attributes; read-only ones among them are left out. */
export function toUserRecord(attributes: ScimComplex, type: ResourceType): UserRecord {
  const { userName, externalId, active, ...profile } = toWritable(attributes, resourceAttributes(type));
  const display = displayOf(attributes);
  return {
    external_id: textOf(externalId) ?? null,
    user_name: textOf(userName),
    user_name_key: foldText(textOf(userName) ?? ''),
    display,
    display_key: foldText(display),
    active: active !== false,
    profile: JSON.stringify(profile),
    search: JSON.stringify(searchDocument(profile, type)),
  };
}

function toWritable(value: ScimComplex, attributes: readonly Attribute[]): ScimComplex {
  const writable: Record<string, ScimValue> = {};
  for (const [name, child] of Object.entries(value)) {
    const attribute = canonicalAttribute(attributes, name);
    if (!attribute || attribute.mutability === 'readOnly') continue;
    writable[attribute.name] = isComplex(child) ? toWritable(child, attribute.subAttributes ?? []) : child;
  }
  return writable;
}

/** How groups show the User: as the directory shows it itself, as far as it says. */
function displayOf({ displayName, name, userName }: ScimComplex): string {
  const { givenName, familyName, formatted }: ScimComplex = isComplex(name) ? name : {};
  const parts = [givenName, familyName].map(textOf).filter((part) => part !== undefined);
  const shown = [textOf(displayName), textOf(formatted), parts.join(' '), textOf(userName)];
  return shown.find((text) => text !== undefined && text.trim() !== '') ?? '';
}

const textOf = (value: ScimValue | undefined) => (typeof value === 'string' && value !== '' ? value : undefined);
