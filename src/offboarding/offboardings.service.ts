import { Injectable } from '@nestjs/common';
import { type ConnectionPlace, runQuery } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import { type Offboarding, OFFBOARDING_COLUMNS, type OffboardingKind } from './offboarding.js';
import { CUT_TIMES } from './offboardings.statements.js';

/** Which of a connection's offboardings are wanted, newest first; what is absent is any. */
export interface OffboardingSearch {
  readonly limit: number;
  /** Part of a name, a userName or an address, in any case. */
  readonly text?: string;
  readonly kind?: OffboardingKind;
  readonly since?: Date;
  /** The page goes on behind this one, to what is older. */
  readonly before?: string;
}

/** How long it took from the request to the cut, in milliseconds; null when nobody was offboarded. */
export interface CutTimes {
  readonly people: number;
  readonly p50: number | null;
  readonly p99: number | null;
}

/** The record of who lost access. Written with the act itself, by the members' rules; here it is only read. */
@Injectable()
export class OffboardingsService {
  /** Of the members that the connection managed, whoever offboarded them. */
  list(
    tx: EntityManager,
    { organizationId, connectionId }: ConnectionPlace,
    { limit, text = '', kind, since, before }: OffboardingSearch,
  ): Promise<Offboarding[]> {
    const values: unknown[] = [organizationId, connectionId];
    const given = (value: unknown) => `$${values.push(value)}`;
    const conditions = [
      'o.organization_id = $1 AND o.connection_id = $2',
      ...(text.trim() === '' ? [] : [textCondition(given(`%${escapeLike(text.trim())}%`))]),
      ...(kind ? [`o.kind = ${given(kind)}`] : []),
      ...(since ? [`o.cut_at >= ${given(since)}`] : []),
      ...(before ? [`o.id < ${given(before)}::uuid`] : []),
    ];
    const sql = `
      SELECT ${OFFBOARDING_COLUMNS} FROM offboardings o WHERE ${conditions.join(' AND ')}
      ORDER BY o.id DESC LIMIT ${given(limit)}`;
    return runQuery<Offboarding>(tx, sql, values);
  }

  /** Everything that a search finds, a chunk at a time; before each of them `check` may throw. */
  async *all(
    tx: EntityManager,
    place: ConnectionPlace,
    search: Omit<OffboardingSearch, 'limit' | 'before'>,
    check: () => Promise<void>,
  ): AsyncGenerator<Offboarding> {
    let before: string | undefined;
    do {
      await check();
      const chunk = await this.list(tx, place, { ...search, limit: CHUNK, ...(before && { before }) });
      yield* chunk;
      before = chunk.length === CHUNK ? chunk.at(-1)?.id : undefined;
    } while (before);
  }

  /** Of the last thousand whom the connection offboarded within 30 days. */
  async measure(tx: EntityManager, { organizationId, connectionId }: ConnectionPlace): Promise<CutTimes> {
    const [times] = await runStatement<CutTimes & Record<string, unknown>>(tx, CUT_TIMES, [
      organizationId,
      connectionId,
    ]);
    return times ?? { people: 0, p50: null, p99: null };
  }
}

const CHUNK = 1_000;

const textCondition = (pattern: string) =>
  `(o.name ILIKE ${pattern} OR o.user_name ILIKE ${pattern} OR o.email ILIKE ${pattern})`;

const escapeLike = (text: string) => text.replaceAll(/[\\%_]/g, '\\$&');
