import { expectRefusal, GROUP, memberIdsOf, patchOf, UNKNOWN_ID } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Document } from './support/scim-client.js';

/** What a PATCH makes of the members before it: each of them, and each `$name` in the operations, is a person. */
type Case = readonly [name: string, before: string, operations: readonly object[], after: string];

const list = (...names: string[]) => names.map((name) => ({ value: `$${name}` }));

const CASES: readonly Case[] = [
  ['adds members', 'a', [{ op: 'add', path: 'members', value: list('b', 'c') }], 'abc'],
  ['adds one that is no list', 'a', [{ op: 'add', path: 'members', value: list('b')[0] }], 'ab'],
  ['adds without a path', 'a', [{ op: 'add', value: { members: list('b') } }], 'ab'],
  ['adds by a URN', 'a', [{ op: 'add', path: `${GROUP}:members`, value: list('b') }], 'ab'],
  ['adds without a path, by a URN', 'a', [{ op: 'add', value: { [`${GROUP}:members`]: list('b') } }], 'ab'],
  ['takes op and path in any case', 'a', [{ op: 'ADD', path: 'MEMBERS', value: list('b') }], 'ab'],
  ['adds who is described by a filter', 'a', [{ op: 'add', path: 'members[value eq "$b"]', value: {} }], 'ab'],
  ['removes whom a filter names', 'abc', [{ op: 'remove', path: 'members[value eq "$b"]' }], 'ac'],
  ['removes several', 'abc', [{ op: 'remove', path: 'members[value eq "$b" or value eq "$a"]' }], 'c'],
  ['removes by another attribute', 'abc', [{ op: 'remove', path: 'members[display sw "B"]' }], 'ac'],
  ['removes all but one', 'abc', [{ op: 'remove', path: 'members[not (value eq "$b")]' }], 'b'],
  ['removes by a list of values', 'abc', [{ op: 'Remove', path: 'members', value: list('a', 'c') }], 'b'],
  ['removes by one value that is no list', 'abc', [{ op: 'remove', path: 'members', value: list('a')[0] }], 'bc'],
  ['removes everybody', 'abc', [{ op: 'remove', path: 'members' }], ''],
  ['replaces everybody', 'ab', [{ op: 'replace', path: 'members', value: list('b', 'c') }], 'bc'],
  ['replaces everybody by nobody', 'ab', [{ op: 'replace', path: 'members', value: [] }], ''],
  ['replaces without a path', 'ab', [{ op: 'replace', value: { displayName: 'New', members: list('c') } }], 'c'],
  [
    'takes operations in order',
    'a',
    [
      { op: 'remove', path: 'members[value eq "$a"]' },
      { op: 'add', path: 'members', value: list('a', 'b') },
      { op: 'remove', path: 'members', value: list('b') },
      { op: 'add', path: 'members', value: list('c') },
    ],
    'ac',
  ],
  [
    'removes by a filter those who came before it, and not those after',
    'a',
    [
      { op: 'add', path: 'members', value: list('b') },
      { op: 'remove', path: 'members[display co "lovelace"]' },
      { op: 'add', path: 'members', value: list('c') },
    ],
    'c',
  ],
];

onEachAdapter((road) => {
  let acme: Organization;
  const people = new Map<string, string>();
  beforeAll(async () => {
    acme = await road.anOrganization();
    for (const name of 'abc') people.set(name, (await acme.addUser(name)).id);
  });
  afterEach(() => acme.query('DELETE FROM scim_groups WHERE organization_id = $1', [acme.id]));

  const idsOf = (names: string) => Array.from(names, (name) => people.get(name)!);
  const crewOf = (names: string) =>
    acme.addGroup(
      'Crew',
      idsOf(names).map((id) => ({ id })),
    );
  const patch = ({ id }: Document, operations: readonly object[], headers?: Readonly<Record<string, string>>) =>
    acme.scim.patch(`/Groups/${id}`, fill(patchOf(...operations)), headers);
  const fill = (body: object) =>
    JSON.stringify(body).replaceAll(/\$([abc])\b/g, (_, name: string) => people.get(name)!);

  it.each(CASES)('a PATCH of members: %s', async (_, before, operations, after) => {
    const group = await crewOf(before);
    const { status, headers, body } = await patch(group, operations);
    expect({ status, etag: headers.get('etag'), members: memberIdsOf(body) }).toEqual({
      status: 200,
      etag: body.meta.version,
      members: idsOf(after),
    });
    expect(body.meta.version).not.toBe(group.meta.version);
    expect((await acme.scim.get(`/Groups/${group.id}`)).body).toEqual(body);
    const [row] = await acme.query('SELECT member_count FROM scim_groups WHERE id = $1', [group.id]);
    expect(row).toEqual({ member_count: after.length });
  });

  it('changes name, externalId and members at once, with the id as Okta sends it', async () => {
    const group = await crewOf('a');
    const value = { id: group.id, schemas: [GROUP], displayName: 'Staff', externalId: 'x-1' };
    const { body } = await patch(group, [
      { op: 'replace', value },
      { op: 'add', path: 'members', value: list('b') },
    ]);
    expect(body).toMatchObject({ id: group.id, displayName: 'Staff', externalId: 'x-1' });
    expect(memberIdsOf(body)).toEqual(idsOf('ab'));
    const cleared = await patch(group, [{ op: 'remove', path: 'externalId' }]);
    expect(cleared.body).not.toHaveProperty('externalId');
    expect(memberIdsOf(cleared.body)).toEqual(idsOf('ab'));
  });

  it('takes members in the form of SCIM 1.1, as the sample server of OneLogin does', async () => {
    const group = await crewOf('ab');
    const members = [...list('c'), { value: '$a', operation: 'delete' }];
    const { status, body } = await acme.scim.patch(`/Groups/${group.id}`, fill({ members }));
    expect({ status, members: memberIdsOf(body) }).toEqual({ status: 200, members: idsOf('bc') });
  });

  it.each<[string, readonly object[]]>([
    ['adds who is in', [{ op: 'add', path: 'members', value: list('a', 'b') }]],
    ['removes who is not in', [{ op: 'remove', path: 'members[value eq "$c"]' }]],
    ['removes whom nobody knows', [{ op: 'remove', path: `members[value eq "${UNKNOWN_ID}"]` }]],
    ['removes whom nobody knows, in a list', [{ op: 'remove', path: 'members', value: [{ value: 'x' }] }]],
    ['removes by a filter that finds nobody', [{ op: 'remove', path: 'members[display eq "nobody"]' }]],
    ['removes an empty list', [{ op: 'remove', path: 'members', value: [] }]],
    ['replaces the members by the same', [{ op: 'replace', path: 'members', value: list('b', 'a') }]],
    ['says the same name', [{ op: 'replace', path: 'displayName', value: 'Crew' }]],
    ['says that a member is a User', [{ op: 'replace', path: 'members[value eq "$a"].type', value: 'User' }]],
    [
      'takes back what it did',
      [
        { op: 'add', path: 'members', value: list('c') },
        { op: 'remove', path: 'members[value eq "$c"]' },
      ],
    ],
    ['has no operation', []],
  ])('a PATCH that %s changes nothing: no version, no audit entry', async (_, operations) => {
    const group = await crewOf('ab');
    const before = await acme.state();
    for (const headers of [undefined, { 'if-match': group.meta.version }]) {
      const { status, body } = await patch(group, operations, headers);
      expect({ status, body }).toEqual({ status: 200, body: group });
    }
    expect(await acme.state()).toEqual(before);
  });

  it.each<[string, string, readonly object[]]>([
    ['a remove without a path', 'noTarget', [{ op: 'remove', value: { members: list('a') } }]],
    ['the value of a member', 'mutability', [{ op: 'replace', path: 'members[value eq "$a"].value', value: '$b' }]],
    ['the name of a member', 'mutability', [{ op: 'replace', path: 'members[value eq "$a"].display', value: 'A' }]],
    ['a member that a filter does not name', 'noTarget', [{ op: 'add', path: 'members[display eq "z"]', value: {} }]],
    ['the displayName', 'mutability', [{ op: 'remove', path: 'displayName' }]],
    ['an empty displayName', 'invalidValue', [{ op: 'replace', path: 'displayName', value: '' }]],
    ['another id', 'mutability', [{ op: 'replace', path: 'id', value: UNKNOWN_ID }]],
    ['an unknown path', 'invalidPath', [{ op: 'add', path: 'shoeSize', value: 44 }]],
    ['a path that ends early', 'invalidPath', [{ op: 'remove', path: 'members[value eq "$a"' }]],
    ['a filter that compares with nothing', 'invalidFilter', [{ op: 'remove', path: 'members[shoe eq "$a"]' }]],
    ['an add without a value', 'invalidValue', [{ op: 'add', path: 'members' }]],
    ['a member without a value', 'invalidValue', [{ op: 'add', path: 'members', value: [{ display: 'A' }] }]],
    ['another op', 'invalidSyntax', [{ op: 'move', path: 'members', value: list('b') }]],
    [
      'a stranger after others',
      'invalidValue',
      [
        { op: 'replace', path: 'displayName', value: 'Staff' },
        { op: 'remove', path: 'members' },
        { op: 'add', path: 'members', value: [{ value: UNKNOWN_ID }] },
      ],
    ],
  ])('refuses %s, and changes nothing', async (_, scimType, operations) => {
    const group = await crewOf('a');
    const before = await acme.state();
    for (const more of [[], [{ op: 'add', path: 'members', value: list('c') }]])
      expectRefusal(await patch(group, [...more, ...operations]), 400, scimType);
    expect(await acme.state()).toEqual(before);
  });
});
