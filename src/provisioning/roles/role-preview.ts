import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { runStatement, type Statement } from '../../database/statement.js';
import type { ProjectRole } from '../../members/member.js';
import { type Role, ROLES } from '../../members/roles.js';
import { ALL_MEMBERS, effectiveRoles } from './effective-roles.sql.js';
import type { ConnectionReference } from './member-roles.service.js';
import type { ResolvedMapping } from './resolve-rules.js';
import type { RoleRules } from './role-rules.js';

/** A member whose roles would change. */
export interface PreviewedMember {
  readonly id: string;
  readonly name: string;
  readonly from: Role;
  readonly to: Role;
  /** The group that would decide; null when none does. */
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly projectRoles: { readonly from: readonly ProjectRole[]; readonly to: readonly ProjectRole[] };
}

export interface PreviewedMembers {
  readonly total: number;
  /** The first fifty by name. */
  readonly members: readonly PreviewedMember[];
}

/** What rules would do. Everybody whose roles change stands in one of the lists. */
export interface RolePreview {
  /** Stands for exactly this preview: `apply` wants it. */
  readonly token: string;
  /** Whether the rules map a group to Administrator that they do not map so now. */
  readonly needsConfirmation: boolean;
  readonly becomeAdministrator: PreviewedMembers;
  readonly ceaseAdministrator: PreviewedMembers;
  readonly gain: PreviewedMembers;
  readonly lose: PreviewedMembers;
  /** Whose role in the organization stays, while their roles in projects change. */
  readonly inProjects: PreviewedMembers;
}

const KINDS = ['becomeAdministrator', 'ceaseAdministrator', 'gain', 'lose', 'inProjects'] as const;

/** Of rules and what they would do, changing nothing. */
export async function previewRoles(
  tx: EntityManager,
  { organizationId, connectionId }: ConnectionReference,
  { now, wanted, mappings }: { now: RoleRules; wanted: RoleRules; mappings: readonly ResolvedMapping[] },
): Promise<RolePreview> {
  const pinned = mappings.flatMap(({ groupId, role, projectId }, position) =>
    groupId === undefined ? [] : [{ position, group_id: groupId, role, project_id: projectId ?? null }],
  );
  const values = [organizationId, connectionId, JSON.stringify(pinned), wanted.defaultRole];
  const rows = await runStatement<KindRow>(tx, PREVIEW_ROLES, values);
  const byKind = new Map(rows.map((row) => [row.kind, row]));
  const effects = KINDS.map((kind) => byKind.get(kind)?.digest ?? '');
  const groups = mappings.map(({ groupId }) => groupId ?? null);
  const lists = KINDS.map((kind) => {
    const { total = 0, members = [] } = byKind.get(kind) ?? {};
    return [kind, { total, members }] as const;
  });
  return {
    token: digestOf([rulesKey(now), rulesKey(wanted), groups, effects]),
    needsConfirmation: newAdministrators(now, mappings),
    ...(Object.fromEntries(lists) as Record<(typeof KINDS)[number], PreviewedMembers>),
  };
}

interface KindRow extends PreviewedMembers, Record<string, unknown> {
  readonly kind: (typeof KINDS)[number];
  readonly digest: string;
}

const RANKED = `ARRAY[${ROLES.map((role) => `'${role}'`).join()}]`;

/** $1 organization, $2 connection, $3 mappings as JSON, $4 default role. */
const PREVIEW_ROLES: Statement = {
  name: 'roles-preview',
  text: `
    WITH ${effectiveRoles(
      {
        mappings: `
          SELECT * FROM json_to_recordset($3) AS given (position integer, group_id uuid, role text, project_id uuid)`,
        defaultRole: '$4::text',
      },
      ALL_MEMBERS,
    )}, change AS (
      SELECT n.*, CASE WHEN n.role = n.old_role THEN 'inProjects' WHEN n.role = 'administrator' THEN 'becomeAdministrator'
        WHEN n.old_role = 'administrator' THEN 'ceaseAdministrator'
        WHEN array_position(${RANKED}, n.role) < array_position(${RANKED}, n.old_role) THEN 'gain' ELSE 'lose' END AS kind
      FROM next n WHERE n.role <> n.old_role OR n.project_roles <> n.old_project_roles
    ), placed AS (
      SELECT c.*, row_number() OVER (PARTITION BY c.kind ORDER BY c.name_key, c.id) AS nth FROM change c
    )
    SELECT p.kind, count(*)::int AS total,
      md5(string_agg(concat_ws(' ', p.id, p.old_role, p.role, p.group_id, p.old_project_roles, p.project_roles), ',' ORDER BY p.id)) AS digest,
      json_agg(json_build_object('id', p.id, 'name', p.name, 'from', p.old_role, 'to', p.role,
        'group', (
          SELECT json_build_object('id', g.id, 'name', g.display_name) FROM scim_groups g
          WHERE g.organization_id = $1 AND g.id = p.group_id
        ),
        'projectRoles', json_build_object('from', p.old_project_roles, 'to', p.project_roles)
      ) ORDER BY p.nth) FILTER (WHERE p.nth <= 50) AS members
    FROM placed p GROUP BY p.kind`,
};

const digestOf = (what: unknown) => createHash('sha256').update(JSON.stringify(what)).digest('base64url');

/** The same for the same rules, whatever made the objects. */
const rulesKey = ({ defaultRole, mappings }: RoleRules) => [
  defaultRole,
  mappings.map(({ group, role, projectId }) => [group.by, group.value, role, projectId ?? null]),
];

function newAdministrators(now: RoleRules, mappings: readonly ResolvedMapping[]): boolean {
  const present = new Set(
    now.mappings.flatMap(({ group, role }) => (role === 'administrator' ? [`${group.by} ${group.value}`] : [])),
  );
  return mappings.some(
    ({ group, groupId, role }) =>
      role === 'administrator' && !present.has(`${group.by} ${group.value}`) && !present.has(`id ${groupId}`),
  );
}
