import { Shell } from '../../web/layout/shell.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { AuditEntries } from './audit-entries.js';
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
      <h1>{messages.title}</h1>
      <p class="muted">{messages.lead}</p>
      <AuditFilter query={page.query} messages={messages} />
      <section id="audit" aria-label={messages.title}>
        {page.tookTooLong ? (
          <p class="alert" role="alert">
            {messages.tookTooLong}
          </p>
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

const Found = ({ viewer, page, messages }: FoundProps) => (
  <>
    <div class="audit__head">
      <p class="count muted" role="status">
        {messages.shown(page.entries.length, page.next !== undefined)}
      </p>
      <Export page={page} messages={messages} />
    </div>
    {page.entries.length > 0 ? (
      <AuditEntries entries={page.entries} language={viewer.language} messages={messages} />
    ) : (
      <div class="nobody">
        <p>
          <strong>{messages.nothing}</strong>
        </p>
        <p class="muted">{messages.nothingHint}</p>
        <a href={AUDIT_PATH}>{messages.showAll}</a>
      </div>
    )}
    <Paging page={page} messages={messages} />
  </>
);

/** A form and not a link: taking the log away is an act, and recorded. */
const Export = ({ page, messages }: Omit<FoundProps, 'viewer'>) => (
  <form class="audit__export" method="post" action={AUDIT_EXPORT_PATH}>
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

const Paging = ({ page: { query, next }, messages }: Omit<FoundProps, 'viewer'>) =>
  query.before === undefined && next === undefined ? null : (
    <nav class="pages" aria-label={messages.pages}>
      {query.before === undefined ? (
        <span />
      ) : (
        <a class="step" href={toAuditPath(query)}>
          ← {messages.newest}
        </a>
      )}
      {next !== undefined && (
        <a class="step" rel="next" href={toAuditPath(query, next)}>
          {messages.older} →
        </a>
      )}
    </nav>
  );
