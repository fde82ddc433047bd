import type { ComponentChildren } from 'preact';
import type { AuditFindings } from '../../audit/search-audit.js';
import { Moment } from '../../web/layout/moment.js';
import type { Viewer } from '../../web/layout/viewer.js';
import { AUDIT_MESSAGES } from './audit-messages.js';
import { toRestPath } from './audit-path.js';
import type { AuditQuery } from './audit-query.js';

export interface AuditRestProps {
  readonly query: AuditQuery;
  readonly lookedTo: NonNullable<AuditFindings['lookedTo']>;
  /** How many are on the page. */
  readonly count: number;
  readonly viewer: Viewer;
  /** What else ends the page as long as this is there. */
  readonly children?: ComponentChildren;
}

/**
 * How far a search has looked whose page is not full, and the way on. By itself it goes on and puts what it finds in its own
 * place, until the page is full or the log ends; without script a link does, to a page of what is older. A search that
 * somebody begins meanwhile ends this one.
 */
export const AuditRest = ({ query, lookedTo: { id, at }, count, viewer, children }: AuditRestProps) => {
  const messages = AUDIT_MESSAGES[viewer.language];
  return (
    <div
      id={`rest-${id}`}
      hx-get={toRestPath(query, id, count)}
      hx-trigger="load"
      hx-sync=".filter:drop"
      hx-target="this"
      hx-select=".found > *"
      hx-select-oob="#audit-count:innerHTML"
      hx-swap="outerHTML"
    >
      <div class="rest">
        <span class="muted">
          {messages.lookedTo} <Moment at={at} language={viewer.language} />
        </span>
        <a href={toRestPath(query, id, 0)}>{messages.lookFurther}</a>
      </div>
      {children}
    </div>
  );
};
