import type { Translated } from '../language.js';

/** What an error page says. */
export interface ErrorMessages {
  readonly notFound: Refusal;
  readonly forbidden: Refusal;
  readonly failure: Refusal;
  readonly badRequest: Refusal;
  readonly busy: Refusal;
  readonly away: Refusal;
  readonly back: string;
  readonly requestId: string;
}

export interface Refusal {
  readonly title: string;
  readonly text: string;
}

export const ERROR_MESSAGES: Translated<ErrorMessages> = {
  en: {
    notFound: {
      title: 'Page not found',
      text: 'There is no such page, or it belongs to another organization. Check which organization you are signed in to.',
    },
    forbidden: {
      title: 'Not allowed',
      text: 'Your role does not include this, or the request came from another site. If you need it, ask an administrator of your organization.',
    },
    badRequest: {
      title: 'That did not work',
      text: 'The request could not be understood. Go back, reload the page and try again.',
    },
    busy: {
      title: 'Too many requests',
      text: 'Wait a moment, then try again.',
    },
    away: {
      title: 'Not just now',
      text: 'RuleForge cannot answer at the moment. Nothing was changed; try again in a moment.',
    },
    failure: {
      title: 'Something went wrong',
      text: 'The fault is ours and has been recorded. Try again in a moment; if it stays, send us the request id below.',
    },
    back: 'Back to the start page',
    requestId: 'Request id',
  },
};
