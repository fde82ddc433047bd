import { kindOf } from './kind-of.js';

it.each([
  ['Users.create', 'create'],
  ['Users.patch', 'update'],
  ['Users.replace', 'update'],
  ['Users.remove', 'delete'],
  ['Users.list', 'read'],
  ['Groups.search', 'read'],
  ['Groups.patch', 'group'],
  ['Bulk.run', 'bulk'],
  ['ServiceProviderConfig.get', 'read'],
  ['constructor', 'other'],
  ['', 'other'],
])('says what %s is about: %s', (operation, kind) => {
  expect(kindOf(operation)).toBe(kind);
});
