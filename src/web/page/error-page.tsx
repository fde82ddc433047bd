import type { Language } from '../language.js';
import { Alone } from '../layout/alone.js';
import { ERROR_MESSAGES, type ErrorMessages, type Refusal } from './error-messages.js';

export interface ErrorPageProps {
  readonly status: number;
  readonly requestId: string | undefined;
  readonly language: Language;
}

/** A refusal in plain words, with the request id that support needs. */
export const ErrorPage = ({ status, requestId, language }: ErrorPageProps) => {
  const messages = ERROR_MESSAGES[language];
  const { title, text } = refusalOf(status, messages);
  return (
    <Alone title={title} language={language}>
      <h1>{title}</h1>
      <p>{text}</p>
      {requestId && (
        <p class="request-id muted">
          {messages.requestId}: <code>{requestId}</code>
        </p>
      )}
      <a class="step" href="/">
        {messages.back}
      </a>
    </Alone>
  );
};

function refusalOf(status: number, messages: ErrorMessages): Refusal {
  return REFUSALS.get(status)?.(messages) ?? (status >= 500 ? messages.failure : messages.badRequest);
}

const REFUSALS = new Map<number, (messages: ErrorMessages) => Refusal>([
  [403, (messages) => messages.forbidden],
  [404, (messages) => messages.notFound],
  [405, (messages) => messages.notFound],
  [429, (messages) => messages.busy],
  [503, (messages) => messages.away],
]);
