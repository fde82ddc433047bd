import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { refuseUnreadable, type UnreadableRequest } from '@ruleforge/scim';

const STATUSES = new Map([
  ['ERR_HTTP_REQUEST_TIMEOUT', 408],
  ['HPE_HEADER_OVERFLOW', 431],
]);

/** The last word to whoever sent what is no HTTP request, in SCIM's form where SCIM was asked. */
export function refuseUnreadableRequest(request: UnreadableRequest, socket: Socket): void {
  if (refuseUnreadable(request, socket)) return;
  const status = STATUSES.get(request.code ?? '') ?? 400;
  if (socket.writable) socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\n\r\n`);
  else socket.destroy();
}
