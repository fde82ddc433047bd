import { defineAttribute, text } from '../schema/define-attribute.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { readSort } from './read-sort.js';

const USER = userResourceType([
  { id: 'urn:acme', name: 'Acme', description: 'Acme', attributes: [text('pin', 'A secret.', { returned: 'never' })] },
  { id: 'urn:b', name: 'B', description: 'B', attributes: [defineAttribute('level', 'integer', 'A level.')] },
]);
const REFUSAL = expect.objectContaining({ status: 400, scimType: 'invalidValue' }) as Error;
const read = (sortBy: unknown, sortOrder?: unknown) => {
  const sort = readSort(sortBy, sortOrder, USER, () => undefined);
  return sort && [sort.target.keys.join('.'), sort.order];
};

it.each([
  ['userName', undefined, ['userName', 'ascending']],
  ['USERNAME', 'DESCENDING', ['userName', 'descending']],
  ['name.familyName', 'ascending', ['name.familyName', 'ascending']],
  ['emails', '', ['emails.value', 'ascending']],
  ['meta.lastModified', 'descending', ['meta.lastModified', 'descending']],
  ['urn:b:level', undefined, ['urn:b.level', 'ascending']],
])('sorts by %s %s', (sortBy, sortOrder, expected) => expect(read(sortBy, sortOrder)).toEqual(expected));

it.each([undefined, ''])('does not sort by %j', (sortBy) => expect(read(sortBy, 'descending')).toBeUndefined());

it.each([
  ['shoeSize'],
  ['name'],
  ['pin'],
  ['password'],
  ['x509Certificates.value'],
  ['emails[type eq "work"].value'],
  ['id;select pg_sleep(5)'],
  ['(case when true then 1 end)'],
  ['__proto__'],
  [['userName', 'title']],
  [5],
])('refuses sortBy=%j', (sortBy) => expect(() => read(sortBy)).toThrow(REFUSAL));

it.each([['asc'], ['ascending,2'], [['ascending', 'descending']], [1]])('refuses sortOrder=%j', (sortOrder) =>
  expect(() => read('userName', sortOrder)).toThrow(REFUSAL),
);
