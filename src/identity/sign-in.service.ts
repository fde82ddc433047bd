import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Transactions } from '../database/transactions.js';
import { type OpenedSession, SessionsService } from '../sessions/sessions.service.js';
import { PasswordAttempts } from '../users/password-attempts.js';
import { isPasswordOf } from '../users/passwords.js';
import type { User } from '../users/user.entity.js';
import { type Membership, UsersService } from '../users/users.service.js';
import { InvalidCredentials, OrganizationRequired } from './identity-errors.js';

export interface SignIn {
  readonly email: string;
  readonly password: string;
  /** Which organization to enter, for somebody who belongs to several. */
  readonly organizationId?: string;
  readonly address: string;
  readonly client?: string;
  readonly requestId?: string;
}

/**
 * Sign-in by password, for the recovery administrator and members managed by hand. Whom a directory manages signs in
 * through it.
 */
@Injectable()
export class SignInService {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly attempts: PasswordAttempts,
    private readonly audit: AuditService,
  ) {}

  /** @throws InvalidCredentials, TooManyAttempts, OrganizationRequired */
  async signIn(signIn: SignIn): Promise<OpenedSession> {
    const { email, password, address } = signIn;
    await this.attempts.begin(email, address);
    const user = await this.users.findByAddress(this.transactions.single, email);
    const isRight = await isPasswordOf(password, user?.passwordDigest);
    if (!user || !isRight) throw new InvalidCredentials();
    await this.attempts.succeeded(email, address);
    return this.transactions.run((tx) => this.enter(tx, user, signIn));
  }

  /** Ends the session of this cookie. */
  signOut(cookie: string): Promise<void> {
    return this.sessions.end(this.transactions.single, cookie);
  }

  private async enter(tx: EntityManager, user: User, signIn: SignIn): Promise<OpenedSession> {
    const now = await this.users.lock(tx, user.id);
    if (now?.passwordDigest !== user.passwordDigest) throw new InvalidCredentials();
    const memberships = await this.users.passwordMemberships(tx, user);
    const membership = choose(memberships, signIn.organizationId);
    const session = await this.sessions.open(tx, membership, { ...signIn, openedBy: 'password' });
    if (!session) throw new InvalidCredentials();
    const actor = { kind: 'member', id: membership.memberId, name: membership.memberName } as const;
    await this.audit.record(tx, {
      organizationId: membership.organizationId,
      actor: signIn.requestId === undefined ? actor : { ...actor, requestId: signIn.requestId },
      action: 'member.signed_in',
      subject: actor,
      details: { by: 'password' },
    });
    return session;
  }
}

function choose(memberships: readonly Membership[], organizationId: string | undefined): Membership {
  const [only, ...others] =
    organizationId === undefined
      ? memberships
      : memberships.filter((membership) => membership.organizationId === organizationId);
  if (!only) throw new InvalidCredentials();
  if (others.length > 0) throw new OrganizationRequired(memberships);
  return only;
}
