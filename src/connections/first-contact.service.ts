import { Injectable } from '@nestjs/common';
import { listRecentRequests, type RecentRequest } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import type { ConnectionPlace } from './connection-place.js';
import { FIND_ARRIVALS } from './first-contact.statements.js';

/** What arrived first, and how many there are by now: `MOST_COUNTED` and one means more. */
interface Arrivals {
  readonly firstPerson: string | null;
  readonly people: number;
  readonly firstGroup: string | null;
  readonly groups: number;
}

export const MOST_COUNTED = 1_000;

/** How far a directory has come with a connection. */
export interface FirstContact extends Arrivals {
  /** The last request that was let in, or refused for another reason than its token. */
  readonly understood: RecentRequest | undefined;
  /** The last request, when it was refused. */
  readonly refused: RecentRequest | undefined;
}

/** Watches a connection for its first requests, people and groups. */
@Injectable()
export class FirstContactService {
  async look(tx: EntityManager, place: ConnectionPlace): Promise<FirstContact> {
    const [recent, [arrivals]] = await Promise.all([
      listRecentRequests(tx, place, RECENT),
      runStatement<Arrivals & Record<string, unknown>>(tx, FIND_ARRIVALS, [place.organizationId, place.connectionId]),
    ]);
    const [last] = recent;
    return {
      ...(arrivals ?? NOTHING),
      understood: recent.find(({ status }) => status !== UNAUTHORIZED),
      refused: last !== undefined && last.status >= 400 && last.status !== NOT_FOUND ? last : undefined,
    };
  }
}

const RECENT = 50;
const UNAUTHORIZED = 401;

/** Directories look for people who are not here yet: to them it is an answer. */
const NOT_FOUND = 404;

const NOTHING: Arrivals = { firstPerson: null, people: 0, firstGroup: null, groups: 0 };
