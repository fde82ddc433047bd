import type { AuditMessages } from './audit-messages.js';
import { AUDIT_PATH } from './audit-path.js';
import { type AuditQuery, ENTITIES, LONGEST_TEXT, PERIODS } from './audit-query.js';

export interface AuditFilterProps {
  readonly query: AuditQuery;
  readonly messages: AuditMessages;
}

/** What to look for. The two dates show when the period asks for them, without script. */
export const AuditFilter = ({ query, messages }: AuditFilterProps) => (
  <search>
    <form class="audit-filter" method="get" action={AUDIT_PATH}>
      <label class="audit-filter__text">
        {messages.search}
        <input
          type="search"
          name="text"
          value={query.text}
          placeholder={messages.searchHint}
          maxLength={LONGEST_TEXT}
          autocomplete="off"
          spellcheck={false}
        />
      </label>
      <label>
        {messages.entity}
        <select name="entity">
          <option value="">{messages.anyEntity}</option>
          {ENTITIES.map((entity) => (
            <option key={entity} value={entity} selected={query.entity === entity}>
              {messages.entities[entity]}
            </option>
          ))}
        </select>
      </label>
      <label>
        {messages.period}
        <select name="period">
          <option value="">{messages.anyPeriod}</option>
          {PERIODS.map((period) => (
            <option key={period} value={period} selected={query.period === period}>
              {messages.periods[period]}
            </option>
          ))}
        </select>
      </label>
      <div class="audit-filter__custom">
        <label>
          {messages.from}
          <input type="datetime-local" name="from" value={query.from} />
        </label>
        <label>
          {messages.to}
          <input type="datetime-local" name="to" value={query.to} />
        </label>
      </div>
      <button type="submit" class="outline">
        {messages.apply}
      </button>
    </form>
  </search>
);
