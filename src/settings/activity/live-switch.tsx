import { toConnectionPath, withParameters } from '../connection/connection-path.js';
import type { ActivityMessages } from './activity-messages.js';
import type { ActivityPage } from './activity-page.js';

export interface LiveSwitchProps {
  readonly page: ActivityPage;
  readonly messages: ActivityMessages;
}

/** Whether new requests appear by themselves, and the way to change it; an older page never changes. */
export const LiveSwitch = ({ page: { connection, query }, messages }: LiveSwitchProps) => {
  if (query.before !== undefined) return null;
  const isLive = query.live === undefined;
  const { search, outcome, kind, period } = query;
  const chosen = { search, outcome, kind, period, live: isLive ? 'off' : undefined };
  return (
    <p>
      <span class={isLive ? 'chip chip--dot chip--good' : 'chip chip--dot'}>
        {isLive ? messages.live : messages.paused}
      </span>
      <a href={withParameters(toConnectionPath(connection.id, 'activity'), chosen)}>
        {isLive ? messages.pause : messages.resume}
      </a>
    </p>
  );
};
