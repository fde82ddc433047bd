import type { AuditEntry } from '../../audit/audit-entry.entity.js';
import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import { nameOfAction } from './action-names.js';
import type { AuditMessages } from './audit-messages.js';
import { type Detail, tellDetails } from './tell-details.js';

export interface AuditEntriesProps {
  readonly entries: readonly AuditEntry[];
  readonly language: Language;
  readonly messages: AuditMessages;
}

/** A list of entries, each of which opens, without script too. */
export const AuditEntries = ({ entries, language, messages }: AuditEntriesProps) => (
  <ol class="audit">
    {entries.map((entry) => (
      <li key={entry.id}>
        <details class="entry">
          <summary>
            <span class="entry__at">
              <Moment at={entry.at} language={language} />
            </span>
            <span class="entry__what">
              <strong>{nameOfAction(entry.action, language)}</strong>
              <span class="line">{entry.subjectName}</span>
            </span>
            <span class="entry__who">
              <span class="seen-by-readers">{messages.by} </span>
              {entry.actorName}
              <span class="line muted">{messages.actors[entry.actorKind]}</span>
            </span>
          </summary>
          <Opened entry={entry} messages={messages} language={language} />
        </details>
      </li>
    ))}
  </ol>
);

interface OpenedProps {
  readonly entry: AuditEntry;
  readonly messages: AuditMessages;
  readonly language: Language;
}

const Opened = ({ entry, messages, language }: OpenedProps) => (
  <div class="entry__opened">
    <Changes details={tellDetails(entry.details, language)} messages={messages} />
    <dl class="facts">
      <dt>{messages.at}</dt>
      <dd>
        <code>{entry.at.toISOString()}</code>
      </dd>
      <dt>{messages.action}</dt>
      <dd>
        <code>{entry.action}</code>
      </dd>
      <dt>{messages.subject}</dt>
      <dd>
        {entry.subjectName} <Reference kind={entry.subjectKind} id={entry.subjectId} />
      </dd>
      <dt>{messages.actor}</dt>
      <dd>
        {entry.actorName} <Reference kind={entry.actorKind} id={entry.actorId} />
      </dd>
      {entry.requestId !== null && (
        <>
          <dt>{messages.requestId}</dt>
          <dd>
            <code>{entry.requestId}</code>
          </dd>
        </>
      )}
    </dl>
  </div>
);

const Reference = ({ kind, id }: { readonly kind: string; readonly id: string }) => (
  <code class="muted">
    {kind} {id}
  </code>
);

interface ChangesProps {
  readonly details: readonly Detail[];
  readonly messages: AuditMessages;
}

const Changes = ({ details, messages }: ChangesProps) =>
  details.length === 0 ? null : (
    <dl class="facts entry__changes">
      {details.map((detail) => (
        <Line key={detail.name} detail={detail} messages={messages} />
      ))}
    </dl>
  );

interface LineProps {
  readonly detail: Detail;
  readonly messages: AuditMessages;
}

const Line = ({ detail: { name, change, value }, messages }: LineProps) => (
  <>
    <dt>{name}</dt>
    <dd>
      {change ? (
        <>
          <span class="seen-by-readers">{messages.before}: </span>
          <del>{change.before}</del>
          <span aria-hidden="true"> → </span>
          <span class="seen-by-readers">{messages.after}: </span>
          <ins>{change.after}</ins>
        </>
      ) : (
        value
      )}
    </dd>
  </>
);
