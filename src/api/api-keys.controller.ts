import { Body, ForbiddenException, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type ApiKey, ApiKeysService, type CreatedApiKey, type ShownApiKeys } from '../api-keys/api-keys.service.js';
import type { Actor } from '../audit/actor.js';
import { Transactions } from '../database/transactions.js';
import type { IdentifiedPerson } from '../identity/people.service.js';
import { ProofsService } from '../identity/proofs.service.js';
import { can } from '../members/roles.js';
import { CurrentActor, CurrentPerson } from './access.decorators.js';
import { CreateApiKeyDto, ListApiKeysDto } from './api-keys.dto.js';
import { ProductController } from './product-controller.decorator.js';

/** Everybody's own API keys; who manages members sees and revokes all of them. */
@ProductController('api-keys')
export class ApiKeysController {
  constructor(
    private readonly transactions: Transactions,
    private readonly apiKeys: ApiKeysService,
    private readonly proofs: ProofsService,
  ) {}

  @Get()
  list(@Query() { limit, before }: ListApiKeysDto, @CurrentPerson() person: IdentifiedPerson): Promise<ShownApiKeys> {
    const search = { memberId: ownerOf(person), limit, before };
    return this.apiKeys.list(this.transactions.single, person.organizationId, search);
  }

  @Post()
  create(
    @Body() body: CreateApiKeyDto,
    @CurrentPerson() person: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedApiKey> {
    this.refuseStale(person);
    return this.transactions.run((tx) => this.apiKeys.create(tx, person, body, actor));
  }

  /** Another value for one's own key. */
  @Post(':id/rotate')
  @HttpCode(200)
  rotate(
    @Param('id') id: string,
    @CurrentPerson() person: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<CreatedApiKey> {
    this.refuseStale(person);
    return this.transactions.run((tx) => this.apiKeys.rotate(tx, person, id, actor));
  }

  @Post(':id/revoke')
  @HttpCode(200)
  revoke(
    @Param('id') id: string,
    @CurrentPerson() person: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<ApiKey> {
    const { organizationId } = person;
    return this.transactions.run((tx) =>
      this.apiKeys.revoke(tx, { organizationId, id, memberId: ownerOf(person) }, actor),
    );
  }

  /** A stolen key must not be able to outlive its revocation, nor a stolen session its end. */
  private refuseStale(person: IdentifiedPerson): void {
    if (person.via === 'session' && this.proofs.isFresh(person.session)) return;
    throw new ForbiddenException('Sign in to get the value of an API key: a sign-in of some time ago is not enough.');
  }
}

const ownerOf = ({ role, memberId }: IdentifiedPerson) => (can(role, 'member:manage') ? undefined : memberId);
