import type { Language } from '../../web/language.js';
import { Choice } from '../../web/list/choice.js';
import { ListFilter } from '../../web/list/list-filter.js';
import { CONNECTION_MESSAGES } from '../connection/connection-messages.js';
import { toConnectionPath } from '../connection/connection-path.js';
import { ACTIVITY_MESSAGES } from './activity-messages.js';
import { LONGEST_SEARCH } from '../connection/record-query.js';
import type { ActivityQuery } from './activity-query.js';

export interface ActivityFilterProps {
  readonly connectionId: string;
  readonly query: ActivityQuery;
  readonly language: Language;
}

/** Finds requests by whom they were about, what they were, and what came of them. */
export const ActivityFilter = ({ connectionId, query, language }: ActivityFilterProps) => {
  const [messages, shared] = [ACTIVITY_MESSAGES[language], CONNECTION_MESSAGES[language]];
  const { search: label, searchHint: hint } = messages;
  const search = { name: 'search', label, hint, value: query.search, longest: LONGEST_SEARCH };
  const path = toConnectionPath(connectionId, 'activity');
  return (
    <ListFilter path={path} finds="activity" search={search} apply={messages.apply}>
      <Choice label={messages.kind} name="kind" value={query.kind} options={messages.kinds} />
      <Choice label={messages.outcome} name="outcome" value={query.outcome} options={messages.outcomes} />
      <Choice label={shared.period} name="period" value={query.period} options={shared.periods} />
      {query.live && <input type="hidden" name="live" value={query.live} />}
    </ListFilter>
  );
};
