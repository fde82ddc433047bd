import type { Group, GroupMember } from './group.js';
import { GROUP_MEMBERS } from './member-rows.js';

/** The most members that are read along with one group, and with a page of them; more are read in chunks. */
export const READ_ALONG = { group: 1000, page: 20_000 } as const;

/** What `GROUP_COLUMNS` selects, with or without `MEMBERS_JSON`. */
export interface GroupRow {
  readonly id: string;
  readonly revision: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly lastModified: number;
  readonly displayName: string;
  readonly externalId: string | null;
  readonly memberCount: number;
  readonly members?: readonly GroupMember[] | null;
}

/** Of `scim_groups g`. */
export const GROUP_COLUMNS = `
  g.id, g.revision, date_part('epoch', g.created_at) * 1000 AS created,
  date_part('epoch', g.modified_at) * 1000 AS "lastModified", g.display_name AS "displayName",
  g.external_id AS "externalId", g.member_count AS "memberCount"`;

/** The members of `scim_groups g`, by id. */
export const MEMBERS_JSON = `(
  SELECT COALESCE(json_agg(json_build_object('value', x.user_id, 'display', u.display) ORDER BY x.user_id), '[]')
  FROM ${GROUP_MEMBERS.rows} WHERE ${GROUP_MEMBERS.join})`;

export const toGroup = (row: GroupRow): Group => ({
  id: row.id,
  revision: row.revision,
  created: new Date(Math.round(row.created)),
  lastModified: new Date(Math.round(row.lastModified)),
  attributes: {
    displayName: row.displayName,
    ...(row.externalId === null ? {} : { externalId: row.externalId }),
  },
  memberCount: row.memberCount,
  ...(row.members ? { members: row.members } : {}),
});
