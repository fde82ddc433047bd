import type { Language } from '../../web/language.js';
import { ACTIVITY_MESSAGES } from './activity-messages.js';
import type { RequestPage } from './activity-page.js';
import { CAUSE_MESSAGES } from './causes/cause-messages.js';
import { CAUSE_PLACES } from './causes/cause-places.js';
import { CONSOLE_MESSAGES } from './causes/console-messages.js';
import { findCause } from './causes/find-cause.js';
import { identityProductOf } from './causes/identity-product.js';

export interface RequestCauseProps {
  readonly page: RequestPage;
  readonly language: Language;
}

/** Why a request was not done, what to do about it, and where in that provider's console. */
export const RequestCause = ({ page: { connection, entry }, language }: RequestCauseProps) => {
  const messages = ACTIVITY_MESSAGES[language];
  const cause = findCause(entry);
  const { what, mend } = CAUSE_MESSAGES[language][cause];
  const place = CAUSE_PLACES[cause];
  return (
    <section class="cause">
      <h2>{messages.cause}</h2>
      <p>{what}</p>
      <dl class="facts">
        <dt>{messages.mend}</dt>
        <dd>{mend}</dd>
        {place && (
          <>
            <dt>{messages.where}</dt>
            <dd>{CONSOLE_MESSAGES[language][identityProductOf(entry.client, connection.name)][place]}</dd>
          </>
        )}
        {entry.detail && (
          <>
            <dt>{messages.message}</dt>
            <dd lang="en">
              <q>{entry.detail}</q>
            </dd>
          </>
        )}
      </dl>
    </section>
  );
};
