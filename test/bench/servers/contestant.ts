import type { Tenant } from '../population/tenant.js';

/** A server under load. */
export interface Contestant {
  readonly origin: string;
  readonly pid: number;
  /** Its database, by whose name its statements are counted. */
  readonly database: string;
  /** What stands before `/Users` and `/Groups` of an organization. */
  basePath(tenant: Tenant): string;
  stop(): Promise<void>;
}
