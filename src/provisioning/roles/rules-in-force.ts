import type { EntityManager } from 'typeorm';
import { runStatement } from '../../database/statement.js';
import type { Role } from '../../members/roles.js';
import type { RoleInProject } from '../../projects/project.js';
import type { ConnectionReference } from './member-roles.service.js';
import { ConnectionNotFound } from './role-mapping-errors.js';
import type { ListedGroup, ListedMapping } from './role-mapping-list.js';
import { FIND_DEFAULT_ROLE, LIST_MAPPINGS } from './role-mappings.statements.js';
import type { GroupReference, RoleMapping } from './role-rules.js';

interface ConnectionRow extends Record<string, unknown> {
  readonly connectionName: string;
  readonly defaultRole: RoleInProject;
}

/** A mapping as it is kept. */
export interface MappingRow extends Record<string, unknown> {
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly externalId: string | null;
  readonly role: Role;
  readonly pinned: ListedGroup | null;
  readonly projectId: string | null;
  readonly project: ListedMapping['project'];
}

/**
 * The connection's name and default role.
 * @throws ConnectionNotFound
 */
export async function getConnection(
  tx: EntityManager,
  { organizationId, connectionId }: ConnectionReference,
): Promise<ConnectionRow> {
  const values = [organizationId, connectionId];
  const isId = CONNECTION_ID.test(connectionId);
  const [row] = isId ? await runStatement<ConnectionRow>(tx, FIND_DEFAULT_ROLE, values) : [];
  if (!row) throw new ConnectionNotFound();
  return row;
}

const CONNECTION_ID = /^[a-z\d]{1,64}$/;

/** The connection's mappings, in order. */
export const listMappings = (
  tx: EntityManager,
  { organizationId, connectionId }: ConnectionReference,
): Promise<MappingRow[]> => runStatement<MappingRow>(tx, LIST_MAPPINGS, [organizationId, connectionId]);

/** How rules name the group of a mapping: what was prepared and has arrived, by its id. */
export function toReference({ groupId, groupName, externalId }: MappingRow): GroupReference {
  if (groupId !== null) return { by: 'id', value: groupId };
  return externalId === null ? { by: 'name', value: groupName ?? '' } : { by: 'externalId', value: externalId };
}

/** The mapping as an administrator would write it. */
export const toRule = (row: MappingRow): RoleMapping => ({
  group: toReference(row),
  role: row.role,
  ...(row.projectId === null ? {} : { projectId: row.projectId }),
});
