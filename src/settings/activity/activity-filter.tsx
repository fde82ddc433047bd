import { CONNECTION_MESSAGES } from '../connection/connection-messages.js';
import { toConnectionPath } from '../connection/connection-path.js';
import { Choice } from '../connection/choice.js';
import type { Language } from '../../web/language.js';
import { ACTIVITY_MESSAGES } from './activity-messages.js';
import type { ActivityQuery } from './activity-query.js';

export interface ActivityFilterProps {
  readonly connectionId: string;
  readonly query: ActivityQuery;
  readonly language: Language;
}

/** Filters while one chooses; without script the button sends it. */
export const ActivityFilter = ({ connectionId, query, language }: ActivityFilterProps) => {
  const [messages, shared] = [ACTIVITY_MESSAGES[language], CONNECTION_MESSAGES[language]];
  const path = toConnectionPath(connectionId, 'activity');
  return (
    <search>
      <form
        class="sieve"
        method="get"
        action={path}
        hx-get={path}
        hx-trigger="submit, change, input changed delay:250ms from:#search"
        hx-sync="this:replace"
        hx-target="#activity"
        hx-select="#activity"
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
        <Choice label={messages.outcome} name="outcome" value={query.outcome} options={messages.outcomes} />
        <Choice label={shared.period} name="period" value={query.period} options={shared.periods} />
        {query.live && <input type="hidden" name="live" value={query.live} />}
        <button type="submit" class="outline">
          {messages.apply}
        </button>
      </form>
    </search>
  );
};
