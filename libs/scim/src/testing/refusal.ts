import { ScimError, type ScimType } from '../core/errors/scim-error.js';
import { BrokenPromise, hold } from './contract-case.js';

/** @throws BrokenPromise unless the work is refused by a `ScimError` of that status and keyword */
export async function holdRefused(
  work: () => Promise<unknown>,
  status: number,
  scimType: ScimType | undefined,
  what: string,
): Promise<void> {
  const outcome = await outcomeOf(work);
  hold(outcome.kind === 'rejected', `${what} was not refused.`);
  const { reason } = outcome;
  const isScim = reason instanceof ScimError && reason.status === status && reason.scimType === scimType;
  hold(
    isScim,
    `${what} was refused by ${String(reason)}, not by a ScimError ${status} ${scimType ?? ''}`.trimEnd() + '.',
  );
}

/** What came of the work. */
export async function outcomeOf<Result>(work: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { kind: 'resolved', result: await work() };
  } catch (reason) {
    if (reason instanceof BrokenPromise) throw reason;
    return { kind: 'rejected', reason };
  }
}

/** What work resolved to, or rejected with. */
export type Outcome<Result> =
  { readonly kind: 'resolved'; readonly result: Result } | { readonly kind: 'rejected'; readonly reason: unknown };
