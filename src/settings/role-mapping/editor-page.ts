import type { RoleInProject } from '../../projects/project.js';
import type { ListedGroup, NearMiss } from '../../provisioning/roles/role-mapping-list.js';
import type { ListedConnection } from '../provisioning/provisioning-screen.service.js';
import type { DraftMapping } from './draft.js';
import type { TypedGroup } from './role-mapping-form.js';

/** Why a mapping cannot be applied as it stands. */
export type Problem = 'twice' | 'gone';

/** What the screen shows of one mapping of the draft. */
export interface EditorRow {
  /** In the draft. */
  readonly index: number;
  readonly mapping: DraftMapping;
  /** Of the group; unknown while the mapping waits for it, or it is not on the page. */
  readonly memberCount: number | undefined;
  readonly nearMisses: readonly NearMiss[];
  readonly problem: Problem | undefined;
}

export interface ProjectChoice {
  readonly id: string;
  readonly name: string;
}

/** *Role mapping* while somebody edits it. */
export interface EditorPage {
  readonly connection: ListedConnection;
  readonly defaultRole: RoleInProject;
  readonly inOrganization: readonly EditorRow[];
  readonly inProjects: readonly EditorRow[];
  readonly projects: readonly ProjectChoice[];
  /** Whether the draft says something else than the rules in force. */
  readonly changed: boolean;
  /** Groups without a mapping in the draft, and how many more there are. */
  readonly unmapped: { readonly groups: readonly ListedGroup[]; readonly more: number };
  /** Whether the directory has pushed no group at all. */
  readonly withoutGroups: boolean;
  readonly search: string;
  readonly typed: TypedGroup;
}
