import type { ComponentChildren } from 'preact';
import { type FirstContact, MOST_COUNTED } from '../../connections/first-contact.service.js';
import type { Language } from '../../web/language.js';
import { Moment } from '../../web/layout/moment.js';
import type { ShownConnection } from '../connection/connection-desk.service.js';
import { toSetUpPath } from '../provisioning/provisioning-path.js';
import { CHECK_MESSAGES, type CheckMessages } from './check-messages.js';

export interface LiveCheckProps {
  readonly connection: ShownConnection;
  readonly contact: FirstContact;
  readonly language: Language;
}

/** What has arrived from the directory so far; with script it looks again by itself until people and groups are there. */
export const LiveCheck = ({ connection: { id, state }, contact, language }: LiveCheckProps) => {
  const messages = CHECK_MESSAGES[language];
  const { understood, refused, firstPerson, people, firstGroup, groups } = contact;
  // The log of requests is written behind them: who they brought can be seen a moment earlier.
  const isHeard = understood !== undefined || firstPerson !== null || firstGroup !== null;
  const isComplete = firstPerson !== null && firstGroup !== null && !refused;
  return (
    <section id="check" class="check" aria-labelledby="check-title" {...(isComplete ? {} : lookingAgain(id))}>
      <h2 id="check-title">{messages.title}</h2>
      <p role="status" class="check__state">
        {isComplete ? messages.allArrived : isHeard ? '' : messages.waiting}
      </p>
      {state === 'active' && !isHeard && <p class="muted">{messages.waitingHint}</p>}
      {(state === 'draft' || state === 'paused') && <p class="check__note">{messages[state]}</p>}
      {refused && <Trouble refused={refused} language={language} messages={messages} />}
      <ol class="check__steps">
        <Step
          title={understood ? messages.lastRequest : messages.request}
          missing={messages.noRequest}
          isThere={isHeard}
        >
          {understood ? (
            <>
              <Moment at={understood.at} language={language} />{' '}
              <code>
                {understood.method} {placeOf(understood)}
              </code>{' '}
              {understood.client && messages.from(understood.client)}
            </>
          ) : (
            messages.justNow
          )}
        </Step>
        <Step title={messages.person} missing={messages.noPerson} isThere={firstPerson !== null}>
          {firstPerson !== null && messages.first(firstPerson, countOf(people))}
        </Step>
        <Step title={messages.group} missing={messages.noGroup} isThere={firstGroup !== null}>
          {firstGroup !== null && messages.first(firstGroup, countOf(groups))}
        </Step>
      </ol>
      <p class="check__more">
        <a href={`${toSetUpPath(id)}#check`}>{messages.refresh}</a>
        {firstPerson !== null && <a href="/settings/members">{messages.members}</a>}
      </p>
    </section>
  );
};

/** Where a request went, as far as its name tells: `/Users` of `Users.patch`. */
function placeOf({ operation }: { readonly operation: string }): string {
  const [area] = /^(?:Users|Groups|Bulk)(?=\.)/.exec(operation) ?? [];
  return area ? `/${area}` : '';
}

const lookingAgain = (id: string) => ({
  'hx-get': toSetUpPath(id),
  'hx-trigger': 'every 2s',
  'hx-select': '#check',
  'hx-target': '#check',
  'hx-swap': 'outerHTML',
});

const countOf = (count: number) => (count > MOST_COUNTED ? `${MOST_COUNTED}+` : String(count));

interface StepProps {
  readonly title: string;
  readonly missing: string;
  readonly isThere: boolean;
  readonly children: ComponentChildren;
}

const Step = ({ title, missing, isThere, children }: StepProps) => (
  <li class={isThere ? 'check__step check__step--there' : 'check__step'}>
    <strong>{title}</strong>
    <span class="muted">{isThere ? children : missing}</span>
  </li>
);

interface TroubleProps {
  readonly refused: NonNullable<FirstContact['refused']>;
  readonly language: Language;
  readonly messages: CheckMessages;
}

const Trouble = ({ refused: { at, status, method, operation, detail }, language, messages }: TroubleProps) => (
  <div class="alert" role="alert">
    <strong>{status === 401 ? messages.wrongToken : messages.refused}</strong>{' '}
    <span>
      <Moment at={at} language={language} />, {method} {placeOf({ operation })}, {status}
    </span>
    <p>{status === 401 ? messages.wrongTokenHint : detail}</p>
  </div>
);
