import { Injectable } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import { ConnectionAdmissionsService } from '../../connections/connection-admissions.service.js';
import { Transactions } from '../../database/transactions.js';
import type { CreatedInvitation } from '../../invitations/invitation.js';
import { InvitationsService } from '../../invitations/invitations.service.js';
import { MailService } from '../../mail/mail.service.js';
import { MembersService } from '../../members/members.service.js';
import type { Person } from '../../members/person.js';
import type { InvitationForm } from './invitation-form.js';
import type { InvitationsPage, NewInvitationPage } from './invitations-page.js';
import type { InvitationsQuery } from './invitations-query.js';

const PAGE_SIZE = 50;

/** Reads *Pending invitations*, and hands decisions to the rules: each in one transaction. */
@Injectable()
export class InvitationsScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly invitations: InvitationsService,
    private readonly members: MembersService,
    private readonly admissions: ConnectionAdmissionsService,
    private readonly mail: MailService,
  ) {}

  get mails(): boolean {
    return this.mail.canSend;
  }

  async read({ organizationId }: Person, { state, before }: InvitationsQuery): Promise<InvitationsPage> {
    const search = { state, limit: PAGE_SIZE, ...(before === undefined ? {} : { before }) };
    const { invitations, next } = await this.invitations.list(this.transactions.single, organizationId, search);
    return { state, invitations, next, mails: this.mails };
  }

  async readNew({ organizationId }: Person, form: InvitationForm): Promise<NewInvitationPage> {
    const tx = this.transactions.single;
    const [{ active, seats }, byDirectory] = await Promise.all([
      this.members.count(tx, organizationId),
      this.admissions.isClosed(tx, organizationId),
    ]);
    return { form, mails: this.mails, byDirectory, seats: seats === null ? undefined : { taken: active, of: seats } };
  }

  /** @throws what `InvitationsService.create` throws */
  create({ organizationId }: Person, form: InvitationForm, actor: Actor): Promise<CreatedInvitation> {
    return this.transactions.run((tx) => this.invitations.create(tx, organizationId, form, actor));
  }

  /** @throws what `InvitationsService.resend` throws */
  resend({ organizationId }: Person, id: string, actor: Actor): Promise<CreatedInvitation> {
    return this.transactions.run((tx) => this.invitations.resend(tx, organizationId, id, actor));
  }

  /** @throws InvitationNotFound */
  withdraw({ organizationId }: Person, id: string, actor: Actor): Promise<void> {
    return this.transactions.run((tx) => this.invitations.withdraw(tx, organizationId, id, actor));
  }
}
