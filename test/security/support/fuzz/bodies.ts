import fc from 'fast-check';
import { patchOf } from '../target.js';
import { path } from './filters.js';
import { attributes, damaged, text, toJson, value } from './words.js';

const operation = fc.record(
  {
    op: fc.constantFrom('add', 'Replace', 'remove', 'move', 'constructor'),
    path: fc.oneof(path, value),
    value: fc.oneof(value, attributes),
  },
  { requiredKeys: ['op'] },
);

/** Nothing is wrong with these; what is wrong stands before or behind them. */
const soundOperation = fc.constantFrom<object>(
  { op: 'replace', path: 'active', value: 'False' },
  { op: 'replace', path: 'active', value: true },
  { op: 'add', path: 'emails[type eq "home"].value', value: 'home@acme.test' },
  { op: 'add', path: 'phoneNumbers', value: [{ value: '+1', type: 'work', primary: true }] },
  { op: 'remove', path: 'phoneNumbers[type eq "work"]' },
  { op: 'replace', path: 'name', value: { givenName: 'A', familyName: 'B' } },
  { op: 'remove', path: 'name.givenName' },
  { op: 'add', value: { title: 'T', 'name.familyName': 'C', nickName: null } },
  { op: 'replace', path: 'userName', value: 'renamed@acme.test' },
);

const USERS = ['~user0~', '~user1~', '~user2~'];

/** The same of a Group with those Users. */
const soundMembership = fc
  .tuple(fc.constantFrom(...USERS), fc.subarray(USERS))
  .chain(([id, some]) =>
    fc.constantFrom<object>(
      { op: 'add', path: 'members', value: some.map((each) => ({ value: each })) },
      { op: 'Add', value: { members: [{ value: id, type: 'User' }] } },
      { op: 'remove', path: `members[value eq "${id}"]` },
      { op: 'remove', path: 'members', value: [{ value: id }] },
      { op: 'remove', path: 'members[display co "a" or not (type pr)]' },
      { op: 'replace', path: 'members', value: some.map((each) => ({ value: each })) },
      { op: 'replace', value: { displayName: 'Renamed', externalId: id } },
      { op: 'remove', path: 'externalId' },
    ),
  );

const patchOfSome = (sound: fc.Arbitrary<object>) =>
  fc
    .array(fc.oneof({ arbitrary: sound, weight: 3 }, operation), { maxLength: 4 })
    .map((operations) => patchOf(...operations));

const member = fc.oneof(
  { arbitrary: fc.constantFrom(...USERS).map((id) => ({ value: id })), weight: 3 },
  fc.record({ value, type: text, $ref: text }),
);
const user = fc
  .tuple(attributes, text)
  .map(([others, userName]) => ({ ...others, userName: userName || 'some@acme.test' }));
const group = fc
  .tuple(attributes, text, fc.array(member, { maxLength: 3 }))
  .map(([others, displayName, members]) => ({ ...others, displayName, members }));

/** Nothing is wrong with these either, but that somebody may have the name. */
const soundUser = fc.record(
  {
    userName: fc.nat(99).map((n) => `grace${n}@acme.test`),
    externalId: fc.nat(99).map((n) => `e${n}`),
    name: fc.record({ givenName: fc.constantFrom('G', 'É'), familyName: fc.constant('H') }, { requiredKeys: [] }),
    emails: fc.constant([{ value: 'grace@acme.test', type: 'work', primary: true }]),
    active: fc.boolean(),
    schemas: fc.constant(['urn:ietf:params:scim:schemas:core:2.0:User']),
  },
  { requiredKeys: ['userName', 'schemas'] },
);
const soundGroup = fc.record({
  displayName: fc.nat(99).map((n) => `Group ${n}`),
  members: fc.subarray(USERS).map((some) => some.map((id) => ({ value: id }))),
  schemas: fc.constant(['urn:ietf:params:scim:schemas:core:2.0:Group']),
});

const bodiesOf = (
  resource: fc.Arbitrary<object>,
  sound: fc.Arbitrary<object>,
  patch: fc.Arbitrary<object>,
): ResourceBodies => {
  const anyResource = fc.oneof({ arbitrary: resource, weight: 1 }, { arbitrary: sound, weight: 2 });
  return {
    resource: damaged(fc.oneof({ arbitrary: anyResource, weight: 6 }, patch, value).map(toJson)),
    patch: damaged(patch.map(toJson)),
  };
};

/** What is sent about a resource, as text: valid, nearly valid and hostile. */
export interface ResourceBodies {
  readonly resource: fc.Arbitrary<string>;
  readonly patch: fc.Arbitrary<string>;
}
export const USER_BODIES = bodiesOf(user, soundUser, patchOfSome(soundOperation));
export const GROUP_BODIES = bodiesOf(group, soundGroup, patchOfSome(soundMembership));
