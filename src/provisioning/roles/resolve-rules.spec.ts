import { resolveRules } from './resolve-rules.js';
import {
  AdministratorByName,
  AdministratorInProject,
  GroupMappedTwice,
  GroupNotFound,
  UnknownProject,
} from './role-mapping-errors.js';
import type { GroupReference, RoleMapping } from './role-rules.js';

const GROUPS = [
  { id: 'g1', name: 'Engineers', externalId: 'x1' },
  { id: 'g2', name: 'Leads', externalId: null },
];
const PROJECTS = [{ id: 'p1' }];

const mapping = (by: GroupReference['by'], value: string, more: Partial<RoleMapping> = {}): RoleMapping => ({
  group: { by, value },
  role: 'engineer',
  ...more,
});

describe('the rules that an administrator writes', () => {
  it.each<[GroupReference['by'], string, string | undefined]>([
    ['id', 'g2', 'g2'],
    ['name', 'Engineers', 'g1'],
    ['name', 'engineers', undefined],
    ['externalId', 'x1', 'g1'],
    ['externalId', 'X1', undefined],
  ])('find the group by %s %j: %s', (by, value, groupId) =>
    expect(resolveRules([mapping(by, value)], GROUPS, PROJECTS)).toMatchObject([{ groupId }]),
  );

  it.each<[string, RoleMapping[], new (text: string) => Error]>([
    ['an id that no group has', [mapping('id', 'g3')], GroupNotFound],
    [
      'an administrator by the name of a group that is there',
      [mapping('name', 'Leads', { role: 'administrator' })],
      AdministratorByName,
    ],
    [
      'an administrator of a project',
      [mapping('id', 'g1', { role: 'administrator', projectId: 'p1' })],
      AdministratorInProject,
    ],
    ['a project that is not there', [mapping('id', 'g1', { projectId: 'p2' })], UnknownProject],
    [
      'two roles of one group',
      [mapping('id', 'g1'), mapping('name', 'Engineers', { role: 'reviewer' })],
      GroupMappedTwice,
    ],
    ['two mappings that wait for one group', [mapping('name', 'New'), mapping('name', 'New')], GroupMappedTwice],
  ])('refuse %s', (_, mappings, refusal) => expect(() => resolveRules(mappings, GROUPS, PROJECTS)).toThrow(refusal));

  it('let a group give several roles in projects beside one in the organization', () => {
    const mappings = [
      mapping('id', 'g1'),
      mapping('id', 'g1', { projectId: 'p1' }),
      mapping('id', 'g1', { projectId: 'p1', role: 'reviewer' }),
    ];
    expect(resolveRules(mappings, GROUPS, PROJECTS)).toHaveLength(3);
  });
});
