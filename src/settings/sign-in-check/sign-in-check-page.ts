import type { IdentityProvider } from '../../identity-providers/identity-provider.js';
import type { Unmatchable } from '../../identity-providers/sign-in-check.service.js';
import type { ListedConnection } from '../provisioning/provisioning-screen.service.js';

/** Who could not sign in through a provider. */
export interface CheckedProvider {
  readonly provider: IdentityProvider;
  readonly people: readonly Unmatchable[];
  /** Whether there are more than are shown. */
  readonly more: boolean;
}

/** The check of a connection's members against the organization's identity providers. */
export interface SignInCheckPage {
  readonly connection: ListedConnection;
  readonly providers: readonly CheckedProvider[];
}
