import { userGroupsRelation, userGroupsSql } from '../groups/user-groups.js';
import type { ScimComplex } from '../core/resource/resource.js';
import type { DirectoryUser } from '../ports/user-directory.js';
import type { Column, Columns } from '../sql/columns.js';
import { foldText } from '../core/filter/fold-text.js';

/** What `USER_COLUMNS` selects. */
export interface UserRow {
  readonly id: string;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly lastModified: number;
  readonly userName: string;
  readonly externalId: string | null;
  readonly active: boolean;
  readonly profile: ScimComplex;
  readonly managed: boolean;
  readonly groups: readonly ScimComplex[] | null;
}

/** Of a table of Users `u`; $1 is the organization, $2 the caller's connection. */
const USER = { organizationId: 'u.organization_id', id: 'u.id', connectionId: '$2' };

const IS_MANAGED = '(u.connection_id IS NOT DISTINCT FROM $2)';
const EXTERNAL_ID = `(CASE WHEN u.connection_id = $2 THEN u.external_id END)`;

export const USER_COLUMNS = `
  u.id, u.revision, date_part('epoch', u.created_at) * 1000 AS created,
  date_part('epoch', u.modified_at) * 1000 AS "lastModified", u.user_name AS "userName", ${EXTERNAL_ID} AS "externalId",
  u.active, u.profile, ${IS_MANAGED} AS managed, ${userGroupsSql(USER)} AS groups`;

/** Whom an organization's directories see. */
export const LISTED = 'u.organization_id = $1 AND u.removed_at IS NULL';

/** Where the table keeps what filters ask for. */
export const USER_FILTER_COLUMNS: Columns = {
  document: 'u.search',
  columns: new Map<string, Column>([
    ['id', { sql: 'u.id', type: 'uuid', isNeverNull: true }],
    ['externalid', { sql: EXTERNAL_ID, type: 'text' }],
    ['username', { sql: 'u.user_name_key', type: 'text', isNeverNull: true, fold: foldText }],
    ['active', { sql: 'u.active', type: 'boolean', isNeverNull: true }],
    ['meta.resourcetype', { sql: `('User'::text)`, type: 'text' }],
    ['meta.created', { sql: 'u.created_at', type: 'timestamp', isNeverNull: true }],
    ['meta.lastmodified', { sql: 'u.modified_at', type: 'timestamp', isNeverNull: true }],
    ['meta.version', { sql: `('W/"' || u.revision || '"')`, type: 'text' }],
  ]),
  relations: new Map([['groups', userGroupsRelation(USER)]]),
  lookups: new Map([
    ['externalid', (value) => `(u.connection_id = $2 AND u.external_id = ${value})`],
    ['displayname', (value) => `u.search @> jsonb_build_object('displayName', ${value}::text)`],
    [
      'emails.value',
      (value) =>
        `u.search @> jsonb_build_object('emails', jsonb_build_array(jsonb_build_object('value', ${value}::text)))`,
    ],
  ]),
};

export const toDirectoryUser = (row: UserRow): DirectoryUser => ({
  id: row.id,
  revision: row.revision,
  created: new Date(Math.round(row.created)),
  lastModified: new Date(Math.round(row.lastModified)),
  managed: row.managed,
  attributes: {
    ...row.profile,
    userName: row.userName,
    ...(row.externalId === null ? {} : { externalId: row.externalId }),
    active: row.active,
    ...(row.groups === null ? {} : { groups: row.groups }),
  },
});
