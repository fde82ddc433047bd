import { Injectable } from '@nestjs/common';
import { ConnectionsService } from '@ruleforge/scim';
import { Transactions } from '../database/transactions.js';
import { OwnAccountService } from '../identity/own-account.service.js';
import { OwnSessionsService } from '../identity/own-sessions.service.js';
import { MembersService } from '../members/members.service.js';
import type { PersonInSession } from '../sessions/session.js';
import type { AccountPage } from './account-page.js';

/** Reads *Account*. */
@Injectable()
export class AccountScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: OwnAccountService,
    private readonly sessions: OwnSessionsService,
    private readonly members: MembersService,
    private readonly connections: ConnectionsService,
  ) {}

  async read(person: PersonInSession): Promise<AccountPage> {
    const [sessions, managedBy, hasPassword] = await Promise.all([
      this.sessions.list(this.transactions.single, person),
      this.managerOf(person),
      this.accounts.hasPassword(person),
    ]);
    return {
      memberName: person.name,
      email: person.email,
      managedBy,
      hasPassword,
      sessions: sessions.map((session) => ({ ...session, isThis: session.id === person.session.id })),
    };
  }

  /** The name of the connection that manages the member. */
  private async managerOf({ organizationId, memberId }: PersonInSession): Promise<string | undefined> {
    const tx = this.transactions.single;
    const connectionId = (await this.members.find(tx, organizationId, memberId))?.connectionId;
    if (typeof connectionId !== 'string') return undefined;
    return (await this.connections.find(tx, connectionId))?.name ?? connectionId;
  }
}
