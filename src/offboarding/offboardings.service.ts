import { Injectable } from '@nestjs/common';
import { type ConnectionPlace, runQuery } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import { composeOffboardingSearch, type OffboardingSearch } from './offboarding-search.js';
import type { Offboarding } from './offboarding.js';
import { CUT_TIMES } from './offboardings.statements.js';

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
  async list(tx: EntityManager, place: ConnectionPlace, search: OffboardingSearch): Promise<Offboarding[]> {
    let found: Offboarding[] = [];
    for (const { text, values } of composeOffboardingSearch(place, search)) {
      found = await runQuery<Offboarding>(tx, text, values);
      if (found.length === search.limit) break;
    }
    return found;
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
