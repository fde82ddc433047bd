import { Delete, Get, HttpCode, Param, Patch, Post, Put, UseGuards } from '@nestjs/common';
import type { PatchOperation } from '../core/patch/patch-operation.js';
import type { Projection } from '../core/resource/projection.js';
import type { ScimComplex } from '../core/resource/resource.js';
import type { ResourceType } from '../core/schema/attribute.js';
import type { ListQuery } from '../provisioning/list-query.js';
import { Lists } from '../provisioning/lists.service.js';
import type { Precondition } from '../provisioning/precondition.js';
import { ProvisioningService } from '../provisioning/provisioning.service.js';
import { ResourceTypes } from '../resource-types.js';
import { ScimBearerGuard } from './bearer.guard.js';
import { JsonBodyPipe } from './json-body.pipe.js';
import { PreconditionPipe } from './precondition.pipe.js';
import { Reading } from './reading.decorator.js';
import { type Payload, Replies } from './replies.service.js';
import { type Conversation, type Part, ScimBody, ScimHeaders, ScimQuery, Talk } from './request-parts.decorator.js';
import { ScimController } from './scim-controller.decorator.js';
import { SearchRequestPipe } from './search-request.pipe.js';
import { UserBodyPipe, UserPatchPipe, UserProjectionPipe, UserQueryPipe } from './user.pipes.js';

/** `/Users` (RFC 7644 §3.2). */
@ScimController('Users')
@UseGuards(ScimBearerGuard)
export class UsersController {
  private readonly type: ResourceType;

  constructor(
    private readonly provisioning: ProvisioningService,
    private readonly lists: Lists,
    private readonly replies: Replies,
    { user }: ResourceTypes,
  ) {
    this.type = user;
  }

  @Post()
  async create(
    @Talk() talk: Conversation,
    @ScimBody(JsonBodyPipe, UserBodyPipe) attributes: ScimComplex,
    @ScimQuery(UserProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    const user = await this.provisioning.create(talk.exchange, attributes);
    return this.replies.resource(talk, this.type, user, projection);
  }

  @Get()
  async list(
    @Talk() talk: Conversation,
    @ScimQuery(UserQueryPipe) query: ListQuery,
    @ScimQuery(UserProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    return this.replies.page(talk, this.type, await this.lists.users(talk.exchange, query), projection);
  }

  /** RFC 7644 §3.4.3 */
  @Post('.search')
  @HttpCode(200)
  @Reading(true)
  async search(
    @Talk() talk: Conversation,
    @ScimBody(JsonBodyPipe, SearchRequestPipe, UserQueryPipe) query: ListQuery,
    @ScimBody(JsonBodyPipe, SearchRequestPipe, UserProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    return this.replies.page(talk, this.type, await this.lists.users(talk.exchange, query), projection);
  }

  @Get(':id')
  async get(
    @Talk() talk: Conversation,
    @Param('id') id: string,
    @ScimQuery(UserProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    const user = await this.provisioning.get(talk.exchange, id);
    return this.replies.resource(talk, this.type, user, projection);
  }

  @Put(':id')
  async replace(
    @Talk() talk: Conversation,
    @Param('id') id: string,
    @ScimBody(JsonBodyPipe) body: Part,
    @ScimHeaders(PreconditionPipe) precondition: Precondition,
    @ScimQuery(UserProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    const user = await this.provisioning.replace(talk.exchange, id, body.value, precondition);
    return this.replies.resource(talk, this.type, user, projection);
  }

  @Patch(':id')
  async patch(
    @Talk() talk: Conversation,
    @Param('id') id: string,
    @ScimBody(JsonBodyPipe, UserPatchPipe) operations: readonly PatchOperation[],
    @ScimHeaders(PreconditionPipe) precondition: Precondition,
    @ScimQuery(UserProjectionPipe) projection?: Projection,
  ): Promise<Payload> {
    const user = await this.provisioning.patch(talk.exchange, id, operations, precondition);
    return this.replies.resource(talk, this.type, user, projection);
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
