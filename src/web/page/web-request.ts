import type { IncomingHttpHeaders } from 'node:http';
import type { PersonInSession } from '../../sessions/session.js';

/** What screens read of a request, on any adapter. */
export interface WebRequest {
  readonly id?: unknown;
  readonly headers: IncomingHttpHeaders;
  /** Who has the session, once `SignedInGuard` has found out. */
  person?: PersonInSession;
}

/** What is read of a request whose body may be a form. */
export interface ScreenRequest extends WebRequest {
  readonly ip?: string;
  readonly body?: unknown;
}

/** The one id that the request has in every log and table. */
export const requestIdOf = ({ id }: WebRequest): string | undefined => (typeof id === 'string' ? id : undefined);
