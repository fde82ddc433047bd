import type { Language } from '../language.js';
import { Alone } from '../layout/alone.js';
import { SSO_MESSAGES } from './sso-messages.js';

export interface LeavingViewProps {
  readonly url: string;
  readonly language: Language;
  readonly what: 'signIn' | 'signOut';
}

/** On the way to the identity provider, for the moment until its page opens. */
export const LeavingView = ({ url, language, what }: LeavingViewProps) => {
  const messages = SSO_MESSAGES[language];
  const title = what === 'signIn' ? messages.leaving : messages.signedOut;
  return (
    <Alone title={title} language={language}>
      <h1>{title}</h1>
      <p>{what === 'signIn' ? messages.leavingHint : messages.signedOutHint}</p>
      <a class="step" href={url}>
        {messages.go}
      </a>
    </Alone>
  );
};
