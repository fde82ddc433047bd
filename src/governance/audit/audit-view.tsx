import { Headline } from '../../web/layout/headline.js';
import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { Alert } from '../../web/layout/tidings.js';
import { Nothing } from '../../web/list/nothing.js';
import { Pager } from '../../web/list/pager.js';
import { AuditEntries } from './audit-entries.js';
import { AuditRest } from './audit-rest.js';
import { AuditFilter } from './audit-filter.js';
import { AUDIT_MESSAGES, type AuditMessages } from './audit-messages.js';
import type { AuditPage } from './audit-page.js';
import { AUDIT_EXPORT_PATH, AUDIT_PATH, fieldsOf, toAuditPath } from './audit-path.js';
import { FORMATS } from './audit-query.js';

export interface AuditViewProps {
  readonly viewer: Viewer;
  readonly page: AuditPage;
}

/** *Governance → Audit*: filters, entries, the way to older ones, and away as a file. */
export const AuditView = ({ viewer, page }: AuditViewProps) => {
  const messages = AUDIT_MESSAGES[viewer.language];
  return (
    <Shell viewer={viewer} path={AUDIT_PATH} title={messages.title}>
      <Headline title={messages.title} lead={messages.lead} />
      <AuditFilter query={page.query} messages={messages} />
      <section id="audit" aria-label={messages.title}>
        {page.tookTooLong ? (
          <Alert>{messages.tookTooLong}</Alert>
        ) : (
          <Found viewer={viewer} page={page} messages={messages} />
        )}
      </section>
    </Shell>
  );
};

interface FoundProps extends AuditViewProps {
  readonly messages: AuditMessages;
}

const Found = ({ viewer, page, messages }: FoundProps) => {
  const { entries, lookedTo, query } = page;
  const count = (query.found ?? 0) + entries.length;
  return (
    <>
      <div class="listhead">
        <p id="audit-count" class="count muted" role="status">
          {lookedTo ? messages.soFar(count) : messages.shown(count, page.next !== undefined)}
        </p>
        <Export page={page} messages={messages} />
      </div>
      <div class="found">
        {entries.length > 0 && <AuditEntries entries={entries} language={viewer.language} messages={messages} />}
        {count === 0 && !lookedTo && (
          <Nothing title={messages.nothing} hint={messages.nothingHint}>
            <a href={AUDIT_PATH}>{messages.showAll}</a>
          </Nothing>
        )}
        {lookedTo ? (
          <AuditRest query={query} lookedTo={lookedTo} count={count} viewer={viewer}>
            <Paging page={page} messages={messages} />
          </AuditRest>
        ) : (
          <Paging page={page} messages={messages} />
        )}
      </div>
    </>
  );
};

/** A form and not a link: taking the log away is an act, and recorded. */
const Export = ({ page, messages }: Omit<FoundProps, 'viewer'>) => (
  <form method="post" action={AUDIT_EXPORT_PATH}>
    {fieldsOf(page.query).map(([name, value]) => (
      <input key={name} type="hidden" name={name} value={value} />
    ))}
    <span class="muted">{messages.export}</span>
    {FORMATS.map((format) => (
      <button key={format} type="submit" class="small" name="format" value={format}>
        {format.toUpperCase()}
      </button>
    ))}
  </form>
);

const Paging = ({ page: { query, next }, messages }: Omit<FoundProps, 'viewer'>) => (
  <Pager
    label={messages.pages}
    turns="audit"
    back={{ path: query.before && toAuditPath(query), text: messages.newest }}
    forth={{ path: next && toAuditPath(query, next), text: messages.older }}
  />
);
