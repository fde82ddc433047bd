import { HttpCode, Post, UseGuards } from '@nestjs/common';
import type { BulkRequest } from '../core/bulk/read-bulk.js';
import { representBulk } from '../core/bulk/represent-bulk.js';
import { BulkService } from '../provisioning/bulk.service.js';
import { ScimBearerGuard } from './bearer.guard.js';
import { BulkBodyPipe } from './bulk-body.pipe.js';
import { JsonBodyPipe } from './json-body.pipe.js';
import { RateLimits } from './rate-limits.service.js';
import { type Payload, Replies } from './replies.service.js';
import { type Conversation, ScimBody, Talk } from './request-parts.decorator.js';
import { ScimController } from './scim-controller.decorator.js';

/** `/Bulk` (RFC 7644 §3.7). Its operations count against the rate of the connection, and wait rather than be refused. */
@ScimController('Bulk')
@UseGuards(ScimBearerGuard)
export class BulkController {
  constructor(
    private readonly bulk: BulkService,
    private readonly limits: RateLimits,
    private readonly replies: Replies,
  ) {}

  @Post()
  @HttpCode(200)
  async run(@Talk() talk: Conversation, @ScimBody(JsonBodyPipe, BulkBodyPipe) request: BulkRequest): Promise<Payload> {
    const { connectionId } = talk.exchange.caller;
    const results = await this.bulk.run(talk.exchange, request, (operations) =>
      this.limits.awaitRequests(connectionId, operations),
    );
    return this.replies.document(talk, (baseUrl) => representBulk(results, baseUrl));
  }
}
