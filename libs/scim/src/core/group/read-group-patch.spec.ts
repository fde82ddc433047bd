import type { Leniency } from '../dialects/leniency.js';
import { applyPatch } from '../patch/apply-patch.js';
import { PATCH_OPERATION_LIMIT } from '../patch/read-operations.js';
import { GROUP_RESOURCE_TYPE as GROUP } from '../schema/group-resource-type.js';
import { MEMBER_FILTER_LIMIT, readGroupPatch } from './read-group-patch.js';

const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
const CORE = GROUP.schema.id;
const ADA = '23a35c27-23d3-4c03-b4c5-6443c09e7173';
const BOB = '89bb1940-b905-4575-9e7f-6f887cfb368e';
const CYD = 'f648f8d5-ea4e-4cd3-8e9c-000000000001';
const silent = () => undefined;

const add = (...ids: string[]) => ({ kind: 'change', clear: false, add: ids, remove: [] });
const remove = (...ids: string[]) => ({ kind: 'change', clear: false, add: [], remove: ids });
const only = (...ids: string[]) => ({ kind: 'change', clear: true, add: ids, remove: [] });

function read(...operations: readonly object[]) {
  const leniencies = new Set<Leniency>();
  const body = { schemas: [PATCH_OP], Operations: operations };
  const patch = readGroupPatch(body, GROUP, (leniency) => leniencies.add(leniency));
  const members = patch.members.map((step) =>
    step.kind === 'change' ? { ...step, add: [...step.add], remove: [...step.remove] } : { kind: step.kind },
  );
  const before = { displayName: 'Before', externalId: 'e1' };
  return { members, attributes: applyPatch(before, patch.operations, GROUP, silent), leniencies: [...leniencies] };
}

describe('what becomes of the members', () => {
  it.each([
    ['Okta adds', [{ op: 'add', path: 'members', value: [{ value: ADA, display: 'ada@okta.local' }] }], [add(ADA)]],
    ['Okta removes by a filter', [{ op: 'remove', path: `members[value eq "${ADA}"]` }], [remove(ADA)]],
    [
      'Okta removes one and adds another',
      [
        { op: 'remove', path: `members[value eq "${BOB}"]` },
        { op: 'add', path: 'members', value: [{ value: ADA }] },
      ],
      [{ kind: 'change', clear: false, add: [ADA], remove: [BOB] }],
    ],
    [
      'Okta pushes the whole group',
      [{ op: 'replace', path: 'members', value: [{ value: ADA }, { value: BOB }] }],
      [only(ADA, BOB)],
    ],
    ['Okta pushes an empty group', [{ op: 'replace', path: 'members', value: [] }], [only()]],
    ['Entra ID adds', [{ op: 'Add', path: 'members', value: [{ $ref: null, value: ADA }] }], [add(ADA)]],
    [
      'Entra ID removes by a list',
      [{ op: 'Remove', path: 'members', value: [{ $ref: null, value: ADA }] }],
      [remove(ADA)],
    ],
    [
      "Microsoft's validator adds and removes the same member",
      [
        { op: 'add', path: 'members', value: [{ value: ADA }] },
        { op: 'remove', path: 'members', value: [{ value: ADA }] },
      ],
      [remove(ADA)],
    ],
    [
      'authentik has an operation for each member',
      [ADA, BOB, CYD].map((value) => ({ op: 'add', path: 'members', value: [{ value }] })),
      [add(ADA, BOB, CYD)],
    ],
    ['Salesforce and WSO2 clients send no path', [{ op: 'add', value: { members: [{ value: ADA }] } }], [add(ADA)]],
    ['a URN and no path', [{ op: 'replace', value: { [`${CORE}:members`]: { value: ADA } } }], [only(ADA)]],
    ['Keycloak (mitodl) empties', [{ op: 'remove', path: 'members' }], [only()]],
    ['a removal whose value is null', [{ op: 'remove', path: 'members', value: null }], [only()]],
    ['a removal of nobody', [{ op: 'remove', path: 'members', value: [] }], []],
    ['an addition of nobody', [{ op: 'add', path: 'members', value: [] }], []],
    ['a qualified path', [{ op: 'add', path: `${CORE}:members`, value: { value: ADA } }], [add(ADA)]],
    ['a path in another case', [{ op: 'add', path: 'Members', value: [{ value: ADA.toUpperCase() }] }], [add(ADA)]],
    [
      'several removed by one filter',
      [{ op: 'remove', path: `members[Value EQ "${ADA}" or value eq "${BOB}"]` }],
      [remove(ADA, BOB)],
    ],
    ['an id in another case', [{ op: 'remove', path: `members[value eq "${ADA.toUpperCase()}"]` }], [remove(ADA)]],
    ['a removal by another filter', [{ op: 'remove', path: 'members[display sw "A"]' }], [{ kind: 'remove-where' }]],
    [
      'an addition behind a filter',
      [{ op: 'add', path: `members[value eq "${ADA}"]`, value: { value: ADA } }],
      [add(ADA)],
    ],
    [
      'the value behind a filter',
      [{ op: 'replace', path: `members[value eq "${ADA}"].value`, value: ADA }],
      [add(ADA)],
    ],
    ['nothing behind a filter', [{ op: 'replace', path: `members[value eq "${ADA}"]`, value: [] }], [remove(ADA)]],
    ['what every member is', [{ op: 'replace', path: `members[value eq "${ADA}"].type`, value: 'User' }], []],
    [
      'the removal of a nested group, which is nowhere',
      [{ op: 'remove', path: 'members', value: [{ value: ADA, type: 'Group' }] }],
      [remove(ADA)],
    ],
  ])('%s', (_, operations, members) =>
    expect(read(...operations)).toMatchObject({ members, attributes: { displayName: 'Before' } }),
  );

  it('OneLogin changes them as SCIM 1.1 does', () => {
    const body = {
      schemas: ['urn:scim:schemas:core:1.0'],
      displayName: 'Renamed',
      members: [{ value: ADA, operation: 'delete' }, { value: BOB, operation: 'add' }, { value: CYD }],
    };
    const noted: Leniency[] = [];
    const patch = readGroupPatch(body, GROUP, (leniency) => noted.push(leniency));

    expect(patch.members).toEqual([{ kind: 'change', clear: false, add: new Set([BOB, CYD]), remove: new Set([ADA]) }]);
    expect(applyPatch({ displayName: 'Before' }, patch.operations, GROUP, silent)).toEqual({ displayName: 'Renamed' });
    expect(noted).toContain('scim-1-members');
  });
});

it.each([
  ['Okta', { op: 'replace', value: { id: 'g1', displayName: 'After' } }, { displayName: 'After', externalId: 'e1' }],
  ['Entra ID', { op: 'Replace', path: 'displayName', value: 'After' }, { displayName: 'After', externalId: 'e1' }],
  [
    'authentik',
    { op: 'replace', value: { schemas: [CORE], externalId: 'e2', displayName: 'After', id: 'g1' } },
    { displayName: 'After', externalId: 'e2' },
  ],
  ['who clears the externalId', { op: 'remove', path: 'externalId' }, { displayName: 'Before' }],
])('changes the rest as %s does, and leaves the members alone', (_, operation, attributes) =>
  expect(read(operation)).toMatchObject({ members: [], attributes }),
);

it('takes members and a name from one operation without a path', () =>
  expect(read({ op: 'replace', value: { displayName: 'Renamed', members: [{ value: ADA }] } })).toMatchObject({
    members: [only(ADA)],
    attributes: { displayName: 'Renamed' },
  }));

it.each([
  ['a nested group', { op: 'add', path: 'members', value: [{ value: ADA, type: 'Group' }] }, 'invalidValue'],
  ['a member without value', { op: 'remove', path: 'members', value: [{}] }, 'invalidValue'],
  ['no value', { op: 'add', path: 'members' }, 'invalidValue'],
  ['a removal without path', { op: 'remove', value: { members: [{ value: ADA }] } }, 'noTarget'],
  ['the name removed', { op: 'remove', path: 'displayName' }, 'mutability'],
  ['an empty name', { op: 'replace', path: 'displayName', value: '' }, 'invalidValue'],
  ['another id', { op: 'replace', path: 'id', value: 'other' }, 'mutability'],
  ['another value for a member', { op: 'replace', path: `members[value eq "${ADA}"].value`, value: BOB }, 'mutability'],
  [
    'another member behind a filter',
    { op: 'replace', path: `members[value eq "${ADA}"]`, value: { value: BOB } },
    'mutability',
  ],
  ['what a member is called', { op: 'replace', path: `members[value eq "${ADA}"].display`, value: 'A' }, 'mutability'],
  ['a part of members removed', { op: 'remove', path: 'members.value' }, 'mutability'],
  [
    'an addition to nobody in particular',
    { op: 'add', path: 'members[type eq "User"]', value: { value: ADA } },
    'noTarget',
  ],
  ['an unknown attribute in the brackets', { op: 'remove', path: 'members[shoe eq "7"]' }, 'invalidFilter'],
  ['an unknown path', { op: 'add', path: 'member', value: [] }, 'invalidPath'],
])('refuses %s', (_, operation, scimType) =>
  expect(() => read(operation)).toThrow(expect.objectContaining({ status: 400, scimType })),
);

it('makes one step of two hundred members, and of a thousand operations', () => {
  const ids = Array.from({ length: PATCH_OPERATION_LIMIT }, (_, index) => `id-${index}`);
  const list = ids.slice(0, 200);
  expect(read({ op: 'add', path: 'members', value: list.map((value) => ({ value })) }).members).toEqual([add(...list)]);

  const startedAt = performance.now();
  expect(read(...ids.map((id) => ({ op: 'remove', path: `members[value eq "${id}"]` }))).members).toEqual([
    remove(...ids),
  ]);
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

it('goes through the members once for removals by a filter, and refuses too many of them', () => {
  const removal = { op: 'remove', path: 'members[display co "a"]' };
  const removals = Array.from({ length: MEMBER_FILTER_LIMIT }, () => removal);
  expect(read(...removals).members).toEqual([expect.objectContaining({ kind: 'remove-where' })]);
  expect(() => read(...removals, removal)).toThrow(expect.objectContaining({ scimType: 'invalidValue' }));
});

it.each<readonly [Leniency, object]>([
  ['op-case', { op: 'Add', path: 'members', value: [{ value: ADA }] }],
  ['remove-with-value', { op: 'remove', path: 'members', value: [{ value: ADA }] }],
  ['object-for-array', { op: 'add', path: 'members', value: { value: ADA } }],
  ['created-missing-element', { op: 'add', path: `members[value eq "${ADA}"]`, value: { value: ADA } }],
  ['read-only-attribute', { op: 'replace', value: { id: '1', displayName: 'x' } }],
])('notes %s', (leniency, operation) => expect(read(operation).leniencies).toContain(leniency));
