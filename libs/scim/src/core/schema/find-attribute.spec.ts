import type { Leniency } from '../dialects/leniency.js';
import type { AttributePath } from '../filter/filter.js';
import type { Schema } from './attribute.js';
import { complexList, text } from './define-attribute.js';
import { ENTERPRISE_USER_SCHEMA } from './enterprise-user-schema.js';
import { findAttribute, findBelow, findWithin } from './find-attribute.js';
import { userResourceType } from './user-resource-type.js';
import { USER_SCHEMA } from './user-schema.js';

const CORE = USER_SCHEMA.id;
const ENTERPRISE = ENTERPRISE_USER_SCHEMA.id;
const VERSIONED: Schema = {
  id: 'urn:acme:staff:1.0',
  name: 'Staff',
  description: 'Staff',
  attributes: [text('desk', 'A desk.'), complexList('keys', 'Keys.', [text('value', 'A key.')])],
};
const USER = userResourceType([ENTERPRISE_USER_SCHEMA, VERSIONED]);

const find = (path: AttributePath) => findAttribute(USER, path)?.keys.join(' / ');

it.each<[AttributePath, string]>([
  [{ name: 'userName' }, 'userName'],
  [{ name: 'USERNAME' }, 'userName'],
  [{ name: 'Name', sub: 'GIVENNAME' }, 'name / givenName'],
  [{ name: 'emails', sub: 'value' }, 'emails / value'],
  [{ name: 'groups', sub: '$REF' }, 'groups / $ref'],
  [{ name: 'id' }, 'id'],
  [{ name: 'externalid' }, 'externalId'],
  [{ name: 'meta', sub: 'lastmodified' }, 'meta / lastModified'],
  [{ name: 'schemas' }, 'schemas'],
  [{ schema: CORE, name: 'userName' }, 'userName'],
  [{ schema: CORE.toUpperCase(), name: 'name', sub: 'familyName' }, 'name / familyName'],
  [{ schema: CORE, name: 'externalId' }, 'externalId'],
  [{ schema: ENTERPRISE, name: 'department' }, `${ENTERPRISE} / department`],
  [{ schema: ENTERPRISE.toLowerCase(), name: 'Manager', sub: 'Value' }, `${ENTERPRISE} / manager / value`],
  [{ schema: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0', name: 'User' }, ENTERPRISE],
  [{ schema: 'urn:acme:staff', name: '1', sub: '0' }, VERSIONED.id],
  [{ schema: VERSIONED.id, name: 'desk' }, `${VERSIONED.id} / desk`],
])('finds %j', (path, keys) => expect(find(path)).toBe(keys));

it.each<[AttributePath]>([
  [{ name: 'shoeSize' }],
  [{ name: 'name', sub: 'shoeSize' }],
  [{ name: 'userName', sub: 'value' }],
  [{ name: 'password' }],
  [{ name: 'constructor' }],
  [{ name: '__proto__' }],
  [{ name: 'name', sub: 'toString' }],
  [{ schema: 'urn:unknown', name: 'userName' }],
  [{ schema: 'name', name: 'givenName' }],
  [{ schema: ENTERPRISE, name: 'userName' }],
  [{ schema: ENTERPRISE, name: 'manager', sub: 'hasOwnProperty' }],
  [{ schema: CORE, name: 'department' }],
])('finds nothing for %j', (path) => expect(find(path)).toBeUndefined());

it('finds an unqualified name in the extension that has it, and notes that', () => {
  const notes: Leniency[] = [];
  const note = (leniency: Leniency) => void notes.push(leniency);

  expect(findAttribute(USER, { name: 'manager', sub: 'value' }, note)?.keys).toEqual([ENTERPRISE, 'manager', 'value']);
  expect(notes).toEqual(['unqualified-extension-attribute']);
  expect(findAttribute(USER, { name: 'manager', sub: 'nothing' }, note)).toBeUndefined();
  expect(findAttribute(USER, { name: 'displayName' }, note)?.keys).toEqual(['displayName']);
  expect(notes).toHaveLength(1);
});

it('tells the list on the way or at the end', () => {
  expect(findAttribute(USER, { name: 'emails' })?.container?.name).toBe('emails');
  expect(findAttribute(USER, { name: 'emails', sub: 'type' })?.container?.name).toBe('emails');
  expect(findAttribute(USER, { schema: VERSIONED.id, name: 'keys', sub: 'value' })?.container?.name).toBe('keys');
  expect(findAttribute(USER, { name: 'name', sub: 'givenName' })).not.toHaveProperty('container');
});

it('looks among given attributes, and below a target', () => {
  const manager = findAttribute(USER, { schema: ENTERPRISE, name: 'manager' })!;

  expect(findBelow(manager, { name: 'VALUE' })?.keys).toEqual([ENTERPRISE, 'manager', 'value']);
  expect(findBelow(manager, { name: 'type' })).toBeUndefined();
  expect(findWithin(manager.attribute.subAttributes!, { name: 'displayname' })?.keys).toEqual(['displayName']);
});
