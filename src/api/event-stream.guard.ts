import {
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  InternalServerErrorException,
  UnauthorizedException,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { isUUID } from 'class-validator';
import { type EventStream, EventStreams } from '../events/streams/event-streams.service.js';
import type { ApiRequest } from './api-request.js';

interface StreamRequest extends ApiRequest {
  readonly params: { readonly id?: string };
  stream?: EventStream;
}

/** Lets a request in that shows the bearer token of the stream in its path. A stream that is not there is no different. */
@Injectable()
export class EventStreamGuard implements CanActivate {
  constructor(
    private readonly streams: EventStreams,
    private readonly host: HttpAdapterHost,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<StreamRequest>();
    const [, token] = BEARER.exec(request.headers.authorization ?? '') ?? [];
    const { id } = request.params;
    if (token !== undefined && id !== undefined && isUUID(id)) request.stream = await this.streams.find(id, token);
    if (request.stream) return true;
    const challenge = token === undefined ? 'Bearer' : 'Bearer error="invalid_token"';
    this.host.httpAdapter.setHeader(http.getResponse<unknown>(), 'WWW-Authenticate', challenge);
    throw new UnauthorizedException('Send the token of this stream in the Authorization header, as a bearer token.');
  }
}

/** The stream that `EventStreamGuard` found. */
export const CurrentStream = createParamDecorator((_: unknown, context: ExecutionContext): EventStream => {
  const { stream } = context.switchToHttp().getRequest<StreamRequest>();
  if (!stream) throw new InternalServerErrorException('The route is not guarded by EventStreamGuard.');
  return stream;
});

const BEARER = /^bearer ([\x21-\x7e]+)$/i;
