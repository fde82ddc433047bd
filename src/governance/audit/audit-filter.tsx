import { Choice } from '../../web/list/choice.js';
import { ListFilter } from '../../web/list/list-filter.js';
import type { AuditMessages } from './audit-messages.js';
import { AUDIT_PATH } from './audit-path.js';
import { type AuditQuery, ENTITIES, LONGEST_TEXT, PERIODS } from './audit-query.js';

export interface AuditFilterProps {
  readonly query: AuditQuery;
  readonly messages: AuditMessages;
}

/** What to look for. The two dates show when the period asks for them, without script. */
export const AuditFilter = ({ query, messages }: AuditFilterProps) => {
  const search = {
    name: 'text',
    label: messages.search,
    hint: messages.searchHint,
    value: query.text,
    longest: LONGEST_TEXT,
  };
  const entities = ENTITIES.map((entity) => [entity, messages.entities[entity]] as const);
  const periods = PERIODS.map((period) => [period, messages.periods[period]] as const);
  return (
    <ListFilter path={AUDIT_PATH} finds="audit" search={search} apply={messages.apply}>
      <Choice
        label={messages.entity}
        name="entity"
        value={query.entity}
        options={Object.fromEntries([['', messages.anyEntity], ...entities])}
      />
      <Choice
        label={messages.period}
        name="period"
        value={query.period}
        options={Object.fromEntries([['', messages.anyPeriod], ...periods])}
      />
      <div class="filter__dates">
        <label>
          {messages.from}
          <input type="datetime-local" name="from" value={query.from} />
        </label>
        <label>
          {messages.to}
          <input type="datetime-local" name="to" value={query.to} />
        </label>
      </div>
    </ListFilter>
  );
};
