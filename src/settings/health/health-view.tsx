import type { ComponentChildren } from 'preact';
import type { Viewer } from '../../web/layout/viewer.js';
import { Moment } from '../../web/layout/moment.js';
import { Alert, Report } from '../../web/layout/tidings.js';
import { ConnectionFrame } from '../connection/connection-frame.js';
import { DayChart } from './day-chart.js';
import { HEALTH_MESSAGES, type HealthMessages } from './health-messages.js';
import type { HealthPage } from './health-page.js';
import { WatchForm } from './watch-form.js';

export interface HealthViewProps {
  readonly viewer: Viewer;
  readonly page: HealthPage;
  readonly saved?: boolean;
  readonly invalid?: boolean;
}

/** *Health* of a connection. */
export const HealthView = ({ viewer, page, saved = false, invalid = false }: HealthViewProps) => {
  const messages = HEALTH_MESSAGES[viewer.language];
  return (
    <ConnectionFrame
      viewer={viewer}
      connection={page.connection}
      current="health"
      title={messages.title}
      lead={messages.lead}
    >
      <Report>{saved && messages.saved}</Report>
      <Alert>{invalid && messages.invalid}</Alert>
      {page.isSilent && (
        <p class="notice" role="note">
          {messages.silentFor(page.watch.silentHours)}
        </p>
      )}
      <Figures viewer={viewer} page={page} messages={messages} />
      <DayChart days={page.days} messages={messages} language={viewer.language} />
      <WatchForm page={page} messages={messages} />
    </ConnectionFrame>
  );
};

const Figures = ({ viewer, page, messages }: HealthViewProps & { readonly messages: HealthMessages }) => {
  const { summary, cutTimes, users, activeUsers, groups, isSilent } = page;
  return (
    <dl class="figures">
      <Figure name={messages.lastContact}>
        <strong>
          {summary.lastContact ? <Moment at={summary.lastContact} language={viewer.language} /> : messages.never}
        </strong>
        {isSilent && <span class="chip chip--note">{messages.silent}</span>}
      </Figure>
      <Figure name={messages.requests}>
        <strong>{messages.number(summary.requests)}</strong>
        <span class="muted">{messages.lastDay}</span>
      </Figure>
      <Figure name={messages.errors}>
        <strong class={summary.refused + summary.failed > 0 ? 'figures__bad' : undefined}>
          {messages.number(summary.refused + summary.failed)}
        </strong>
        <span class="muted">{messages.refusedAndFailed(summary.refused, summary.failed)}</span>
      </Figure>
      <Figure name={messages.users}>
        <strong>{messages.number(users)}</strong>
        <span class="muted">{messages.ofThem(activeUsers)}</span>
      </Figure>
      <Figure name={messages.groups}>
        <strong>{messages.number(groups)}</strong>
      </Figure>
      <Figure name={messages.cutTime}>
        {cutTimes.p50 === null || cutTimes.p99 === null ? (
          <span class="muted">{messages.nobodyCut}</span>
        ) : (
          <>
            <strong>{messages.duration(cutTimes.p50)}</strong>
            <span class="muted">{messages.median}</span>
            <span class="muted" title={messages.cutTimeHint}>
              {messages.slowest(messages.duration(cutTimes.p99), cutTimes.people)}
            </span>
          </>
        )}
      </Figure>
    </dl>
  );
};

const Figure = ({ name, children }: { readonly name: string; readonly children: ComponentChildren }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);
