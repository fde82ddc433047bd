import { ProviderNotFound } from '../../identity-providers/identity-provider-errors.js';
import type { Refusal } from '../../identity-providers/member-matching.service.js';
import {
  AnswerInvalid,
  ClientRejected,
  FlowUnknown,
  ProviderAway,
  ProviderRefused,
} from '../../identity-providers/sign-in-errors.js';
import { SecretUnreadable } from '../../secrets/secret-errors.js';

/** Why nobody is signed in, as a page says it. */
export type SsoProblem = 'expired' | 'closed' | 'refusedThere' | 'invalid' | 'misconfigured' | 'away' | Refusal;

/** What an error of single sign-on means; nothing, when it is none. */
export const findSsoProblem = (error: unknown): SsoProblem | undefined =>
  error instanceof Error ? PROBLEMS.get(error.constructor) : undefined;

/** Under which status a problem is told. */
export const statusOfProblem = (problem: SsoProblem): 400 | 403 | 404 | 503 => STATUSES.get(problem) ?? 403;

const PROBLEMS = new Map<unknown, SsoProblem>([
  [FlowUnknown, 'expired'],
  [ProviderNotFound, 'closed'],
  [ProviderRefused, 'refusedThere'],
  [AnswerInvalid, 'invalid'],
  [ClientRejected, 'misconfigured'],
  [SecretUnreadable, 'misconfigured'],
  [ProviderAway, 'away'],
]);

const STATUSES = new Map<SsoProblem, 400 | 404 | 503>([
  ['expired', 400],
  ['invalid', 400],
  ['closed', 404],
  ['away', 503],
]);
