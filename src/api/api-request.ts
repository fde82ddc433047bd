import type { IncomingHttpHeaders } from 'node:http';
import type { Actor } from '../audit/actor.js';
import type { IdentifiedPerson } from '../identity/people.service.js';

/** What the product's routes read of a request, on any adapter. */
export interface ApiRequest {
  readonly id?: unknown;
  readonly ip?: string;
  readonly headers: IncomingHttpHeaders;
  person?: IdentifiedPerson;
}

/** The one id that the request has in every log and table. */
export const requestIdOf = ({ id }: Pick<ApiRequest, 'id'>): string | undefined =>
  typeof id === 'string' ? id : undefined;

/** The member as the audit log names one who acts in this request. */
export function actorOf({ memberId, name }: IdentifiedPerson, request: Pick<ApiRequest, 'id'>): Actor {
  const requestId = requestIdOf(request);
  return { kind: 'member', id: memberId, name, ...(requestId === undefined ? {} : { requestId }) };
}
