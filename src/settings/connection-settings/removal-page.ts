import type { ManagedCounts } from '../../members/managed-members.service.js';
import type { ShownConnection } from '../connection/connection-desk.service.js';

/** A connection that is about to end, or has and keeps its people. */
export interface RemovalPage {
  readonly connection: ShownConnection;
  readonly people: ManagedCounts;
}
