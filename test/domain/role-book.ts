import type { ProjectRole } from '../../src/members/member.js';
import type { Role } from '../../src/members/roles.js';
import { type EffectiveRoles, effectiveRolesOf } from '../../src/provisioning/roles/effective-roles.js';

interface BookedMember {
  manualRole: Role | null;
  managed: boolean;
  byHand: ProjectRole[];
}

interface BookedMapping {
  readonly group: string;
  groupId: string | undefined;
  readonly role: Role;
  readonly projectId: string | undefined;
}

/** What must become of members, kept without a database. */
export class RoleBook {
  private readonly members = new Map<string, BookedMember>();
  private readonly groups = new Map<string, Set<string>>();
  private mappings: BookedMapping[] = [];
  private defaultRole: Role = 'read_only';

  join = (id: string, manualRole: Role | null, managed: boolean) =>
    this.members.set(id, { manualRole, managed, byHand: [] });

  get = (id: string): BookedMember => this.members.get(id)!;

  write(defaultRole: Role, mappings: BookedMapping[]): void {
    this.defaultRole = defaultRole;
    this.mappings = mappings;
  }

  /** A group comes, and what waits for it is bound to it. */
  arrive(group: string, id: string, members: readonly string[]): void {
    this.groups.set(id, new Set(members));
    for (const mapping of this.mappings) if (mapping.group === group) mapping.groupId ??= id;
  }

  leave(id: string): void {
    this.groups.delete(id);
    this.mappings = this.mappings.filter(({ groupId }) => groupId !== id);
  }

  move(id: string, add: string, remove: string): void {
    this.groups.get(id)?.add(add);
    this.groups.get(id)?.delete(remove);
  }

  place(id: string, project: string, role: string | undefined): void {
    const member = this.get(id);
    member.byHand = member.byHand.filter((held) => held.project !== project);
    if (role !== undefined) member.byHand.push({ project, role });
  }

  rolesOf(id: string): EffectiveRoles {
    const { manualRole, managed, byHand } = this.get(id);
    const groups = [...this.groups].filter(([, members]) => members.has(id)).map(([groupId]) => groupId);
    return effectiveRolesOf({
      mappings: this.mappings.flatMap(({ groupId, role, projectId }) =>
        groupId === undefined ? [] : [{ groupId, role, ...(projectId === undefined ? {} : { projectId }) }],
      ),
      groups: new Set(managed ? groups : []),
      manualRole,
      defaultRole: this.defaultRole,
      projectRolesByHand: byHand,
    });
  }
}
