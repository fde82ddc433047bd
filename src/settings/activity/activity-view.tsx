import type { Viewer } from '../../web/layout/viewer.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { CONNECTION_MESSAGES } from '../connection/connection-messages.js';
import { toConnectionPath, withParameters } from '../connection/connection-path.js';
import { Nothing } from '../../web/list/nothing.js';
import { Pager } from '../../web/list/pager.js';
import { ActivityFilter } from './activity-filter.js';
import { ACTIVITY_MESSAGES } from './activity-messages.js';
import type { ActivityPage } from './activity-page.js';
import type { ActivityQuery } from './activity-query.js';
import { ActivityTable } from './activity-table.js';
import { LiveSwitch } from './live-switch.js';

export interface ActivityViewProps {
  readonly viewer: Viewer;
  readonly page: ActivityPage;
}

/** *Activity* of a connection. While it is live, htmx asks for `#activity` again whenever there is something newer. */
export const ActivityView = ({ viewer, page }: ActivityViewProps) => {
  const messages = ACTIVITY_MESSAGES[viewer.language];
  const { connection, query, rows, older } = page;
  return (
    <ConnectionFrame
      viewer={viewer}
      connection={connection}
      current="activity"
      title={messages.title}
      lead={messages.lead}
    >
      <ActivityFilter connectionId={connection.id} query={query} language={viewer.language} />
      <section id="activity" aria-label={messages.title} {...pollOf(page)}>
        <div class="listhead">
          <p class="count muted" role="status">
            {messages.shown(rows.length, older !== undefined)}
          </p>
          <LiveSwitch page={page} messages={messages} />
        </div>
        {rows.length > 0 ? (
          <ActivityTable connectionId={connection.id} rows={rows} language={viewer.language} />
        ) : (
          <None page={page} viewer={viewer} />
        )}
        <Paging page={page} viewer={viewer} />
      </section>
    </ConnectionFrame>
  );
};

/** Asks every few seconds whether there is anything newer; the answer is empty as long as there is not. */
function pollOf({ connection, query, rows }: ActivityPage) {
  if (query.before !== undefined || query.live === 'off') return {};
  const newest = rows[0]?.entry.id ?? 'none';
  return {
    'hx-get': withParameters(toConnectionPath(connection.id, 'activity'), { ...chosenIn(query), newest }),
    'hx-trigger': 'every 3s',
    'hx-select': '#activity',
    'hx-target': 'this',
    'hx-swap': 'outerMorph',
  };
}

const chosenIn = ({ search, outcome, kind, period }: ActivityQuery) => ({ search, outcome, kind, period });

const isAnythingChosen = (query: ActivityQuery) => Object.values(chosenIn(query)).some((value) => value !== undefined);

/** Whole pages: the newest one asks for more while it is shown, an older one must not. */
const Paging = ({ page: { connection, query, older }, viewer }: ActivityViewProps) => {
  const messages = CONNECTION_MESSAGES[viewer.language];
  const path = toConnectionPath(connection.id, 'activity');
  const chosen = chosenIn(query);
  return (
    <Pager
      label={messages.pages}
      back={{ path: query.before && withParameters(path, chosen), text: messages.newer }}
      forth={{ path: older && withParameters(path, { ...chosen, before: older }), text: messages.older }}
    />
  );
};

const None = ({ page: { connection, query }, viewer }: ActivityViewProps) => {
  const messages = ACTIVITY_MESSAGES[viewer.language];
  const isFiltered = isAnythingChosen(query) || query.before !== undefined;
  return (
    <Nothing
      title={isFiltered ? messages.nothingFits : messages.none}
      hint={isFiltered ? messages.nothingFitsHint : messages.noneHint}
    >
      {isFiltered && <a href={toConnectionPath(connection.id, 'activity')}>{messages.showAll}</a>}
    </Nothing>
  );
};
