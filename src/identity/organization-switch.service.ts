import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { Transactions } from '../database/transactions.js';
import type { PersonInSession } from '../sessions/session.js';
import { type OpenedSession, SessionsService } from '../sessions/sessions.service.js';
import type { Membership } from '../users/users.service.js';
import { UsersService } from '../users/users.service.js';
import { SignInElsewhere } from './identity-errors.js';

/** From where somebody switches. */
export interface SwitchOrigin {
  readonly address: string;
  readonly client?: string | undefined;
  readonly requestId?: string | undefined;
}

/** From one organization of an account to another. */
@Injectable()
export class OrganizationSwitchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly users: UsersService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Opens a session there in place of this one. What was proved here is worth there what it was worth: a password, where
   * the account signs in by it, no fresher and for no longer than before; an organization's identity provider opens no other one.
   * @throws SignInElsewhere
   */
  async enter(person: PersonInSession, organizationId: string, origin: SwitchOrigin): Promise<OpenedSession> {
    const { openedBy, provedSecondsAgo } = person.session;
    if (openedBy !== 'password') throw new SignInElsewhere();
    return this.transactions.run(async (tx) => {
      const user = await this.users.lock(tx, person.userId);
      const memberships = user ? await this.users.passwordMemberships(tx, user) : [];
      const membership = memberships.find((candidate) => candidate.organizationId === organizationId);
      if (!membership) throw new SignInElsewhere();
      // It may have been ended meanwhile, with all others of the account.
      const ended = await this.sessions.endOf(tx, person, person.session.id);
      if (!ended) throw new SignInElsewhere();
      const { requestId, ...place } = origin;
      const lifetimeSeconds = ended.secondsLeft;
      const session = await this.sessions.open(tx, membership, {
        ...place,
        openedBy,
        provedSecondsAgo,
        lifetimeSeconds,
      });
      if (!session) throw new SignInElsewhere();
      await this.record(tx, membership, requestId);
      return session;
    });
  }

  private record(
    tx: EntityManager,
    { organizationId, memberId, memberName }: Membership,
    requestId: string | undefined,
  ): Promise<void> {
    const subject = { kind: 'member', id: memberId, name: memberName } as const;
    const actor = requestId === undefined ? subject : { ...subject, requestId };
    const details = { by: 'password', switched: true };
    return this.audit.record(tx, { organizationId, actor, action: 'member.signed_in', subject, details });
  }
}
