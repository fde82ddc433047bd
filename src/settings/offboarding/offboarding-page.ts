import type { Offboarding } from '../../offboarding/offboarding.js';
import type { ListedConnection } from '../provisioning/provisioning-screen.service.js';
import type { OffboardingQuery } from './offboarding-query.js';

/** One page of *Offboarding*. */
export interface OffboardingPage {
  readonly connection: ListedConnection;
  readonly query: OffboardingQuery;
  readonly rows: readonly Offboarding[];
  /** Where older ones begin; absent on the last page. */
  readonly older: string | undefined;
}
