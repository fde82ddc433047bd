import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { Transactions } from '../database/transactions.js';
import type { PersonInSession } from '../sessions/session.js';
import { type OpenedSession, SessionsService } from '../sessions/sessions.service.js';
import { PasswordUnacceptable } from '../users/user-errors.js';
import { hashPassword, PASSWORD_LENGTH } from '../users/passwords.js';
import { UsersService } from '../users/users.service.js';
import { InvalidCredentials, PasswordManagedElsewhere } from './identity-errors.js';
import { OwnSessionsService } from './own-sessions.service.js';
import { ProofsService } from './proofs.service.js';

/** A password that is to take the place of another, and where the request came from. */
export interface PasswordChange {
  readonly current: string;
  readonly wanted: string;
  readonly cookie: string;
  readonly address: string;
}

/** What people change of their own account. */
@Injectable()
export class OwnAccountService {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly ownSessions: OwnSessionsService,
    private readonly proofs: ProofsService,
    private readonly audit: AuditService,
  ) {}

  /** Whether the person signs in to this organization by a password of the account's. */
  async hasPassword(person: PersonInSession): Promise<boolean> {
    const user = await this.users.find(this.transactions.single, person.userId);
    if (typeof user?.passwordDigest !== 'string') return false;
    const memberships = await this.users.passwordMemberships(this.transactions.single, user);
    return memberships.some(({ memberId }) => memberId === person.memberId);
  }

  /** Screens and mails speak it from now on, in every organization of the account. */
  async changeLanguage(tx: EntityManager, person: PersonInSession, locale: string, actor: Actor): Promise<void> {
    if (locale === person.locale) return;
    await this.users.setLocale(tx, person.userId, locale);
    await this.record(tx, person, actor, 'member.language_changed', { language: { from: person.locale, to: locale } });
  }

  /**
   * Every session but this one ends, in all organizations that the old password had opened.
   * @returns this session under another cookie
   * @throws PasswordManagedElsewhere, PasswordUnacceptable, InvalidCredentials, TooManyAttempts
   */
  async changePassword(person: PersonInSession, change: PasswordChange, actor: Actor): Promise<OpenedSession> {
    const { current, wanted, cookie, address } = change;
    if (!(await this.hasPassword(person))) throw new PasswordManagedElsewhere();
    const { length } = wanted;
    if (length < PASSWORD_LENGTH.min || length > PASSWORD_LENGTH.max) throw new PasswordUnacceptable();
    const oldDigest = await this.proofs.checkPassword({ person, password: current, address });
    const newDigest = await hashPassword(wanted);
    return this.transactions.run(async (tx) => {
      const isReplaced = await this.users.replacePassword(tx, person.userId, oldDigest, newDigest);
      const session = await this.sessions.renew(tx, cookie);
      if (!isReplaced || !session) throw new InvalidCredentials();
      await this.record(tx, person, actor, 'member.password_changed', {});
      await this.ownSessions.endAll(tx, person, { reason: 'password_changed', except: person.session.id }, actor);
      return session;
    });
  }

  private record(
    tx: EntityManager,
    { organizationId, memberId, name }: PersonInSession,
    actor: Actor,
    action: string,
    details: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const subject = { kind: 'member', id: memberId, name };
    return this.audit.record(tx, { organizationId, actor, action, subject, details });
  }
}
