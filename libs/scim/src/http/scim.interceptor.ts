import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { map, type Observable } from 'rxjs';
import { ActivityLog } from '../activity/activity-log.service.js';
import { representList } from '../core/resource/represent-list.js';
import { representResource } from '../core/resource/represent-resource.js';
import { versionOf } from '../core/resource/version.js';
import { isKnownVersion } from '../provisioning/precondition.js';
import { Addresses } from './addresses.js';
import type { Answer } from './answer.js';
import { type HttpRequest, routedExchangeOf } from './exchange-of.js';
import { CACHING, SCIM_MEDIA_TYPE, toPayload } from './wire.js';

interface Wire {
  readonly status?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly document?: unknown;
}

/** Puts answers on the wire: representation, `Location`, `ETag`, media type; and notes them in the request log. */
@Injectable()
export class ScimInterceptor implements NestInterceptor<Answer, unknown> {
  constructor(
    private readonly host: HttpAdapterHost,
    private readonly addresses: Addresses,
    private readonly activity: ActivityLog,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler<Answer>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<HttpRequest>();
    const response = http.getResponse<{ statusCode: number }>();
    const exchange = routedExchangeOf(context);
    return next.handle().pipe(
      map((answer) => {
        const { status = response.statusCode, headers, document } = this.toWire(answer, request);
        const { httpAdapter } = this.host;
        for (const [name, value] of Object.entries(headers)) httpAdapter.setHeader(response, name, value);
        httpAdapter.setHeader(response, 'Cache-Control', CACHING);
        httpAdapter.status(response, status);
        const entry = exchange.toEntry(status);
        if (entry) this.activity.record(entry);
        return document === undefined ? undefined : toPayload(httpAdapter, response, document);
      }),
    );
  }

  private toWire(answer: Answer, request: HttpRequest): Wire {
    const baseUrl = this.addresses.baseUrl(request.params?.['connectionId']);
    switch (answer.kind) {
      case 'resource': {
        const { type, resource, projection } = answer;
        const location = `${baseUrl}${type.endpoint}/${resource.id}`;
        const headers = { ETag: versionOf(resource), Location: location };
        if (request.method === 'GET' && isKnownVersion(request.headers['if-none-match'], resource)) {
          return { status: 304, headers };
        }
        return {
          headers: { ...headers, 'Content-Type': SCIM_MEDIA_TYPE },
          document: representResource(resource, type, location, projection),
        };
      }
      case 'page': {
        const { type, page, query, projection } = answer;
        const resources = page.resources.map((resource) =>
          representResource(resource, type, `${baseUrl}${type.endpoint}/${resource.id}`, projection),
        );
        return {
          headers: { 'Content-Type': SCIM_MEDIA_TYPE },
          document: representList(page.total, query.startIndex, resources),
        };
      }
      case 'document':
        return { headers: { 'Content-Type': SCIM_MEDIA_TYPE }, document: answer.represent(baseUrl) };
      case 'nothing':
        return { headers: {} };
      default:
        return answer satisfies never;
    }
  }
}
