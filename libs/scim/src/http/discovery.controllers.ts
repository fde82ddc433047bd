import { Get, Inject, Param } from '@nestjs/common';
import { ConnectionModes } from '../connections/connection-modes.service.js';
import { BULK_OPERATION_LIMIT } from '../core/bulk/read-bulk.js';
import { announceStrictness } from '../core/discovery/announce-strictness.js';
import { representResourceType } from '../core/discovery/represent-resource-type.js';
import { representSchema } from '../core/discovery/represent-schema.js';
import {
  representServiceProviderConfig,
  type ServiceLimits,
} from '../core/discovery/represent-service-provider-config.js';
import { ScimError } from '../core/errors/scim-error.js';
import { representList } from '../core/resource/represent-list.js';
import type { ResourceType, Schema } from '../core/schema/attribute.js';
import { ResourceTypes } from '../resource-types.js';
import { CURSOR_LIFETIME_SECONDS, PAGE_SIZE, SCIM_LIMITS, SCIM_SETTINGS, type ScimSettings } from '../scim.options.js';
import { type Payload, Replies } from './replies.service.js';
import { type Conversation, ScimQuery, Talk } from './request-parts.decorator.js';
import { ScimController } from './scim-controller.decorator.js';
import { UnfilteredPipe } from './unfiltered.pipe.js';

/**
 * What the service can do (RFC 7644 §4, RFC 7643 §5). Like the other two, it asks for no token and knows no tenant; at the
 * base URL of a strict connection it says so.
 */
@ScimController('ServiceProviderConfig')
export class ServiceProviderConfigController {
  private readonly limits: ServiceLimits;

  constructor(
    private readonly replies: Replies,
    private readonly modes: ConnectionModes,
    @Inject(SCIM_SETTINGS) settings: ScimSettings,
  ) {
    const { maxBodyBytes = SCIM_LIMITS.maxBodyBytes, eventUris } = settings;
    this.limits = {
      defaultPageSize: PAGE_SIZE.default,
      maxPageSize: PAGE_SIZE.most,
      maxOperations: BULK_OPERATION_LIMIT,
      maxPayloadSize: maxBodyBytes,
      cursorTimeout: CURSOR_LIFETIME_SECONDS,
      ...(eventUris && { eventUris }),
    };
  }

  @Get()
  async get(@Talk() talk: Conversation, @ScimQuery(UnfilteredPipe) _: undefined): Promise<Payload> {
    const announce = (await this.modes.isStrict(talk.exchange.pathConnectionId)) ? announceStrictness : asItIs;
    return this.replies.document(talk, (baseUrl) =>
      announce(representServiceProviderConfig(this.limits, `${baseUrl}/ServiceProviderConfig`)),
    );
  }
}

/** The kinds of resources there are (RFC 7643 §6). */
@ScimController('ResourceTypes')
export class ResourceTypesController {
  constructor(
    private readonly replies: Replies,
    private readonly types: ResourceTypes,
  ) {}

  @Get()
  list(@Talk() talk: Conversation, @ScimQuery(UnfilteredPipe) _: undefined): Payload {
    return this.replies.document(talk, (baseUrl) => whole(this.types.all.map((type) => resourceType(type, baseUrl))));
  }

  @Get(':name')
  get(@Talk() talk: Conversation, @Param('name') name: string, @ScimQuery(UnfilteredPipe) _: undefined): Payload {
    const type = this.types.all.find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!type) throw ScimError.notFound();
    return this.replies.document(talk, (baseUrl) => resourceType(type, baseUrl));
  }
}

/** The attributes that resources have (RFC 7643 §7). */
@ScimController('Schemas')
export class SchemasController {
  constructor(
    private readonly replies: Replies,
    private readonly types: ResourceTypes,
  ) {}

  @Get()
  list(@Talk() talk: Conversation, @ScimQuery(UnfilteredPipe) _: undefined): Payload {
    return this.replies.document(talk, (baseUrl) => whole(this.types.schemas.map((each) => schema(each, baseUrl))));
  }

  @Get(':urn')
  get(@Talk() talk: Conversation, @Param('urn') urn: string, @ScimQuery(UnfilteredPipe) _: undefined): Payload {
    const found = this.types.schemas.find(({ id }) => id.toLowerCase() === urn.toLowerCase());
    if (!found) throw ScimError.notFound();
    return this.replies.document(talk, (baseUrl) => schema(found, baseUrl));
  }
}

const asItIs = (document: Readonly<Record<string, unknown>>) => document;

const resourceType = (type: ResourceType, baseUrl: string) =>
  representResourceType(type, `${baseUrl}/ResourceTypes/${type.name}`);

const schema = (each: Schema, baseUrl: string) => representSchema(each, `${baseUrl}/Schemas/${each.id}`);

const whole = (documents: readonly Readonly<Record<string, unknown>>[]) =>
  representList({ total: documents.length, startIndex: 1 }, documents);
