import { Delete, Get, HttpCode, Param, Patch, Post, Put, UseGuards } from '@nestjs/common';
import type { GroupBody } from '../core/group/group-body.js';
import type { GroupPatch } from '../core/group/group-patch.js';
import type { Projection } from '../core/resource/projection.js';
import { GroupProvisioningService } from '../provisioning/group-provisioning.service.js';
import type { ListQuery } from '../provisioning/list-query.js';
import { Lists } from '../provisioning/lists.service.js';
import type { Precondition } from '../provisioning/precondition.js';
import { ScimBearerGuard } from './bearer.guard.js';
import { GroupReplies, toMembersWanted } from './group-replies.service.js';
import { GroupBodyPipe, GroupPatchPipe, GroupProjectionPipe, GroupQueryPipe } from './group.pipes.js';
import { JsonBodyPipe } from './json-body.pipe.js';
import { PreconditionPipe } from './precondition.pipe.js';
import { Reading } from './reading.decorator.js';
import { type Payload, Replies } from './replies.service.js';
import { type Conversation, ScimBody, ScimHeaders, ScimQuery, Talk } from './request-parts.decorator.js';
import { ScimController } from './scim-controller.decorator.js';
import { SearchRequestPipe } from './search-request.pipe.js';

/** `/Groups` (RFC 7644 §3.2). */
@ScimController('Groups')
@UseGuards(ScimBearerGuard)
export class GroupsController {
  constructor(
    private readonly provisioning: GroupProvisioningService,
    private readonly lists: Lists,
    private readonly groups: GroupReplies,
    private readonly replies: Replies,
  ) {}

  @Post()
  async create(
    @Talk() talk: Conversation,
    @ScimBody(JsonBodyPipe, GroupBodyPipe) body: GroupBody,
    @ScimQuery(GroupProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    const group = await this.provisioning.create(talk.exchange, body);
    return this.groups.resource(talk, group, projection);
  }

  @Get()
  async list(
    @Talk() talk: Conversation,
    @ScimQuery(GroupQueryPipe) query: ListQuery,
    @ScimQuery(GroupProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    const page = await this.lists.groups(talk.exchange, query, toMembersWanted(projection));
    return this.groups.page(talk, page, projection);
  }

  /** RFC 7644 §3.4.3 */
  @Post('.search')
  @HttpCode(200)
  @Reading(true)
  async search(
    @Talk() talk: Conversation,
    @ScimBody(JsonBodyPipe, SearchRequestPipe, GroupQueryPipe) query: ListQuery,
    @ScimBody(JsonBodyPipe, SearchRequestPipe, GroupProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    const page = await this.lists.groups(talk.exchange, query, toMembersWanted(projection));
    return this.groups.page(talk, page, projection);
  }

  @Get(':id')
  async get(
    @Talk() talk: Conversation,
    @Param('id') id: string,
    @ScimQuery(GroupProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    const group = await this.provisioning.get(talk.exchange, id, toMembersWanted(projection));
    return this.groups.resource(talk, group, projection);
  }

  @Put(':id')
  async replace(
    @Talk() talk: Conversation,
    @Param('id') id: string,
    @ScimBody(JsonBodyPipe, GroupBodyPipe) body: GroupBody,
    @ScimHeaders(PreconditionPipe) precondition: Precondition,
    @ScimQuery(GroupProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    const group = await this.provisioning.replace(talk.exchange, id, body, precondition);
    return this.groups.resource(talk, group, projection);
  }

  @Patch(':id')
  async patch(
    @Talk() talk: Conversation,
    @Param('id') id: string,
    @ScimBody(JsonBodyPipe, GroupPatchPipe) patch: GroupPatch,
    @ScimHeaders(PreconditionPipe) precondition: Precondition,
    @ScimQuery(GroupProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    const group = await this.provisioning.patch(talk.exchange, id, patch, precondition);
    return this.groups.changed(talk, group, projection);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(
    @Talk() talk: Conversation,
    @Param('id') id: string,
    @ScimHeaders(PreconditionPipe) precondition: Precondition,
  ): Promise<Payload> {
    await this.provisioning.remove(talk.exchange, id, precondition);
    return this.replies.nothing(talk);
  }
}
