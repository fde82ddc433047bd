import type { ActivityDay, ActivitySummary } from '@ruleforge/scim';
import type { ConnectionWatch } from '../../offboarding/connection-watches.service.js';
import type { CutTimes } from '../../offboarding/offboardings.service.js';
import type { ListedConnection } from '../provisioning/provisioning-screen.service.js';

/** How a connection does. */
export interface HealthPage {
  readonly connection: ListedConnection;
  readonly summary: ActivitySummary;
  /** Longer without a request than the connection may be. */
  readonly isSilent: boolean;
  readonly cutTimes: CutTimes;
  readonly users: number;
  readonly activeUsers: number;
  readonly groups: number;
  readonly days: readonly ActivityDay[];
  readonly watch: ConnectionWatch;
}
