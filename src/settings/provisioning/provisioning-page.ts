import type { KeepingConnection } from '../../connections/connection-removal.service.js';
import type { CredentialWarning } from '../../connections/credential-warnings.service.js';
import type { ListedConnection } from './provisioning-screen.service.js';

/** The connections of an organization, and what is to be seen to. */
export interface ProvisioningPage {
  readonly connections: readonly ListedConnection[];
  readonly warnings: readonly CredentialWarning[];
  /** Removed connections that keep people. */
  readonly keeping: readonly KeepingConnection[];
}
