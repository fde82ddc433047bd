import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type PreparedStatement, runStatement } from '../sql/prepared.js';
import { runQuery } from '../sql/run-query.js';
import { isUuid } from '../sql/uuid.js';
import { DROP_EXPIRED } from './activity-log.statements.js';
import { ACTIVITY_COLUMNS, type ActivityRecord } from './activity-record.js';
import { type ActivitySearch, activitySearchSql, type ConnectionPlace } from './activity-search.js';

/** A day's requests that changed somebody. */
export interface ActivityDay {
  /** As `2026-01-31`, in UTC. */
  readonly day: string;
  readonly created: number;
  readonly updated: number;
  readonly deactivated: number;
}

/** How a connection does: what was asked in the last 24 hours, rounded to hours, and when last. */
export interface ActivitySummary {
  readonly lastContact: Date | null;
  readonly requests: number;
  readonly refused: number;
  readonly failed: number;
}

/** Whether a refused request can be applied again: not without its body, nor over what its sender said since. */
export type Retriable = 'yes' | 'not-kept' | 'outdated';

/** Reads the request log of one connection. Costs the same however long it is. */
@Injectable()
export class ActivityHistory {
  search(tx: EntityManager, place: ConnectionPlace, search: ActivitySearch): Promise<ActivityRecord[]> {
    const { text, values } = activitySearchSql(place, search);
    return runQuery<ActivityRecord>(tx, text, values);
  }

  /** Any text may come as `id`. */
  async find(tx: EntityManager, place: ConnectionPlace, id: string): Promise<ActivityRecord | undefined> {
    if (!isUuid(id)) return undefined;
    const values = [place.organizationId, place.connectionId, id];
    return (await runStatement<ActivityRecord>(tx, FIND_ENTRY, values))[0];
  }

  /** The body that is kept of a refused write; `undefined` when none is. */
  async findBody(tx: EntityManager, { organizationId }: ConnectionPlace, id: string): Promise<unknown> {
    const [row] = await runStatement<{ body: unknown }>(tx, FIND_BODY, [organizationId, id]);
    return row?.body;
  }

  /** Bodies of those of the entries that have one. */
  async findBodies(
    tx: EntityManager,
    { organizationId }: ConnectionPlace,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, unknown>> {
    const rows = await runStatement<{ id: string; body: unknown }>(tx, FIND_BODIES, [organizationId, ids]);
    return new Map(rows.map(({ id, body }) => [id, body]));
  }

  /** Refused writes, of the newest that are kept, in whose body that text stands, in any case. */
  async findByBody(tx: EntityManager, { organizationId }: ConnectionPlace, text: string): Promise<readonly string[]> {
    const rows = await runStatement<{ id: string }>(tx, FIND_BY_BODY, [organizationId, text]);
    return rows.map(({ id }) => id);
  }

  async isRetriable(tx: EntityManager, place: ConnectionPlace, entry: ActivityRecord): Promise<Retriable> {
    const values = [place.organizationId, entry.id, entry.resourceId];
    const [row] = await runStatement<{ kept: boolean; outdated: boolean }>(tx, CHECK_RETRY, values);
    if (!row?.kept) return 'not-kept';
    return row.outdated ? 'outdated' : 'yes';
  }

  /** What there was about the last 24 hours. */
  async summarize(tx: EntityManager, { organizationId, connectionId }: ConnectionPlace): Promise<ActivitySummary> {
    const [row] = await runStatement<ActivitySummary>(tx, SUMMARIZE, [organizationId, connectionId]);
    return row ?? { lastContact: null, requests: 0, refused: 0, failed: 0 };
  }

  /** The last so many days, also those on which nothing happened, oldest first. */
  listDays(tx: EntityManager, place: ConnectionPlace, days: number): Promise<ActivityDay[]> {
    return runStatement<ActivityDay>(tx, LIST_DAYS, [place.organizationId, place.connectionId, days]);
  }

  /** Drops bodies that have been kept long enough, some at a time: for whoever clears away now and then. */
  async dropExpired(tx: EntityManager): Promise<void> {
    await runStatement(tx, DROP_EXPIRED, [MOST_DROPPED]);
  }
}

const MOST_DROPPED = 1_000;

/** $1 organization, $2 connection, $3 entry. */
const FIND_ENTRY: PreparedStatement = {
  name: 'scim-activity-find',
  text: `
    SELECT ${ACTIVITY_COLUMNS} FROM scim_activity a
    WHERE a.organization_id = $1 AND a.id = $3 AND a.connection_id = $2`,
};

/** $1 organization, $2 entry. */
const FIND_BODY: PreparedStatement = {
  name: 'scim-kept-request-find',
  text: 'SELECT body FROM scim_kept_requests WHERE organization_id = $1 AND activity_id = $2 AND expires_at > now()',
};

/** $1 organization, $2 entries. */
const FIND_BODIES: PreparedStatement = {
  name: 'scim-kept-requests-find',
  text: `
    SELECT activity_id AS id, body FROM scim_kept_requests
    WHERE organization_id = $1 AND activity_id = ANY($2::uuid[]) AND expires_at > now()`,
};

/** $1 organization, $2 text. */
const FIND_BY_BODY: PreparedStatement = {
  name: 'scim-kept-requests-search',
  text: `
    SELECT k.activity_id AS id FROM (
      SELECT activity_id, body FROM scim_kept_requests
      WHERE organization_id = $1 AND expires_at > now() ORDER BY activity_id DESC LIMIT 1000
    ) AS k
    WHERE strpos(lower(k.body::text), lower($2::text)) > 0 LIMIT 100`,
};

/** $1 organization, $2 entry, $3 the resource that it was about. */
const CHECK_RETRY: PreparedStatement = {
  name: 'scim-activity-check-retry',
  text: `
    SELECT EXISTS (
      SELECT FROM scim_kept_requests k
      WHERE k.organization_id = $1 AND k.activity_id = $2 AND k.expires_at > now()
    ) AS kept, EXISTS (
      SELECT FROM scim_activity a
      WHERE a.organization_id = $1 AND a.resource_id = $3 AND a.id > $2 AND a.status < 300 AND a.kind <> 'read'
    ) OR EXISTS (
      SELECT FROM scim_activity a WHERE a.organization_id = $1 AND a.retry_of = $2 AND a.status < 300
    ) AS outdated`,
};

/** $1 organization, $2 connection. */
const SUMMARIZE: PreparedStatement = {
  name: 'scim-activity-summarize',
  text: `
    SELECT (
      SELECT a.at FROM scim_activity a
      WHERE a.organization_id = $1 AND a.connection_id = $2 AND a.retry_of IS NULL ORDER BY a.id DESC LIMIT 1
    ) AS "lastContact", COALESCE(sum(h.requests), 0)::int AS requests, COALESCE(sum(h.refused), 0)::int AS refused,
      COALESCE(sum(h.failed), 0)::int AS failed
    FROM scim_activity_hours h
    WHERE h.organization_id = $1 AND h.connection_id = $2 AND h.hour > now() - interval '25 hours'`,
};

/** $1 organization, $2 connection, $3 how many. */
const LIST_DAYS: PreparedStatement = {
  name: 'scim-activity-days',
  text: `
    SELECT to_char(d.day, 'YYYY-MM-DD') AS day, COALESCE(sum(h.created), 0)::int AS created,
      COALESCE(sum(h.updated), 0)::int AS updated, COALESCE(sum(h.deactivated), 0)::int AS deactivated
    FROM generate_series((now() AT TIME ZONE 'UTC')::date - ($3::int - 1), (now() AT TIME ZONE 'UTC')::date,
      interval '1 day') AS d (day)
    LEFT JOIN scim_activity_hours h ON h.organization_id = $1 AND h.connection_id = $2
      AND h.hour >= d.day AT TIME ZONE 'UTC' AND h.hour < (d.day + interval '1 day') AT TIME ZONE 'UTC'
    GROUP BY d.day ORDER BY d.day`,
};
