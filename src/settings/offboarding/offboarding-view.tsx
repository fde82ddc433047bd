import type { Viewer } from '../../web/layout/viewer.js';
import { Choice } from '../connection/choice.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { CONNECTION_MESSAGES } from '../connection/connection-messages.js';
import { toConnectionPath, withParameters } from '../connection/connection-path.js';
import { OFFBOARDING_MESSAGES } from './offboarding-messages.js';
import type { OffboardingPage } from './offboarding-page.js';
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
    <ConnectionFrame viewer={viewer} connection={connection} current="offboarding" title={messages.title}>
      <p class="muted">{messages.lead}</p>
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
  const path = toConnectionPath(connection.id, 'offboarding');
  return (
    <search>
      <form
        class="sieve"
        method="get"
        action={path}
        hx-get={path}
        hx-trigger="submit, change, input changed delay:250ms from:#search"
        hx-sync="this:replace"
        hx-target="#offboarding"
        hx-select="#offboarding"
        hx-swap="outerMorph"
        hx-replace-url="true"
      >
        <label class="sieve__text">
          {messages.search}
          <input
            id="search"
            type="search"
            name="search"
            value={query.search}
            placeholder={messages.searchHint}
            maxLength={200}
            autocomplete="off"
            spellcheck={false}
          />
        </label>
        <Choice label={messages.kind} name="kind" value={query.kind} options={messages.kinds} />
        <Choice label={shared.period} name="period" value={query.period} options={shared.periods} />
        <button type="submit" class="outline">
          {messages.apply}
        </button>
      </form>
    </search>
  );
};

const Nobody = ({ viewer, page }: OffboardingViewProps) => {
  const messages = OFFBOARDING_MESSAGES[viewer.language];
  const isFiltered = Object.values(chosenIn(page)).some((value) => value !== undefined);
  return (
    <div class="nobody">
      <p>
        <strong>{isFiltered ? messages.nothingFits : messages.none}</strong>
      </p>
      {!isFiltered && <p class="muted">{messages.noneHint}</p>}
    </div>
  );
};

const Paging = ({ viewer, page }: OffboardingViewProps) => {
  const { connection, query, older } = page;
  const messages = CONNECTION_MESSAGES[viewer.language];
  const path = toConnectionPath(connection.id, 'offboarding');
  if (older === undefined && query.before === undefined) return null;
  return (
    <nav class="pages" aria-label={messages.pages}>
      {query.before === undefined ? (
        <span />
      ) : (
        <a class="step" href={withParameters(path, chosenIn(page))}>
          ← {messages.newer}
        </a>
      )}
      {older !== undefined && (
        <a class="step" rel="next" href={withParameters(path, { ...chosenIn(page), before: older })}>
          {messages.older} →
        </a>
      )}
    </nav>
  );
};
