import { Delete, Get, HttpCode, Param, Patch, Post, Put, UseGuards } from '@nestjs/common';
import type { Exchange } from '../activity/exchange.js';
import type { PatchOperation } from '../core/patch/patch-operation.js';
import type { Projection } from '../core/resource/projection.js';
import type { ScimComplex, ScimResource } from '../core/resource/resource.js';
import type { ResourceQuery } from '../ports/user-directory.js';
import type { Precondition } from '../provisioning/precondition.js';
import { ProvisioningService } from '../provisioning/provisioning.service.js';
import { ResourceTypes } from '../resource-types.js';
import { type Answer, NOTHING } from './answer.js';
import { ScimBearerGuard } from './bearer.guard.js';
import { JsonBodyPipe } from './json-body.pipe.js';
import { PreconditionPipe } from './precondition.pipe.js';
import { CurrentExchange, type Part, ScimBody, ScimHeaders, ScimQuery } from './request-parts.decorator.js';
import { ScimController } from './scim-controller.decorator.js';
import { UserBodyPipe, UserPatchPipe, UserProjectionPipe, UserQueryPipe } from './user.pipes.js';

/** `/Users` (RFC 7644 §3.2). */
@ScimController('Users')
@UseGuards(ScimBearerGuard)
export class UsersController {
  constructor(
    private readonly provisioning: ProvisioningService,
    private readonly types: ResourceTypes,
  ) {}

  @Post()
  async create(
    @CurrentExchange() exchange: Exchange,
    @ScimBody(JsonBodyPipe, UserBodyPipe) attributes: ScimComplex,
    @ScimQuery(UserProjectionPipe) projection?: Projection,
  ): Promise<Answer> {
    return this.user(await this.provisioning.create(exchange, attributes), projection);
  }

  @Get()
  async list(
    @CurrentExchange() exchange: Exchange,
    @ScimQuery(UserQueryPipe) query: ResourceQuery,
    @ScimQuery(UserProjectionPipe) projection?: Projection,
  ): Promise<Answer> {
    const page = await this.provisioning.query(exchange, query);
    return { kind: 'page', type: this.types.user, page, query, projection };
  }

  @Get(':id')
  async get(
    @CurrentExchange() exchange: Exchange,
    @Param('id') id: string,
    @ScimQuery(UserProjectionPipe) projection?: Projection,
  ): Promise<Answer> {
    return this.user(await this.provisioning.get(exchange, id), projection);
  }

  @Put(':id')
  async replace(
    @CurrentExchange() exchange: Exchange,
    @Param('id') id: string,
    @ScimBody(JsonBodyPipe) body: Part,
    @ScimHeaders(PreconditionPipe) precondition: Precondition,
    @ScimQuery(UserProjectionPipe) projection?: Projection,
  ): Promise<Answer> {
    return this.user(await this.provisioning.replace(exchange, id, body.value, precondition), projection);
  }

  @Patch(':id')
  async patch(
    @CurrentExchange() exchange: Exchange,
    @Param('id') id: string,
    @ScimBody(JsonBodyPipe, UserPatchPipe) operations: readonly PatchOperation[],
    @ScimHeaders(PreconditionPipe) precondition: Precondition,
    @ScimQuery(UserProjectionPipe) projection?: Projection,
  ): Promise<Answer> {
    return this.user(await this.provisioning.patch(exchange, id, operations, precondition), projection);
  }

  @Delete(':id')
  @HttpCode(204)
  async remove(
    @CurrentExchange() exchange: Exchange,
    @Param('id') id: string,
    @ScimHeaders(PreconditionPipe) precondition: Precondition,
  ): Promise<Answer> {
    await this.provisioning.remove(exchange, id, precondition);
    return NOTHING;
  }

  private user(resource: ScimResource, projection?: Projection): Answer {
    return { kind: 'resource', type: this.types.user, resource, projection };
  }
}
