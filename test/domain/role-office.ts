import type { EntityManager } from 'typeorm';
import { Groups } from '../../libs/scim/src/groups/groups.service.js';
import { Memberships } from '../../libs/scim/src/groups/memberships.service.js';
import { GroupProvisioningService } from '../../libs/scim/src/provisioning/group-provisioning.service.js';
import type { ProjectRole } from '../../src/members/member.js';
import type { Role } from '../../src/members/roles.js';
import type { RoleInProject } from '../../src/projects/project.js';
import type { RolePreview } from '../../src/provisioning/roles/role-preview.js';
import type { GroupReference, RoleMapping, RoleRules } from '../../src/provisioning/roles/role-rules.js';
import { type Acme, OPERATOR } from './domain.js';
import { GroupDirectory } from './group-directory.js';

export interface MemberRoles extends Record<string, unknown> {
  readonly role: Role;
  readonly roleGroupId: string | null;
  readonly projectRoles: readonly ProjectRole[];
  readonly revision: number;
}

/** A directory's groups that mean something, and the administrator who says what. */
export class RoleOffice extends GroupDirectory {
  override readonly service: GroupProvisioningService;

  constructor(acme: Acme) {
    super(acme);
    const { transactions, groupListener } = acme.domain;
    this.service = new GroupProvisioningService(new Groups(), new Memberships(), transactions, groupListener);
  }

  static async open(acme: Acme): Promise<RoleOffice> {
    await acme.connect();
    return new RoleOffice(acme);
  }

  preview = (rules: RoleRules) => {
    const { domain, id, connectionId } = this.acme;
    return domain.roleMappings.preview(domain.tx, id, connectionId, rules);
  };

  apply = (rules: RoleRules, token: string, confirmAdministrator = true) => {
    const { domain, id, connectionId } = this.acme;
    const decision = { token, confirmAdministrator };
    return domain.transactions.run((tx) => domain.roleMappings.apply(tx, id, connectionId, rules, decision, OPERATOR));
  };

  /** Applies what a preview showed. */
  map = async (mappings: readonly RoleMapping[], defaultRole: RoleInProject = 'read_only'): Promise<RolePreview> => {
    const rules = { defaultRole, mappings };
    return this.apply(rules, (await this.preview(rules)).token);
  };

  list = (search?: string) => {
    const { domain, id, connectionId } = this.acme;
    return domain.roleMappings.list(domain.tx, id, connectionId, search);
  };

  addProject = (name: string) => this.write((tx) => this.acme.domain.projects.create(tx, this.acme.id, name, OPERATOR));

  /** In a project by hand; with no role, out of it. */
  place = (projectId: string, memberId: string, role: RoleInProject | undefined) => {
    const { domain, id } = this.acme;
    return this.write((tx) =>
      role === undefined
        ? domain.projects.removeMember(tx, id, projectId, memberId, OPERATOR)
        : domain.projects.addMember(tx, id, projectId, { memberId, role }, OPERATOR),
    );
  };

  changeRole = (memberId: string, role: Role) =>
    this.write((tx) => this.acme.domain.members.changeRole(tx, this.acme.id, memberId, role, OPERATOR));

  /** The directory's first write on a member that nobody manages. */
  adopt = (memberId: string) => {
    const { acme } = this;
    return this.write(async (tx) => {
      const scope = { caller: acme.caller, tx };
      const current = (await acme.directory.lock(scope, memberId))!;
      await acme.directory.replace(scope, current, current.attributes);
    });
  };

  async rolesOf(memberId: string): Promise<MemberRoles> {
    const [row] = await this.acme.domain.query(
      `SELECT role, role_group_id AS "roleGroupId", project_roles AS "projectRoles", revision FROM members
       WHERE organization_id = $1 AND id = $2`,
      [this.acme.id, memberId],
    );
    return row as MemberRoles;
  }

  /** Newest first, of one action. */
  entries = async (action: string) => (await this.acme.auditLog()).filter((entry) => entry.action === action);

  private write<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.acme.domain.transactions.run(work);
  }
}

/** A mapping by a group's id, unless told otherwise. */
export const mapping = (
  value: string,
  role: Role,
  { by = 'id', projectId }: { by?: GroupReference['by']; projectId?: string } = {},
): RoleMapping => ({ group: { by, value }, role, ...(projectId === undefined ? {} : { projectId }) });
