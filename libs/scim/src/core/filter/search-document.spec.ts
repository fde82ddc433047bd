import type { ScimComplex } from '../resource/resource.js';
import { defineAttribute, text } from '../schema/define-attribute.js';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { USER_SCHEMA } from '../schema/user-schema.js';
import { searchDocument, searchElement } from './search-document.js';

const ENTERPRISE = ENTERPRISE_USER_SCHEMA.id;
const BADGE = {
  id: 'urn:acme:Badge',
  name: 'Badge',
  description: 'A badge.',
  attributes: [
    defineAttribute('level', 'integer', 'A level.'),
    defineAttribute('seen', 'dateTime', 'When it was seen.'),
    text('pin', 'A secret.', { returned: 'never' }),
    text('tags', 'Tags.', { multiValued: true }),
  ],
};
const USER = userResourceType([ENTERPRISE_USER_SCHEMA, BADGE]);
const CORE_URN = USER_SCHEMA.id.toLowerCase();

it.each<[string, ScimComplex, ScimComplex]>([
  ['folds what is not case exact', { userName: 'ADA', externalId: 'ADA' }, { userName: 'ada', externalId: 'ADA' }],
  ['goes into objects', { name: { givenName: 'Ada' } }, { name: { givenName: 'ada' } }],
  [
    'says false where a list does not say primary',
    { emails: [{ value: 'A@B' }, { value: 'c@d', primary: true }] },
    {
      emails: [
        { primary: false, value: 'a@b' },
        { primary: true, value: 'c@d' },
      ],
    },
  ],
  ['says nothing of primary where there is none', { groups: [{ value: 'X' }] }, { groups: [{ value: 'x' }] }],
  ['makes a list of what should be one', { emails: { type: 'work' } }, { emails: [{ primary: false, type: 'work' }] }],
  ['leaves out the unassigned', { title: '', emails: [], name: {}, roles: [{}], nickName: [] }, {}],
  ['leaves out the unknown', { shoeSize: 45, name: { toString: 'x' } }, {}],
  ['leaves out what has another type', { title: 5, active: 'true', emails: ['x'], name: 'Ada' }, {}],
])('%s', (_name, attributes, document) =>
  expect(searchDocument(attributes, USER)).toEqual({ ...document, schemas: [CORE_URN] }),
);

it('holds extensions, and says so in schemas', () => {
  const attributes: ScimComplex = {
    [ENTERPRISE]: { department: 'R&D', manager: { value: 'M' } },
    [BADGE.id]: { level: 3, seen: '2026-01-31T09:00:00+01:00', tags: ['A', 'B'] },
  };
  expect(searchDocument(attributes, USER)).toEqual({
    [ENTERPRISE]: { department: 'r&d', manager: { value: 'm' } },
    [BADGE.id]: { level: 3, seen: '2026-01-31T08:00:00.000Z', tags: ['a', 'b'] },
    schemas: [CORE_URN, ENTERPRISE.toLowerCase(), BADGE.id.toLowerCase()],
  });
});

it('never holds what is never returned', () =>
  expect(searchDocument({ [BADGE.id]: { pin: '1234' } }, USER)).toEqual({ schemas: [CORE_URN] }));

it('is a copy', () => {
  const attributes = Object.freeze({ userName: 'ADA', emails: Object.freeze([Object.freeze({ value: 'A@B' })]) });
  searchDocument(attributes, USER);
  expect(attributes).toEqual({ userName: 'ADA', emails: [{ value: 'A@B' }] });
});

it('copies one element of a list', () => {
  const emails = USER_SCHEMA.attributes.find(({ name }) => name === 'emails')!;
  expect(searchElement({ type: 'Work', value: 'A@B' }, emails)).toEqual({ primary: false, type: 'work', value: 'a@b' });
  expect(searchElement('A@B', emails)).toEqual({});
});
