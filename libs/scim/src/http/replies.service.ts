import { Injectable, type StreamableFile } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ActivityLog } from '../activity/activity-log.service.js';
import type { Projection } from '../core/resource/projection.js';
import { representList } from '../core/resource/represent-list.js';
import { representResource } from '../core/resource/represent-resource.js';
import type { ScimResource } from '../core/resource/resource.js';
import { versionOf } from '../core/resource/version.js';
import type { ResourceType } from '../core/schema/attribute.js';
import type { ResourcePage, ResourceQuery } from '../ports/user-directory.js';
import { isKnownVersion } from '../provisioning/precondition.js';
import { Addresses } from './addresses.js';
import type { Conversation } from './request-parts.decorator.js';
import { CACHING, SCIM_MEDIA_TYPE, toPayload } from './wire.js';

/** What a controller hands to Nest to send. */
export type Payload = string | StreamableFile | undefined;

type Document = Readonly<Record<string, unknown>>;

/**
 * Puts answers on the wire: representation, `Location`, `ETag`, media type; and notes them in the request log. A service
 * and no interceptor, since those come with observables, which cost a read a twentieth of its time.
 */
@Injectable()
export class Replies {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly addresses: Addresses,
    private readonly activity: ActivityLog,
  ) {}

  /** One resource (RFC 7644 §3.1, §3.14); 304 without it when a read names the version that it has. */
  resource(talk: Conversation, type: ResourceType, resource: ScimResource, projection?: Projection): Payload {
    const { request, response } = talk;
    const { httpAdapter } = this.host;
    const location = `${this.baseUrl(talk)}${type.endpoint}/${resource.id}`;
    httpAdapter.setHeader(response, 'ETag', versionOf(resource));
    httpAdapter.setHeader(response, 'Location', location);
    if (request.method === 'GET' && isKnownVersion(request.headers['if-none-match'], resource)) {
      httpAdapter.status(response, 304);
      return this.nothing(talk);
    }
    return this.send(talk, representResource(resource, type, location, projection));
  }

  /** One page of a list (RFC 7644 §3.4.2). */
  page(
    talk: Conversation,
    type: ResourceType,
    { total, resources }: ResourcePage,
    { startIndex }: ResourceQuery,
    projection?: Projection,
  ): Payload {
    const endpoint = `${this.baseUrl(talk)}${type.endpoint}/`;
    const represented = resources.map((resource) =>
      representResource(resource, type, endpoint + resource.id, projection),
    );
    return this.send(talk, representList(total, startIndex, represented));
  }

  /** A document that knows its own address. */
  document(talk: Conversation, represent: (baseUrl: string) => Document): Payload {
    return this.send(talk, represent(this.baseUrl(talk)));
  }

  nothing(talk: Conversation): Payload {
    this.host.httpAdapter.setHeader(talk.response, 'Cache-Control', CACHING);
    this.note(talk);
    return undefined;
  }

  private send(talk: Conversation, document: Document): Payload {
    const { httpAdapter } = this.host;
    httpAdapter.setHeader(talk.response, 'Content-Type', SCIM_MEDIA_TYPE);
    httpAdapter.setHeader(talk.response, 'Cache-Control', CACHING);
    this.note(talk);
    return toPayload(httpAdapter, talk.response, document);
  }

  private note({ exchange, response }: Conversation): void {
    const entry = exchange.toEntry(response.statusCode);
    if (entry) this.activity.record(entry);
  }

  private baseUrl({ request }: Conversation): string {
    return this.addresses.baseUrl(request.params?.['connectionId']);
  }
}
