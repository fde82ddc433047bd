import type { EntityManager } from 'typeorm';
import { runStatement } from '../../database/statement.js';
import type { Role } from '../../members/roles.js';
import type { RoleInProject } from '../../projects/project.js';
import { foldText } from '../../users/canonical-text.js';
import type { ConnectionReference } from './member-roles.service.js';
import { type Difference, differencesOf, nearMissKey, UNSEEN } from './near-miss.js';
import { FIND_NEAR_MISSES, LIST_UNMAPPED_GROUPS } from './role-mappings.statements.js';
import type { GroupReference } from './role-rules.js';

/** A group of the connection, with how many members it has. */
export interface ListedGroup {
  readonly id: string;
  readonly name: string;
  readonly memberCount: number;
}

/** A group whose name somebody may have meant. */
export interface NearMiss extends ListedGroup {
  /** In what it differs from the name; nothing, when it got exactly this name after it came. */
  readonly differs: readonly Difference[];
}

export interface ListedMapping {
  /** How rules name the group. */
  readonly group: GroupReference;
  /** Null while the mapping waits for its group. */
  readonly pinned: ListedGroup | null;
  readonly role: Role;
  readonly project: { readonly id: string; readonly name: string } | null;
  /** Of a mapping that waits for a name. */
  readonly nearMisses: readonly NearMiss[];
}

/** What an administrator sees of a connection's role mapping. */
export interface RoleMappingList {
  readonly defaultRole: RoleInProject;
  /** In order. */
  readonly mappings: readonly ListedMapping[];
  /** Groups that mean nothing, by name: all that there are, and the first two hundred. */
  readonly unmapped: { readonly total: number; readonly groups: readonly ListedGroup[] };
}

const MOST_GROUPS = 200;

/** The connection's groups without a mapping whose names contain the text. */
export async function listUnmapped(
  tx: EntityManager,
  { organizationId, connectionId }: ConnectionReference,
  search: string,
): Promise<RoleMappingList['unmapped']> {
  const values = [organizationId, connectionId, foldText(search), MOST_GROUPS];
  const rows = await runStatement<ListedGroup & { total: number }>(tx, LIST_UNMAPPED_GROUPS, values);
  return { total: rows[0]?.total ?? 0, groups: rows.map(({ total: _, ...group }) => group) };
}

/** Groups whose names are nearly those. */
export async function findNearMisses(
  tx: EntityManager,
  { organizationId, connectionId }: ConnectionReference,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly NearMiss[]>> {
  if (names.length === 0) return new Map();
  const values = [organizationId, connectionId, UNSEEN, names.map(nearMissKey), MOST_GROUPS];
  const groups = await runStatement<ListedGroup & Record<string, unknown>>(tx, FIND_NEAR_MISSES, values);
  return new Map(names.map((name) => [name, groups.flatMap((group) => toNearMiss(name, group))]));
}

const toNearMiss = (name: string, group: ListedGroup): NearMiss[] =>
  nearMissKey(name) === nearMissKey(group.name) ? [{ ...group, differs: differencesOf(name, group.name) }] : [];
