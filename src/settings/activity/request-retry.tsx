import { toRequestPath } from '../connection/connection-path.js';
import type { ActivityMessages } from './activity-messages.js';
import type { RequestPage } from './activity-page.js';

export interface RequestRetryProps {
  readonly page: RequestPage;
  readonly messages: ActivityMessages;
}

/** The button that applies a refused write again, or why there is none. */
export const RequestRetry = ({ page: { connection, entry, retriable }, messages }: RequestRetryProps) => {
  if (retriable === undefined) return null;
  if (retriable !== 'yes') return <p class="muted">{messages.notRetriable[retriable]}</p>;
  if (connection.state !== 'active') return <p class="muted">{messages.notRetriable.inactive}</p>;
  return (
    <form method="post" action={`${toRequestPath(connection.id, entry.id)}/retry`} class="retry">
      <button type="submit">{messages.retry}</button>
      <p class="muted">{messages.retryLead}</p>
    </form>
  );
};
