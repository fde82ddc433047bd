import { Injectable } from '@nestjs/common';
import { type EntityManager, LessThan } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from './actor.js';
import { AuditEntry } from './audit-entry.entity.js';
import { type AuditCriteria, type ComposedSearch, composeAuditSearch } from './audit-search.js';
import { AuditSearchTimedOut, wasCancelled } from './audit-errors.js';

/** What is to be recorded; its id and time are given by the service. */
export interface AuditEvent {
  readonly organizationId: string;
  readonly actor: Actor;
  /** `<noun>.<past tense>`, e.g. `member.deactivated`. */
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string; readonly name: string };
  readonly details?: Readonly<Record<string, unknown>>;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Where the next, older page begins; absent on the last one. */
  readonly next?: string;
}

/** The audit log: no event without its entry, no entry without its event. */
@Injectable()
export class AuditService {
  /** Records the event in the transaction that `tx` is. */
  async record(tx: EntityManager, { organizationId, actor, action, subject, details }: AuditEvent): Promise<void> {
    await tx.insert(AuditEntry, {
      organizationId,
      id: v7(),
      at: new Date(),
      actorKind: actor.kind,
      actorId: actor.id,
      actorName: actor.name,
      action,
      subjectKind: subject.kind,
      subjectId: subject.id,
      subjectName: subject.name,
      // An insert's types are those of a deep partial, which opaque JSON does not satisfy.
      details: { ...details } as object,
      requestId: actor.requestId ?? null,
    });
  }

  /** Newest first, from the entry `before` on. */
  async list(tx: EntityManager, organizationId: string, limit: number, before?: string): Promise<AuditPage> {
    const found = await tx.find(AuditEntry, {
      where: { organizationId, ...(before === undefined ? {} : { id: LessThan(before) }) },
      order: { id: 'DESC' },
      take: limit + 1,
    });
    const entries = found.slice(0, limit);
    const next = found.length > limit ? entries.at(-1)?.id : undefined;
    return { entries, ...(next === undefined ? {} : { next }) };
  }

  /**
   * The newest entries that fit, in a transaction of its own: looking for long may not keep others waiting.
   * @throws AuditSearchTimedOut
   */
  async search(tx: EntityManager, criteria: AuditCriteria, limit: number): Promise<AuditPage> {
    await tx.query(`SET LOCAL statement_timeout = ${LONGEST_SEARCH_MILLISECONDS}`);
    const found = await this.firstFull(tx, composeAuditSearch(criteria, limit + 1), limit + 1);
    const entries = found.slice(0, limit);
    const next = found.length > limit ? entries.at(-1)?.id : undefined;
    return { entries, ...(next === undefined ? {} : { next }) };
  }

  private async firstFull(tx: EntityManager, searches: readonly ComposedSearch[], limit: number) {
    let found: AuditEntry[] = [];
    for (const { text, values } of searches) {
      // Never a prepared statement: what the best plan is depends on the values.
      found = await tx.query<AuditEntry[]>(text, [...values]).catch((error: unknown) => {
        throw wasCancelled(error) ? new AuditSearchTimedOut(error) : error;
      });
      if (found.length === limit) break;
    }
    return found;
  }
}

const LONGEST_SEARCH_MILLISECONDS = 5_000;
