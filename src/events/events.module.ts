import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { OperationsModule } from '../operations/operations.module.js';
import { SecretsModule } from '../secrets/secrets.module.js';
import { EventDispatcher } from './deliveries/event-dispatcher.service.js';
import { EventMetrics } from './deliveries/event-metrics.service.js';
import { WebhookQueue } from './deliveries/webhook-queue.service.js';
import { EventReceiverDeliveries } from './receivers/event-receiver-deliveries.service.js';
import { EventReceiversService } from './receivers/event-receivers.service.js';
import { EventKeys } from './streams/event-keys.service.js';
import { EventStreams } from './streams/event-streams.service.js';
import { StreamWaits } from './streams/stream-waits.service.js';
import { WebhookSender } from './webhooks/webhook-sender.service.js';
import { WebhookUrls } from './webhooks/webhook-urls.service.js';

/** What happens to members and groups, told to others: by webhooks, and by streams of security event tokens. */
@Module({
  imports: [AuditModule, OperationsModule, SecretsModule],
  providers: [
    EventReceiversService,
    EventReceiverDeliveries,
    EventKeys,
    EventStreams,
    StreamWaits,
    EventMetrics,
    WebhookUrls,
    WebhookSender,
    WebhookQueue,
    EventDispatcher,
  ],
  exports: [EventReceiversService, EventReceiverDeliveries, EventKeys, EventStreams, WebhookUrls, EventDispatcher],
})
export class EventsModule {}
