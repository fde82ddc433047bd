import { type ResourceType, type ScimComplex, type ScimValue, searchDocument } from '@ruleforge/scim';
import type { DirectoryProfile } from '../members/member.js';
import { termsOf } from '../members/member-terms.js';
import { findUserNameKey } from '../members/user-name-key.js';
import { addressKeysOf } from '../members/address-keys.js';
import { addressKey } from '../users/address-key.js';
import { foldText } from '../users/canonical-text.js';
import { RULEFORGE_USER_SCHEMA } from './ruleforge-user-schema.js';

const EXTENSION = RULEFORGE_USER_SCHEMA.id;

/** Takes a User's attributes apart into what a member has a column for and the rest. */
export function toDirectoryProfile(attributes: ScimComplex, type: ResourceType): DirectoryProfile {
  const { userName, externalId, active } = attributes;
  const profile = Object.fromEntries(Object.entries(attributes).filter(([name]) => !OUTSIDE_PROFILE.has(name)));
  const email = addressOf(attributes);
  const { schemas, ...document } = searchDocument(profile, type);
  return {
    userName: textOf(userName),
    externalId: textOf(externalId) || undefined,
    active: active !== false,
    name: shownNameOf(attributes),
    email,
    addressKeys: addressKeysOf({ userName: textOf(userName), email }),
    profile,
    search: { ...document, schemas: [...elementsOf(schemas), foldText(EXTENSION)] },
  };
}

const OUTSIDE_PROFILE: ReadonlySet<string> = new Set(['userName', 'externalId', 'active', 'groups', EXTENSION]);

/** Everything by which the member is looked up. */
export function toTerms({ name, userName, addressKeys, search }: DirectoryProfile): string[] {
  const document = search as ScimComplex;
  const addresses = elementsOf(document['emails']).map((element) => textOf(memberOf(element, 'value')));
  const key = findUserNameKey(userName) ?? '';
  return termsOf(name, [textOf(document['displayName']), foldText(name), key, addressKeys[1] ?? '', ...addresses]);
}

/** The name that screens show: what the directory shows itself, as far as it says. */
function shownNameOf({ displayName, name, userName }: ScimComplex): string {
  const parts = [memberOf(name, 'givenName'), memberOf(name, 'familyName')].map(textOf).filter((part) => part !== '');
  const names = [textOf(displayName), parts.join(' '), textOf(memberOf(name, 'formatted')), textOf(userName)];
  return names.find((candidate) => candidate.trim() !== '') ?? '';
}

/** The primary e-mail address, else the first, else the userName when it is one. */
function addressOf({ emails, userName }: ScimComplex): string | undefined {
  const elements = elementsOf(emails);
  const primary = elements.find((element) => memberOf(element, 'primary') === true);
  const address = textOf(memberOf(primary ?? elements[0], 'value'));
  if (address !== '') return address;
  return addressKey(textOf(userName)) === undefined ? undefined : textOf(userName);
}

const textOf = (value: ScimValue | undefined) => (typeof value === 'string' ? value : '');

const elementsOf = (value: ScimValue | undefined): readonly ScimValue[] => (value instanceof Array ? value : []);

const memberOf = (value: ScimValue | undefined, name: string): ScimValue | undefined =>
  typeof value === 'object' && !(value instanceof Array) ? value[name] : undefined;
