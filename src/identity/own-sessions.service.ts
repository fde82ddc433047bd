import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import type { ListedSession, PersonInSession } from '../sessions/session.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { UsersService } from '../users/users.service.js';
import { SessionNotFound } from './identity-errors.js';

/** Why sessions of an account ended at once. */
export type EndingReason = 'signed_out_everywhere' | 'password_changed';

/** A person's own sessions. What one organization's provider opened, only that organization's session may end. */
@Injectable()
export class OwnSessionsService {
  constructor(
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /** The open ones in the person's organization, the last used first. */
  list(tx: EntityManager, person: PersonInSession): Promise<ListedSession[]> {
    return this.sessions.list(tx, person);
  }

  /** @throws SessionNotFound */
  async end(tx: EntityManager, person: PersonInSession, id: string, actor: Actor): Promise<void> {
    const ended = await this.sessions.endOf(tx, person, id);
    if (!ended) throw new SessionNotFound();
    const subject = { kind: 'member', id: person.memberId, name: person.name };
    const { organizationId } = person;
    const details = { client: ended.client, address: ended.address };
    await this.audit.record(tx, { organizationId, actor, action: 'member.session_ended', subject, details });
  }

  /**
   * Ends all sessions in the person's organization and, for whoever knows the account's password, those that it opened
   * elsewhere. Each organization's audit log says so.
   * @param except the id of the one that stays
   * @returns how many ended
   */
  async endAll(
    tx: EntityManager,
    { userId, organizationId, session }: PersonInSession,
    { reason, except }: { readonly reason: EndingReason; readonly except?: string },
    { requestId }: Actor,
  ): Promise<number> {
    const withPassword = reason === 'password_changed' || session.openedBy === 'password';
    const wish = { organizationId, withPassword, ...(except === undefined ? {} : { except }) };
    await this.users.lock(tx, userId);
    const ended = await this.sessions.endOfAccount(tx, userId, wish);
    for (const { organizationId: place, memberId: id, name, count } of ended) {
      const subject = { kind: 'member', id, name } as const;
      const actor = requestId === undefined ? subject : { ...subject, requestId };
      const details = { reason, sessionsEnded: count };
      await this.audit.record(tx, { organizationId: place, actor, action: 'member.sessions_ended', subject, details });
    }
    return ended.reduce((sum, { count }) => sum + count, 0);
  }
}
