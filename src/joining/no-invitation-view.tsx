import { SIGN_IN_PATH } from '../web/access/sign-in-required.js';
import type { Language } from '../web/language.js';
import { Alone } from '../web/layout/alone.js';
import { ACCEPT_MESSAGES } from './accept-messages.js';

export interface NoInvitationViewProps {
  readonly language: Language;
  readonly reason: 'invalid' | 'tooMany';
}

/** One page for unknown, used, expired, withdrawn and replaced links: it tells a stranger nothing. */
export const NoInvitationView = ({ language, reason }: NoInvitationViewProps) => {
  const messages = ACCEPT_MESSAGES[language];
  const title = reason === 'invalid' ? messages.invalidTitle : messages.tooManyTitle;
  return (
    <Alone title={title} language={language}>
      <h1>{title}</h1>
      <p>{reason === 'invalid' ? messages.invalidText : messages.alerts.tooMany}</p>
      <a class="step" href={SIGN_IN_PATH}>
        {messages.signIn}
      </a>
    </Alone>
  );
};
