import type { Project } from '../../projects/project.js';
import {
  AdministratorByName,
  AdministratorInProject,
  GroupMappedTwice,
  GroupNotFound,
  UnknownProject,
} from './role-mapping-errors.js';
import type { GroupReference, RoleMapping } from './role-rules.js';

/** A group of the connection, as mappings name one. */
export interface NamedGroup {
  readonly id: string;
  readonly name: string;
  readonly externalId: string | null;
}

/** A mapping whose group was looked for; without a `groupId` it waits for the group to come. */
export interface ResolvedMapping extends RoleMapping {
  readonly groupId: string | undefined;
}

/**
 * Finds the group of each mapping, if it is there, and refuses what must not be.
 * @throws AdministratorByName, AdministratorInProject, GroupNotFound, UnknownProject, GroupMappedTwice
 */
export function resolveRules(
  mappings: readonly RoleMapping[],
  groups: readonly NamedGroup[],
  projects: readonly Pick<Project, 'id'>[],
): ResolvedMapping[] {
  const known = new Set(projects.map(({ id }) => id));
  const resolved = mappings.map(({ group, role, projectId }) => {
    if (role === 'administrator') refuseAdministrator(group, projectId);
    if (projectId !== undefined && !known.has(projectId)) throw new UnknownProject(projectId);
    return { group, role, ...(projectId === undefined ? {} : { projectId }), groupId: findGroup(group, groups)?.id };
  });
  refuseDuplicates(resolved);
  return resolved;
}

function refuseAdministrator(group: GroupReference, projectId: string | undefined): void {
  if (projectId !== undefined) throw new AdministratorInProject();
  if (group.by === 'name') throw new AdministratorByName(group.value);
}

function findGroup({ by, value }: GroupReference, groups: readonly NamedGroup[]): NamedGroup | undefined {
  const found = groups.find((group) => group[by] === value);
  if (!found && by === 'id') throw new GroupNotFound(value);
  return found;
}

function refuseDuplicates(mappings: readonly ResolvedMapping[]): void {
  const seen = new Set<string>();
  for (const { group, groupId, projectId, role } of mappings) {
    const what = projectId === undefined ? [] : [projectId, role];
    const key = JSON.stringify([groupId ?? [group.by, group.value], ...what]);
    if (seen.has(key)) throw new GroupMappedTwice(group.value);
    seen.add(key);
  }
}
