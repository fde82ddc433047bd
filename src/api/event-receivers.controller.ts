import { Body, Delete, ForbiddenException, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import type { Actor } from '../audit/actor.js';
import { Transactions } from '../database/transactions.js';
import type { EventReceiver } from '../events/receivers/event-receiver.js';
import { type DeliveryPage, EventReceiverDeliveries } from '../events/receivers/event-receiver-deliveries.service.js';
import { EventReceiversService, type ReceiverWithSecret } from '../events/receivers/event-receivers.service.js';
import { WebhookUrls } from '../events/webhooks/webhook-urls.service.js';
import type { IdentifiedPerson } from '../identity/people.service.js';
import { CurrentActor, CurrentPerson, RequirePermission } from './access.decorators.js';
import {
  ChangeReceiverDto,
  CreateStreamDto,
  CreateWebhookDto,
  ListDeliveriesDto,
  RotateSecretDto,
} from './event-receivers.dto.js';
import { Id } from './id.decorator.js';
import { ProductController } from './product-controller.decorator.js';

/** Who is told of the organization's events. */
@RequirePermission('integration:manage')
@ProductController('event-receivers')
export class EventReceiversController {
  constructor(
    private readonly transactions: Transactions,
    private readonly receivers: EventReceiversService,
    private readonly deliveries: EventReceiverDeliveries,
    private readonly urls: WebhookUrls,
  ) {}

  @Get()
  list(@CurrentPerson() { organizationId }: IdentifiedPerson): Promise<EventReceiver[]> {
    return this.receivers.list(this.transactions.single, organizationId);
  }

  @Post('webhooks')
  async createWebhook(
    @Body() { url, ...body }: CreateWebhookDto,
    @CurrentPerson() person: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiverWithSecret> {
    const { organizationId } = signedIn(person);
    const wish = { ...body, url: await this.urls.check(url) };
    return this.transactions.run((tx) => this.receivers.createWebhook(tx, organizationId, wish, actor));
  }

  @Post('streams')
  createStream(
    @Body() body: CreateStreamDto,
    @CurrentPerson() person: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiverWithSecret> {
    const { organizationId } = signedIn(person);
    return this.transactions.run((tx) => this.receivers.createStream(tx, organizationId, body, actor));
  }

  @Patch(':id')
  async change(
    @Id() id: string,
    @Body() { url, ...body }: ChangeReceiverDto,
    @CurrentPerson() person: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<EventReceiver> {
    const { organizationId } = signedIn(person);
    const change = { ...body, ...(url === undefined ? {} : { url: await this.urls.check(url) }) };
    return this.transactions.run((tx) => this.receivers.change(tx, organizationId, id, change, actor));
  }

  @Delete(':id')
  @HttpCode(204)
  remove(
    @Id() id: string,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.transactions.run((tx) => this.receivers.remove(tx, organizationId, id, actor));
  }

  @Post(':id/pause')
  @HttpCode(200)
  pause(
    @Id() id: string,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<EventReceiver> {
    return this.transactions.run((tx) => this.receivers.pause(tx, organizationId, id, actor));
  }

  @Post(':id/resume')
  @HttpCode(200)
  resume(
    @Id() id: string,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<EventReceiver> {
    return this.transactions.run((tx) => this.receivers.resume(tx, organizationId, id, actor));
  }

  @Post(':id/rotate-secret')
  @HttpCode(200)
  rotateSecret(
    @Id() id: string,
    @Body() body: RotateSecretDto,
    @CurrentPerson() person: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<ReceiverWithSecret> {
    const { organizationId } = signedIn(person);
    return this.transactions.run((tx) => this.receivers.rotateSecret(tx, organizationId, id, body, actor));
  }

  /** What came of it is among the deliveries. */
  @Post(':id/test')
  @HttpCode(202)
  test(
    @Id() id: string,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.transactions.run((tx) => this.receivers.test(tx, organizationId, id, actor));
  }

  /** Attempts again what was given up. */
  @Post(':id/retry')
  @HttpCode(200)
  async retry(
    @Id() id: string,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<{ events: number }> {
    return { events: await this.transactions.run((tx) => this.receivers.retry(tx, organizationId, id, actor)) };
  }

  @Get(':id/deliveries')
  listDeliveries(
    @Id() id: string,
    @Query() search: ListDeliveriesDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
  ): Promise<DeliveryPage> {
    return this.deliveries.list(this.transactions.single, organizationId, id, search);
  }
}

/** A stolen key must not be able to outlive its revocation: what it could not read any more would be sent to it. */
function signedIn(person: IdentifiedPerson): IdentifiedPerson {
  if (person.via !== 'session') throw new ForbiddenException('Sign in to say where events go. An API key cannot.');
  return person;
}
