import type { Leniency } from '../dialects/leniency.js';
import { GROUP_RESOURCE_TYPE as GROUP } from '../schema/group-resource-type.js';
import { readGroup, replaceGroup } from './read-group.js';
import { MEMBER_LIST_LIMIT } from './read-user-ids.js';

const CORE = GROUP.schema.id;
const ADA = '23a35c27-23d3-4c03-b4c5-6443c09e7173';
const BOB = '89bb1940-b905-4575-9e7f-6f887cfb368e';
const silent = () => undefined;

const read = (body: unknown) => {
  const leniencies = new Set<Leniency>();
  const { attributes, members } = readGroup(body, GROUP, (leniency) => leniencies.add(leniency));
  return { attributes, members: [...members], leniencies: [...leniencies] };
};
const readMembers = (members: unknown) => read({ schemas: [CORE], displayName: 'Engineers', members }).members;

describe('the bodies that providers send', () => {
  it.each([
    [
      'Okta, an empty group',
      { schemas: [CORE], displayName: 'Test SCIMv2', members: [] },
      { displayName: 'Test SCIMv2' },
      [],
      [],
    ],
    [
      'Okta, whose PUT repeats the id',
      { schemas: [CORE], id: '1', displayName: 'Test', members: [{ value: ADA, display: 'ada@okta.local' }] },
      { displayName: 'Test' },
      [ADA],
      [],
    ],
    [
      'Entra ID, with the URN of its directory and no members',
      {
        schemas: [CORE, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
        externalId: '8aa1a0c0',
        displayName: 'displayName',
        meta: { resourceType: 'Group' },
      },
      { externalId: '8aa1a0c0', displayName: 'displayName' },
      [],
      ['unknown-schema'],
    ],
    [
      'Keycloak (mitodl), with relative references',
      { schemas: [CORE], displayName: 'K', members: [{ value: ADA, $ref: `Users/${ADA}` }] },
      { displayName: 'K' },
      [ADA],
      [],
    ],
    [
      'Canaille, with all that a member has',
      {
        schemas: [CORE],
        displayName: 'C',
        members: [{ value: ADA, type: 'User', display: 'Ada', $ref: `https://x.test/Users/${ADA}` }],
      },
      { displayName: 'C' },
      [ADA],
      [],
    ],
    [
      "names in Microsoft's Postman case",
      { Schemas: [CORE], DisplayName: 'P', Members: [{ Value: ADA, $REF: null, Type: 'user' }] },
      { displayName: 'P' },
      [ADA],
      ['attribute-case'],
    ],
    [
      'one object instead of a list',
      { schemas: [CORE], displayName: 'O', members: { value: ADA } },
      { displayName: 'O' },
      [ADA],
      ['object-for-array'],
    ],
  ])('%s', (_, body, attributes, members, leniencies) =>
    expect(read(body)).toEqual({ attributes, members, leniencies }),
  );
});

it.each([
  ['none', undefined, []],
  ['null', null, []],
  ['the same one twice, in another case', [{ value: ADA }, { value: ADA.toUpperCase() }], [ADA]],
  ['nothing among others', [null, { value: ADA }, ''], [ADA]],
  ['two', [{ value: BOB }, { value: ADA }], [BOB, ADA]],
])('reads members: %s', (_, members, ids) => expect(readMembers(members)).toEqual(ids));

it.each([
  ['a nested group', [{ value: ADA, type: 'Group' }], /Nested groups/],
  ['a nested group, in another case', [{ value: ADA, TYPE: 'group' }], /Nested groups/],
  ['a reference to a group', [{ value: ADA, $ref: `https://x.test/scim/v2/Groups/${ADA}` }], /Nested groups/],
  ['a relative reference to a group', [{ value: ADA, $ref: `../groups/${ADA}/` }], /Nested groups/],
  ['a member without value', [{}], /must have a value/],
  ['a member whose value is null', [{ value: null, display: 'Ada' }], /must have a value/],
  ['a member whose value is no text', [{ value: 7 }], /must have a value/],
  ['a text', [ADA], /must be an object/],
  ['too many', Array.from({ length: MEMBER_LIST_LIMIT + 1 }, () => ({ value: ADA })), /in parts/],
])('refuses %s among the members', (_, members, words) => {
  expect(() => readMembers(members)).toThrow(words);
  expect(() => readMembers(members)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidValue' }));
});

it('takes twenty thousand members in the time that reading them takes', () => {
  const members = Array.from({ length: MEMBER_LIST_LIMIT }, (_, index) => ({
    value: `id-${index}`,
    display: 'Somebody',
  }));
  const startedAt = performance.now();
  expect(readMembers(members)).toHaveLength(MEMBER_LIST_LIMIT);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

it.each([
  ['no object', [], 'invalidSyntax'],
  ['no displayName', { schemas: [CORE] }, 'invalidValue'],
  ['an empty displayName', { displayName: '' }, 'invalidValue'],
  ['members twice', { displayName: 'T', members: [], MEMBERS: [] }, 'invalidSyntax'],
  ['members twice, once qualified', { displayName: 'T', members: [], [`${CORE}:members`]: [] }, 'invalidSyntax'],
  ['only a part of the members', { displayName: 'T', 'members.value': ADA }, 'invalidValue'],
])('refuses a body with %s', (_, body, scimType) => {
  expect(() => read(body)).toThrow(expect.objectContaining({ status: 400, scimType }));
});

describe('replaceGroup', () => {
  const current = { displayName: 'Engineers', externalId: 'e1' };
  const replace = (body: object) => replaceGroup(current, readGroup(body, GROUP, silent), GROUP, silent);

  it('keeps an externalId that is not mentioned, and the object when nothing changed', () =>
    expect(replace({ displayName: 'Engineers', members: [{ value: ADA }] })).toBe(current));

  it('clears an externalId that is null', () =>
    expect(replace({ displayName: 'Engineers', externalId: null })).toEqual({ displayName: 'Engineers' }));

  it('renames', () =>
    expect(replace({ displayName: 'Builders', externalId: 'e2' })).toEqual({
      displayName: 'Builders',
      externalId: 'e2',
    }));
});
