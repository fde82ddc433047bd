import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../../audit/actor.js';
import { AuditService } from '../../audit/audit.service.js';
import { runStatement, type Statement } from '../../database/statement.js';
import type { RoleInProject } from '../../projects/project.js';
import { foldText } from '../../users/canonical-text.js';
import { type ConnectionReference, MemberRolesService } from './member-roles.service.js';
import { findNearMisses, type ListedMapping, listUnmapped, type RoleMappingList } from './role-mapping-list.js';
import { AdministratorUnconfirmed, PreviewOutdated } from './role-mapping-errors.js';
import {
  DELETE_MAPPINGS,
  FIND_NAMED_GROUPS,
  FIND_PROJECTS,
  INSERT_RULES,
  LOCK_NAMED_GROUPS,
  LOCK_RULES,
} from './role-mappings.statements.js';
import { previewRoles, type RolePreview } from './role-preview.js';
import { type NamedGroup, type ResolvedMapping, resolveRules } from './resolve-rules.js';
import { getConnection, listMappings, type MappingRow, toReference, toRule } from './rules-in-force.js';
import type { GroupReference, RoleMapping, RoleRules } from './role-rules.js';

/** What an administrator decided on seeing a preview. */
export interface Decision {
  /** Of the preview. */
  readonly token: string;
  readonly confirmAdministrator?: boolean;
}

/**
 * What the groups of a connection mean: the administrator edits all of it, looks at what it would do, and applies that.
 * A connection of another organization is nobody's.
 */
@Injectable()
export class RoleMappingsService {
  constructor(
    private readonly roles: MemberRolesService,
    private readonly audit: AuditService,
  ) {}

  /**
   * `search` is part of the names of the unmapped groups.
   * @throws ConnectionNotFound
   */
  async list(tx: EntityManager, organizationId: string, connectionId: string, search = ''): Promise<RoleMappingList> {
    const connection = { organizationId, connectionId };
    const { defaultRole } = await getConnection(tx, connection);
    const rows = await listMappings(tx, connection);
    const awaited = rows.map(toReference).flatMap(({ by, value }) => (by === 'name' ? [value] : []));
    const nearMisses = await findNearMisses(tx, connection, awaited);
    const toListed = (row: MappingRow): ListedMapping => ({
      group: toReference(row),
      pinned: row.pinned,
      role: row.role,
      project: row.project,
      nearMisses: (row.groupId === null ? nearMisses.get(row.groupName ?? '') : undefined) ?? [],
    });
    return { defaultRole, mappings: rows.map(toListed), unmapped: await listUnmapped(tx, connection, search) };
  }

  /**
   * What the rules would do, whose groups are looked for.
   * @throws ConnectionNotFound, GroupNotFound, UnknownProject, AdministratorByName, AdministratorInProject,
   *   GroupMappedTwice
   */
  async preview(
    tx: EntityManager,
    organizationId: string,
    connectionId: string,
    wanted: RoleRules,
  ): Promise<RolePreview> {
    const { preview } = await this.consider(tx, { organizationId, connectionId }, wanted, FIND_NAMED_GROUPS);
    return preview;
  }

  /**
   * Makes the rules those of the connection, and gives every member the roles that they say: what the preview showed,
   * or nothing.
   * @throws PreviewOutdated, AdministratorUnconfirmed, LastAdministrator, and what `preview` throws
   */
  async apply(
    tx: EntityManager,
    organizationId: string,
    connectionId: string,
    wanted: RoleRules,
    { token, confirmAdministrator = false }: Decision,
    actor: Actor,
  ): Promise<RolePreview> {
    const connection = { organizationId, connectionId };
    await getConnection(tx, connection);
    await runStatement(tx, LOCK_RULES, [organizationId, connectionId]);
    const considered = await this.consider(tx, connection, wanted, LOCK_NAMED_GROUPS);
    const { preview, mappings, now } = considered;
    if (preview.token !== token) throw new PreviewOutdated();
    if (preview.needsConfirmation && !confirmAdministrator) throw new AdministratorUnconfirmed();
    await this.write(tx, connection, wanted.defaultRole, mappings);
    await this.audit.record(tx, {
      organizationId,
      actor,
      action: 'role_mappings.changed',
      subject: { kind: 'connection', id: connectionId, name: considered.connectionName },
      details: { from: now, to: { defaultRole: wanted.defaultRole, mappings: mappings.map(toMapping) } },
    });
    await this.roles.rulesChanged(tx, connection, actor);
    return preview;
  }

  /** Looks at wanted rules beside those in force; when it locks the groups, the members too. */
  private async consider(tx: EntityManager, connection: ConnectionReference, wanted: RoleRules, find: Statement) {
    const { connectionName, defaultRole } = await getConnection(tx, connection);
    const now: RoleRules = { defaultRole, mappings: (await listMappings(tx, connection)).map(toRule) };
    const references = [...wanted.mappings, ...now.mappings].map(({ group }) => group);
    const groups = await this.groupsOf(tx, connection, references, find);
    const projects = await this.projectsOf(tx, connection, wanted);
    const mappings = resolveRules(wanted.mappings, groups, projects);
    if (find === LOCK_NAMED_GROUPS) await this.roles.lockAll(tx, connection);
    const preview = await previewRoles(tx, connection, { now, wanted, mappings });
    return { connectionName, now, mappings, preview };
  }

  private groupsOf(
    tx: EntityManager,
    { organizationId, connectionId }: ConnectionReference,
    references: readonly GroupReference[],
    find: Statement,
  ): Promise<(NamedGroup & Record<string, unknown>)[]> {
    const valuesBy = (kind: GroupReference['by']) =>
      references.filter(({ by }) => by === kind).map(({ value }) => value);
    const values = [valuesBy('id').filter((id) => isUuid(id)), valuesBy('name').map(foldText), valuesBy('externalId')];
    return runStatement(tx, find, [organizationId, connectionId, ...values]);
  }

  private projectsOf(
    tx: EntityManager,
    { organizationId }: ConnectionReference,
    { mappings }: RoleRules,
  ): Promise<{ id: string }[]> {
    const ids = mappings.flatMap(({ projectId }) => projectId ?? []);
    return runStatement<{ id: string }>(tx, FIND_PROJECTS, [organizationId, ids]);
  }

  private async write(
    tx: EntityManager,
    { organizationId, connectionId }: ConnectionReference,
    defaultRole: RoleInProject,
    mappings: readonly ResolvedMapping[],
  ): Promise<void> {
    const rows = mappings.map(({ group, groupId, role, projectId }, position) => ({
      ...{ position, role, project_id: projectId, group_id: groupId },
      group_name: groupId === undefined && group.by === 'name' ? group.value : undefined,
      group_external_id: groupId === undefined && group.by === 'externalId' ? group.value : undefined,
    }));
    await runStatement(tx, DELETE_MAPPINGS, [organizationId, connectionId]);
    await runStatement(tx, INSERT_RULES, [organizationId, connectionId, JSON.stringify(rows), defaultRole]);
  }
}

const toMapping = ({ group, groupId, role, projectId }: ResolvedMapping): RoleMapping => ({
  group: groupId === undefined ? group : { by: 'id', value: groupId },
  role,
  ...(projectId === undefined ? {} : { projectId }),
});
