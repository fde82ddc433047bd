import { Body, Get, HttpCode, Ip, Post, Req } from '@nestjs/common';
import type { Actor } from '../audit/actor.js';
import { Transactions } from '../database/transactions.js';
import type { IdentifiedPerson } from '../identity/people.service.js';
import type { CreatedInvitation, Invitation } from '../invitations/invitation.js';
import { AcceptanceService } from '../invitations/acceptance.service.js';
import { InvitationsService } from '../invitations/invitations.service.js';
import { CurrentActor, CurrentPerson, Public, RequirePermission } from './access.decorators.js';
import { type ApiRequest, requestIdOf } from './api-request.js';
import { Id } from './id.decorator.js';
import { AcceptInvitationDto, CreateInvitationDto } from './invitations.dto.js';
import { ProductController } from './product-controller.decorator.js';

/** Invitations to the person's organization. */
@ProductController('invitations')
export class InvitationsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly invitations: InvitationsService,
    private readonly acceptances: AcceptanceService,
  ) {}

  @Get()
  @RequirePermission('member:manage')
  async list(@CurrentPerson() { organizationId }: IdentifiedPerson): Promise<readonly Invitation[]> {
    return (await this.invitations.list(this.transactions.single, organizationId)).invitations;
  }

  @Post()
  @RequirePermission('member:manage')
  create(
    @Body() body: CreateInvitationDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedInvitation> {
    return this.transactions.run((tx) => this.invitations.create(tx, organizationId, body, actor));
  }

  /** For whoever holds the link. */
  @Post('accept')
  @Public(true)
  async accept(
    @Body() { token, name, password }: AcceptInvitationDto,
    @Ip() address: string,
    @Req() request: ApiRequest,
  ): Promise<{ memberId: string }> {
    const requestId = requestIdOf(request);
    const acceptance = { token, name, password, address };
    const { memberId } = await this.transactions.run((tx) => this.acceptances.accept(tx, acceptance, requestId));
    return { memberId };
  }

  /** Another link and letter; the link before is dead. */
  @Post(':id/resend')
  @RequirePermission('member:manage')
  resend(
    @Id() id: string,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedInvitation> {
    return this.transactions.run((tx) => this.invitations.resend(tx, organizationId, id, actor));
  }

  @Post(':id/withdraw')
  @HttpCode(204)
  @RequirePermission('member:manage')
  withdraw(
    @Id() id: string,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.transactions.run((tx) => this.invitations.withdraw(tx, organizationId, id, actor));
  }
}
