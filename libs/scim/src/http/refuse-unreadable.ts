import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { representError } from '../core/errors/represent-error.js';
import { ScimError } from '../core/errors/scim-error.js';
import { CACHING, SCIM_MEDIA_TYPE } from './wire.js';

/** What Node's `clientError` event tells of a request that it could not read. */
export interface UnreadableRequest extends Error {
  readonly code?: string;
  /** The packet at which reading ended; with its request line when that was the first one. */
  readonly rawPacket?: unknown;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/**
 * Answers a request under the SCIM path that Node itself could not read (a method that HTTP does not know, headers beyond
 * the limit) with a SCIM error, and ends the connection. Node asks no router for those, so the host has to pass them on:
 * `new FastifyAdapter({ clientErrorHandler })`, or `server.on('clientError', …)`.
 *
 * @returns false, having done nothing, when the request is not under the path or the connection is gone
 */
export function refuseUnreadable(request: UnreadableRequest, socket: Socket, path = 'scim'): boolean {
  if (!socket.writable || !targetOf(request).toLowerCase().startsWith(`/${path}/`)) return false;
  const error = toScimError(request);
  const body = JSON.stringify(representError(error));
  const headers = { ...error.headers, 'Content-Type': SCIM_MEDIA_TYPE, 'Content-Length': Buffer.byteLength(body) };
  const lines = Object.entries({ ...headers, 'Cache-Control': CACHING, Connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.end(`HTTP/1.1 ${error.status} ${STATUS_CODES[error.status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`);
  return true;
}

function targetOf({ rawPacket }: UnreadableRequest): string {
  const start = rawPacket instanceof Buffer ? rawPacket.toString('latin1', 0, LONGEST_LINE) : '';
  return /^\S+ (\S+)/.exec(start)?.[1] ?? '';
}

const LONGEST_LINE = 1_024;

function toScimError({ code }: UnreadableRequest): ScimError {
  if (code === 'HPE_INVALID_METHOD') return ScimError.methodNotAllowed(METHODS);
  if (code === 'HPE_HEADER_OVERFLOW') return ScimError.headersTooLarge();
  return ScimError.invalidSyntax('This is not a request as HTTP/1.1 knows them.');
}
