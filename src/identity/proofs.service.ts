import { Injectable } from '@nestjs/common';
import { AuditService } from '../audit/audit.service.js';
import { Settings } from '../config/settings.js';
import { Transactions } from '../database/transactions.js';
import type { PersonInSession, Session } from '../sessions/session.js';
import { type OpenedSession, SessionsService } from '../sessions/sessions.service.js';
import { PasswordAttempts } from '../users/password-attempts.js';
import { isPasswordOf } from '../users/passwords.js';
import { UsersService } from '../users/users.service.js';
import { InvalidCredentials } from './identity-errors.js';

/** Somebody who is in, and says once more that it is them. */
export interface Proof {
  readonly person: PersonInSession;
  readonly password: string;
  /** Of the session that is to be trusted anew. */
  readonly cookie: string;
  readonly address: string;
  readonly requestId?: string | undefined;
}

/** Proofs of who is at the keyboard: a session alone says who was there in the morning. */
@Injectable()
export class ProofsService {
  constructor(
    private readonly settings: Settings,
    private readonly transactions: Transactions,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly attempts: PasswordAttempts,
    private readonly audit: AuditService,
  ) {}

  /** Whether the proof is new enough for secrets to be given out. */
  isFresh({ provedSecondsAgo }: Session): boolean {
    return provedSecondsAgo < this.settings.freshSignInSeconds;
  }

  /**
   * Checks the password of whoever opened the session by it: what a provider opened, the provider proves.
   * @returns the same session under another cookie
   * @throws InvalidCredentials, TooManyAttempts
   */
  async prove(proof: Proof): Promise<OpenedSession> {
    if (proof.person.session.openedBy !== 'password') throw new InvalidCredentials();
    await this.checkPassword(proof);
    return this.transactions.run(async (tx) => {
      const session = await this.sessions.renew(tx, proof.cookie);
      if (!session) throw new InvalidCredentials();
      const { organizationId, memberId, name } = proof.person;
      const subject = { kind: 'member', id: memberId, name } as const;
      const actor = proof.requestId === undefined ? subject : { ...subject, requestId: proof.requestId };
      await this.audit.record(tx, {
        organizationId,
        actor,
        action: 'member.identity_confirmed',
        subject,
        details: { by: 'password' },
      });
      return session;
    });
  }

  /**
   * That this is the password of the account behind the person, in an organization that lets it in by password.
   * @returns its digest
   * @throws InvalidCredentials, TooManyAttempts
   */
  async checkPassword({ person, password, address }: Omit<Proof, 'cookie'>): Promise<string> {
    const tx = this.transactions.single;
    const user = await this.users.find(tx, person.userId);
    const email = user?.email ?? person.userId;
    await this.attempts.begin(email, address);
    const isRight = await isPasswordOf(password, user?.passwordDigest);
    const memberships = user ? await this.users.passwordMemberships(tx, user) : [];
    const isIn = memberships.some(({ memberId }) => memberId === person.memberId);
    if (!isRight || !isIn || typeof user?.passwordDigest !== 'string') throw new InvalidCredentials();
    await this.attempts.succeeded(email, address);
    return user.passwordDigest;
  }
}
