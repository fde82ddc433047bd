import type { IncomingHttpHeaders } from 'node:http';
import type { Person } from '../../members/person.js';

/** What screens read of a request, on any adapter. */
export interface WebRequest {
  readonly id?: unknown;
  readonly headers: IncomingHttpHeaders;
  /** Who has the session, once `SignedInGuard` has found out. */
  person?: Person;
}

/** The one id that the request has in every log and table. */
export const requestIdOf = ({ id }: WebRequest): string | undefined => (typeof id === 'string' ? id : undefined);
