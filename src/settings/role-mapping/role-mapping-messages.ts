import type { Role } from '../../members/roles.js';
import type { Difference } from '../../provisioning/roles/near-miss.js';
import type { Translated } from '../../web/language.js';
import { ROLE_NAMES } from '../../web/role-names.js';
import type { Problem } from './editor-page.js';
import type { EditorAlert } from './role-mapping-alert.js';

/** The words of *Role mapping* while one edits it. */
export interface RoleMappingMessages {
  readonly title: string;
  readonly provisioning: string;
  readonly breadcrumbs: string;
  readonly applied: string;
  readonly changed: string;
  readonly discard: string;
  readonly preview: string;
  readonly nothingWritten: string;
  readonly alerts: Readonly<Record<EditorAlert, string>>;
  readonly problems: Readonly<Record<Problem, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  readonly inOrganization: string;
  readonly inOrganizationHint: string;
  readonly noMappings: string;
  readonly defaultRole: string;
  readonly defaultRoleHint: string;
  readonly inProjects: string;
  readonly inProjectsHint: string;
  readonly remove: string;
  readonly unmapped: string;
  readonly unmappedHint: string;
  readonly allMapped: string;
  readonly noneFound: string;
  readonly search: string;
  readonly findGroup: string;
  readonly map: string;
  readonly mapInProject: string;
  readonly noGroups: string;
  readonly noGroupsHint: string;
  readonly prepare: string;
  readonly prepareHint: string;
  readonly prepareBy: string;
  readonly byName: string;
  readonly byExternalId: string;
  readonly prepareValue: string;
  readonly exactName: string;
  readonly useInstead: string;
  readonly differences: Readonly<Record<Difference, string>>;
  /** Of a mapping whose group is not there yet. */
  waitingFor: (by: 'name' | 'externalId') => string;
  lead: (connection: string) => string;
  roleOf: (group: string) => string;
  projectOf: (group: string) => string;
  moveUp: (group: string) => string;
  moveDown: (group: string) => string;
  removeMapping: (group: string) => string;
  mapGroup: (group: string) => string;
  mapGroupInProject: (group: string) => string;
  useGroup: (group: string) => string;
  members: (count: number) => string;
  moreGroups: (count: number) => string;
}

export const ROLE_MAPPING_MESSAGES: Translated<RoleMappingMessages> = {
  en: {
    title: 'Role mapping',
    provisioning: 'Provisioning',
    breadcrumbs: 'Where this page is',
    applied: 'Applied. People see a new role as soon as they reload their page.',
    changed: 'Not applied yet. Preview your changes, then apply them.',
    discard: 'Discard changes',
    preview: 'Preview changes',
    nothingWritten: 'Nothing changes before you apply the preview.',
    alerts: {
      groupGone: 'A mapped group is no longer there. Remove its mapping, or choose another group.',
      projectGone: 'A project of these mappings is no longer there. Choose another one.',
      mappedTwice:
        'A group is mapped twice. Keep one mapping to a role in the organization, and one to each role in a project.',
      administratorByName:
        'Nothing becomes Administrator by a group’s name. Choose the group itself when it is there, or prepare the mapping by its externalId.',
      administratorInProject: 'Administrator is a role in the organization. In a project, choose another role.',
      untypable:
        'Type the exact name or externalId of a group: up to 1,000 characters, none of them a control character.',
      full: 'A connection has 500 mappings at most. Remove one before you add another.',
    },
    problems: { twice: 'Mapped twice', gone: 'No longer there' },
    roles: ROLE_NAMES.en,
    inOrganization: 'Roles in the organization',
    inOrganizationHint: 'The first group in this order that somebody is in decides their role.',
    noMappings: 'No group decides a role yet. Map one of the groups below.',
    defaultRole: 'Default role',
    defaultRoleHint: 'Of whom no group and no hand gave a role.',
    inProjects: 'Roles in projects',
    inProjectsHint: 'They add up: somebody has every role that their groups give.',
    remove: 'Remove',
    unmapped: 'Groups without a mapping',
    unmappedHint: 'They change nobody’s role.',
    allMapped: 'Every group is mapped.',
    noneFound: 'No group without a mapping has this in its name.',
    search: 'Search',
    findGroup: 'Find a group',
    map: 'Map',
    mapInProject: 'Map in a project',
    noGroups: 'No groups yet',
    noGroupsHint:
      'Push groups from your identity provider, and they appear here. You can prepare mappings for groups that are still to come.',
    prepare: 'A group that has not arrived yet',
    prepareHint: 'The mapping waits, and belongs to the first group that arrives with exactly this name or externalId.',
    prepareBy: 'Recognize it by',
    byName: 'Exact name',
    byExternalId: 'externalId',
    prepareValue: 'Name or externalId',
    exactName: 'A group has exactly this name: the preview shows what using it does.',
    useInstead: 'Use this group',
    differences: {
      case: 'upper and lower case or accents differ',
      blanks: 'blanks differ',
      invisible: 'invisible characters differ',
    },
    waitingFor: (by) =>
      by === 'name' ? 'Waiting for a group with exactly this name' : 'Waiting for the group with this externalId',
    lead: (connection) =>
      `What the groups of ${connection} make of their members. Renaming a group changes nobody’s role.`,
    roleOf: (group) => `Role of ${group}`,
    projectOf: (group) => `Project of ${group}`,
    moveUp: (group) => `Move ${group} up`,
    moveDown: (group) => `Move ${group} down`,
    removeMapping: (group) => `Remove ${group}`,
    mapGroup: (group) => `Map ${group}`,
    mapGroupInProject: (group) => `Map ${group} in a project`,
    useGroup: (group) => `Use the group ${group}`,
    members: (count) => (count === 1 ? '1 member' : `${count.toLocaleString('en')} members`),
    moreGroups: (count) => `${count.toLocaleString('en')} more. Search to see others.`,
  },
};
