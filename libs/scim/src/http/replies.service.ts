import { Readable } from 'node:stream';
import { Injectable, StreamableFile } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { ActivityLog } from '../activity/activity-log.service.js';
import { locationOf } from '../core/resource/location.js';
import type { Projection } from '../core/resource/projection.js';
import { representList } from '../core/resource/represent-list.js';
import { representResource } from '../core/resource/represent-resource.js';
import type { ScimResource } from '../core/resource/resource.js';
import { versionOf } from '../core/resource/version.js';
import type { ResourceType } from '../core/schema/attribute.js';
import type { ListPage } from '../provisioning/list-query.js';
import { isKnownVersion } from '../provisioning/precondition.js';
import { Addresses } from './addresses.js';
import { begin } from './begin.js';
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
    this.introduce(talk, type, resource);
    if (isKnown(talk, resource)) return this.nothing(talk, 304);
    return this.send(talk, representResource(resource, type, this.baseUrl(talk), projection));
  }

  /** One page of a list (RFC 7644 §3.4.2, RFC 9865 §2). */
  page(talk: Conversation, type: ResourceType, page: ListPage<ScimResource>, projection?: Projection): Payload {
    const baseUrl = this.baseUrl(talk);
    const represented = page.resources.map((resource) => representResource(resource, type, baseUrl, projection));
    return this.send(talk, representList(page, represented));
  }

  /** A document that knows its own address. */
  document(talk: Conversation, represent: (baseUrl: string) => Document): Payload {
    return this.send(talk, represent(this.baseUrl(talk)));
  }

  /** `ETag` and `Location` of the resource that the answer is about. */
  introduce(talk: Conversation, type: ResourceType, resource: ScimResource): void {
    const { httpAdapter } = this.host;
    httpAdapter.setHeader(talk.response, 'ETag', versionOf(resource));
    httpAdapter.setHeader(talk.response, 'Location', locationOf(this.baseUrl(talk), type, resource.id));
  }

  /** No body; the status is the route's own unless one is given. */
  nothing(talk: Conversation, status?: 204 | 304): Payload {
    if (status !== undefined) this.host.httpAdapter.status(talk.response, status);
    this.host.httpAdapter.setHeader(talk.response, 'Cache-Control', CACHING);
    this.note(talk);
    return undefined;
  }

  send(talk: Conversation, document: Document): Payload {
    this.describe(talk);
    return toPayload(this.host.httpAdapter, talk.response, document);
  }

  /**
   * A document in parts, none of which is asked for before the client has taken the one before. What fails before the
   * first part is there is answered as any error; later on the connection breaks off, so that no half is taken for the
   * whole.
   */
  async stream(talk: Conversation, parts: AsyncIterable<string>): Promise<Payload> {
    const begun = await begin(parts);
    this.describe(talk);
    return new StreamableFile(Readable.from(begun, { objectMode: false }), { type: SCIM_MEDIA_TYPE });
  }

  baseUrl({ request }: Conversation): string {
    return this.addresses.baseUrl(request.params?.['connectionId']);
  }

  private describe(talk: Conversation): void {
    const { httpAdapter } = this.host;
    httpAdapter.setHeader(talk.response, 'Content-Type', SCIM_MEDIA_TYPE);
    httpAdapter.setHeader(talk.response, 'Cache-Control', CACHING);
    this.note(talk);
  }

  private note({ exchange, response }: Conversation): void {
    const entry = exchange.toEntry(response.statusCode);
    if (entry) this.activity.record(entry);
  }
}

/** Whether a read names the version that the resource has. */
export const isKnown = ({ request }: Conversation, resource: ScimResource): boolean =>
  request.method === 'GET' && isKnownVersion(request.headers['if-none-match'], resource);
