import { Injectable } from '@nestjs/common';
import { Between, type EntityManager, LessThan } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from './actor.js';
import { AuditEntry } from './audit-entry.entity.js';
import type { AuditCriteria } from './audit-criteria.js';
import { type AuditFindings, searchAudit } from './search-audit.js';

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

/** A request, and when it was under way. */
export interface AuditedRequest {
  readonly requestId: string;
  readonly at: Date;
  readonly durationMs: number;
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

  /** What came of a request, in order; found by the time that stands in ids, since requests have no index. */
  listOfRequest(
    tx: EntityManager,
    organizationId: string,
    { requestId, at, durationMs }: AuditedRequest,
  ): Promise<AuditEntry[]> {
    const [from, to] = [at.getTime() - MARGIN_MS, at.getTime() + durationMs + MARGIN_MS];
    const id = Between(firstIdAt(from), firstIdAt(to));
    return tx.find(AuditEntry, {
      where: { organizationId, id, requestId },
      order: { id: 'ASC' },
      take: MOST_OF_REQUEST,
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
  search(tx: EntityManager, criteria: AuditCriteria, limit: number): Promise<AuditFindings> {
    return searchAudit(tx, criteria, limit);
  }
}

const MOST_OF_REQUEST = 50;

/** How far the clocks of processes may be apart. */
const MARGIN_MS = 5_000;

/** The least id of that moment. */
const firstIdAt = (ms: number): string => v7({ msecs: Math.floor(ms), seq: 0, random: new Uint8Array(16) });
