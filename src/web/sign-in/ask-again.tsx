import { InvalidCredentials, OrganizationRequired } from '../../identity/identity-errors.js';
import { TooManyAttempts } from '../../users/user-errors.js';
import type { Screen } from '../page/html.interceptor.js';
import { Refused } from '../page/refused.js';
import { type SignInPage, SignInView } from './sign-in-view.js';

/** The sign-in page once more, with the reason why nobody is in yet; any other error is thrown on. */
export function askAgain(error: unknown, page: SignInPage): Screen {
  if (error instanceof InvalidCredentials) return new Refused(422, <SignInView {...page} alert="refused" />);
  if (error instanceof TooManyAttempts) return new Refused(429, <SignInView {...page} alert="too-many" />);
  if (error instanceof OrganizationRequired) return <SignInView {...page} organizations={error.memberships} />;
  throw error;
}
