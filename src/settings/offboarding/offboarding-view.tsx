import type { Viewer } from '../../web/layout/viewer.js';
import { Choice } from '../../web/list/choice.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { CONNECTION_MESSAGES } from '../connection/connection-messages.js';
import { toConnectionPath, withParameters } from '../connection/connection-path.js';
import { ListFilter } from '../../web/list/list-filter.js';
import { Nothing } from '../../web/list/nothing.js';
import { Pager } from '../../web/list/pager.js';
import { OFFBOARDING_MESSAGES } from './offboarding-messages.js';
import type { OffboardingPage } from './offboarding-page.js';
import { LONGEST_SEARCH } from '../connection/record-query.js';
import { OffboardingTable } from './offboarding-table.js';

export interface OffboardingViewProps {
  readonly viewer: Viewer;
  readonly page: OffboardingPage;
}

/** *Offboarding* of a connection: the record of who lost access. */
export const OffboardingView = ({ viewer, page }: OffboardingViewProps) => {
  const messages = OFFBOARDING_MESSAGES[viewer.language];
  const { connection, rows, older } = page;
  return (
    <ConnectionFrame
      viewer={viewer}
      connection={connection}
      current="offboarding"
      title={messages.title}
      lead={messages.lead}
    >
      <Filter viewer={viewer} page={page} />
      <section id="offboarding" aria-label={messages.title}>
        <div class="listhead">
          <p class="count muted" role="status">
            {messages.shown(rows.length, older !== undefined)}
          </p>
          {rows.length > 0 && (
            <form method="post" action={`${toConnectionPath(connection.id, 'offboarding')}/export`}>
              {Object.entries(chosenIn(page)).map(
                ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
              )}
              <button type="submit" class="small">
                {messages.export}
              </button>
            </form>
          )}
        </div>
        {rows.length > 0 ? (
          <OffboardingTable rows={rows} language={viewer.language} />
        ) : (
          <Nobody viewer={viewer} page={page} />
        )}
        <Paging viewer={viewer} page={page} />
      </section>
    </ConnectionFrame>
  );
};

const chosenIn = ({ query: { search, kind, period } }: OffboardingPage) => ({ search, kind, period });

const Filter = ({ viewer, page: { connection, query } }: OffboardingViewProps) => {
  const [messages, shared] = [OFFBOARDING_MESSAGES[viewer.language], CONNECTION_MESSAGES[viewer.language]];
  const { search: label, searchHint: hint } = messages;
  const search = { name: 'search', label, hint, value: query.search, longest: LONGEST_SEARCH };
  const path = toConnectionPath(connection.id, 'offboarding');
  return (
    <ListFilter path={path} finds="offboarding" search={search} apply={messages.apply}>
      <Choice label={messages.kind} name="kind" value={query.kind} options={messages.kinds} />
      <Choice label={shared.period} name="period" value={query.period} options={shared.periods} />
    </ListFilter>
  );
};

const Nobody = ({ viewer, page }: OffboardingViewProps) => {
  const messages = OFFBOARDING_MESSAGES[viewer.language];
  const isFiltered = Object.values(chosenIn(page)).some((value) => value !== undefined);
  return isFiltered ? (
    <Nothing title={messages.nothingFits}>
      <a href={toConnectionPath(page.connection.id, 'offboarding')}>{CONNECTION_MESSAGES[viewer.language].showAll}</a>
    </Nothing>
  ) : (
    <Nothing title={messages.none} hint={messages.noneHint} />
  );
};

const Paging = ({ viewer, page }: OffboardingViewProps) => {
  const { connection, query, older } = page;
  const messages = CONNECTION_MESSAGES[viewer.language];
  const path = toConnectionPath(connection.id, 'offboarding');
  const chosen = chosenIn(page);
  return (
    <Pager
      label={messages.pages}
      turns="offboarding"
      back={{ path: query.before && withParameters(path, chosen), text: messages.newer }}
      forth={{ path: older && withParameters(path, { ...chosen, before: older }), text: messages.older }}
    />
  );
};
