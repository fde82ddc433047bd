import { Get, HttpCode, Post, UseGuards } from '@nestjs/common';
import type { RootQuery } from '../provisioning/list-query.js';
import { Lists } from '../provisioning/lists.service.js';
import { ScimBearerGuard } from './bearer.guard.js';
import { GroupReplies, toMembersWanted } from './group-replies.service.js';
import { JsonBodyPipe } from './json-body.pipe.js';
import { Reading } from './reading.decorator.js';
import type { Payload } from './replies.service.js';
import { type Conversation, ScimBody, ScimQuery, Talk } from './request-parts.decorator.js';
import { type RootProjection, RootProjectionPipe, RootQueryPipe } from './root.pipes.js';
import { ScimController } from './scim-controller.decorator.js';
import { SearchRequestPipe } from './search-request.pipe.js';

/** Queries over all resource types (RFC 7644 §3.4.2.1). */
@ScimController()
@UseGuards(ScimBearerGuard)
export class RootController {
  constructor(
    private readonly lists: Lists,
    private readonly replies: GroupReplies,
  ) {}

  @Get()
  async list(
    @Talk() talk: Conversation,
    @ScimQuery(RootQueryPipe) query: RootQuery,
    @ScimQuery(RootProjectionPipe) projection: RootProjection,
  ): Promise<Payload> {
    const page = await this.lists.all(talk.exchange, query, toMembersWanted(projection.group));
    return this.replies.all(talk, page, projection);
  }

  /** RFC 7644 §3.4.3 */
  @Post('.search')
  @HttpCode(200)
  @Reading(true)
  async search(
    @Talk() talk: Conversation,
    @ScimBody(JsonBodyPipe, SearchRequestPipe, RootQueryPipe) query: RootQuery,
    @ScimBody(JsonBodyPipe, SearchRequestPipe, RootProjectionPipe) projection: RootProjection,
  ): Promise<Payload> {
    const page = await this.lists.all(talk.exchange, query, toMembersWanted(projection.group));
    return this.replies.all(talk, page, projection);
  }
}
