import { SIGN_IN_PATH } from '../access/sign-in-required.js';
import type { Language } from '../language.js';
import { Alone } from '../layout/alone.js';
import { SSO_MESSAGES } from './sso-messages.js';
import type { SsoProblem } from './sso-problem.js';

export interface ProblemViewProps {
  readonly problem: SsoProblem;
  readonly language: Language;
  readonly requestId: string | undefined;
}

/** Why nobody is signed in, and what to do. Tells nothing but what concerns whoever reads it. */
export const ProblemView = ({ problem, language, requestId }: ProblemViewProps) => {
  const messages = SSO_MESSAGES[language];
  const { title, text } = messages.problems[problem];
  return (
    <Alone title={title} language={language}>
      <h1>{title}</h1>
      <p>{text}</p>
      {requestId && (
        <p class="request-id muted">
          {messages.requestId}: <code>{requestId}</code>
        </p>
      )}
      <a class="step" href={SIGN_IN_PATH}>
        {messages.again}
      </a>
    </Alone>
  );
};
