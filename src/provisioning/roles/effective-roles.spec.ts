import { effectiveRolesOf, type RoleGrounds } from './effective-roles.js';

const NOBODY: RoleGrounds = {
  mappings: [
    { groupId: 'leads', role: 'security_content_lead' },
    { groupId: 'cloud', role: 'reviewer', projectId: 'p2' },
    { groupId: 'everybody', role: 'engineer' },
    { groupId: 'everybody', role: 'engineer', projectId: 'p1' },
  ],
  groups: new Set(),
  manualRole: null,
  defaultRole: 'read_only',
  projectRolesByHand: [],
};

describe('the roles that a member ends with', () => {
  it.each<[string, Partial<RoleGrounds>, object]>([
    ['the default without anything', {}, { role: 'read_only', roleGroupId: null, projectRoles: [] }],
    ['what was given by hand before the default', { manualRole: 'reviewer' }, { role: 'reviewer', roleGroupId: null }],
    [
      'what a group gives before what was given by hand',
      { manualRole: 'administrator', groups: new Set(['everybody']) },
      { role: 'engineer', roleGroupId: 'everybody' },
    ],
    [
      "the first in the administrator's order, not the greatest",
      { groups: new Set(['everybody', 'leads']), mappings: [...NOBODY.mappings].reverse() },
      { role: 'engineer', roleGroupId: 'everybody' },
    ],
    [
      'no role in the organization by a group that gives one in a project',
      { groups: new Set(['cloud']) },
      { role: 'read_only', roleGroupId: null, projectRoles: [{ project: 'p2', role: 'reviewer' }] },
    ],
    [
      'every project role once, by hand or by groups',
      {
        groups: new Set(['cloud', 'everybody']),
        projectRolesByHand: [
          { project: 'p2', role: 'engineer' },
          { project: 'p1', role: 'engineer' },
        ],
      },
      {
        projectRoles: [
          { project: 'p1', role: 'engineer' },
          { project: 'p2', role: 'engineer' },
          { project: 'p2', role: 'reviewer' },
        ],
      },
    ],
  ])('are %s', (_, grounds, roles) => expect(effectiveRolesOf({ ...NOBODY, ...grounds })).toMatchObject(roles));
});
