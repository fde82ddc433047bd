import type { ActivityOutcome, ActivityRecord } from '@ruleforge/scim';
import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { toRequestPath } from '../connection/connection-path.js';
import { ListTable } from '../../web/list/list-table.js';
import { ACTIVITY_MESSAGES, type ActivityMessages } from './activity-messages.js';
import type { ActivityRow, ActivitySubject } from './activity-page.js';
import { attributeNames } from './attribute-names.js';
import { CAUSE_MESSAGES } from './causes/cause-messages.js';
import { findCause } from './causes/find-cause.js';

export interface ActivityTableProps {
  readonly connectionId: string;
  readonly rows: readonly ActivityRow[];
  readonly language: Language;
}

/** A table; on a narrow screen a card a request. The roles keep it a table for screen readers when it is drawn as cards. */
export const ActivityTable = ({ connectionId, rows, language }: ActivityTableProps) => {
  const messages = ACTIVITY_MESSAGES[language];
  return (
    <ListTable headings={[messages.kind, messages.who, messages.what, messages.outcome, messages.time]}>
      {rows.map((row) => (
        <tr
          key={row.entry.id}
          id={`request-${row.entry.id}`}
          role="row"
          class={row.entry.kind === 'read' ? 'list__quiet' : undefined}
        >
          <th scope="row" role="rowheader">
            <a href={toRequestPath(connectionId, row.entry.id)}>{messages.kinds[row.entry.kind]}</a>
          </th>
          <td role="cell" class="list__person">
            <Subject subject={row.subject} entry={row.entry} messages={messages} />
          </td>
          <td role="cell" class="list__text">
            <Result row={row} language={language} />
          </td>
          <td role="cell">
            <Outcome outcome={row.entry.outcome} messages={messages} />
          </td>
          <td role="cell" class="list__time">
            <Moment at={row.entry.at} language={language} />
          </td>
        </tr>
      ))}
    </ListTable>
  );
};

export interface SubjectProps {
  readonly subject: ActivitySubject | undefined;
  readonly entry: ActivityRecord;
  readonly messages: ActivityMessages;
}

/** Whom a request was about. */
export const Subject = ({ subject, entry: { kind, resourceId }, messages }: SubjectProps) => {
  // Access tokens have an id too, and are nobody.
  const isMissing = kind !== 'other' && resourceId !== null;
  if (!subject) return <span class="muted">{isMissing ? messages.unknownSubject : messages.nobody}</span>;
  return (
    <>
      <span class="list__name">{subject.name}</span>
      {subject.kind === 'member' && subject.email && subject.email !== subject.name && (
        <span class="line muted">{subject.email}</span>
      )}
    </>
  );
};

const Result = ({ row: { entry }, language }: { readonly row: ActivityRow; readonly language: Language }) =>
  entry.status >= 400 ? (
    <>{CAUSE_MESSAGES[language][findCause(entry)].what}</>
  ) : (
    <>{attributeNames(entry).join(', ')}</>
  );

export interface OutcomeProps {
  readonly outcome: ActivityOutcome;
  readonly messages: ActivityMessages;
}

/** What came of a request, in a word. */
export const Outcome = ({ outcome, messages }: OutcomeProps) => (
  <span class={`chip ${OUTCOME_CHIPS[outcome]}`}>{messages.outcomes[outcome]}</span>
);

const OUTCOME_CHIPS: Readonly<Record<ActivityOutcome, string>> = {
  ok: 'chip--good',
  tolerated: 'chip--note',
  refused: 'chip--bad',
  failed: 'chip--bad',
};
