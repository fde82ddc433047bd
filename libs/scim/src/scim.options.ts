import type { FactoryProvider, ModuleMetadata, Type } from '@nestjs/common';
import type { Schema } from './core/schema/attribute.js';
import type { ActivityListener } from './ports/activity-listener.js';
import type { AuditTrail } from './ports/audit-trail.js';
import type { GroupMembershipListener } from './ports/group-membership-listener.js';
import type { Transactions } from './ports/transactions.js';
import type { UserDirectory } from './ports/user-directory.js';

/** Values, known when the application boots. */
export interface ScimSettings {
  /** What stands before the SCIM path in addresses given to clients, e.g. `https://app.example.com`; no slash at its end. */
  readonly publicUrl: string;
  /** Requests a second that one connection may make on one process; 5 000 when absent. */
  readonly requestsPerSecond?: number;
  /** Refused credentials that one address may send in ten seconds; 2 000 when absent. */
  readonly refusalsPerTenSeconds?: number;
  /** Bytes of a request body; 1 MiB when absent. */
  readonly maxBodyBytes?: number;
  /** How long an access token of an OAuth client lives, 1 to 60; 15 when absent. */
  readonly accessTokenMinutes?: number;
}

/** Classes, known when the module is defined. */
export interface ScimStructure {
  /** Where the module is mounted; `scim` when absent. */
  readonly path?: string;
  readonly users: Type<UserDirectory>;
  /** Where transactions start; in the application's TypeORM data source when absent. */
  readonly transactions?: Type<Transactions>;
  readonly auditTrail: Type<AuditTrail>;
  /** What membership in a group means to the host; nothing when absent. */
  readonly groupMembershipListener?: Type<GroupMembershipListener>;
  readonly activityListener?: Type<ActivityListener>;
  /** Extensions of User beside the Enterprise one. */
  readonly userExtensions?: readonly Schema[];
  /** Modules that export what the classes above and the factory need. */
  readonly imports?: ModuleMetadata['imports'];
}

/** What `ScimModule.forRootAsync` takes: structure at the top, values in the factory. */
export interface ScimAsyncOptions extends ScimStructure {
  readonly inject?: FactoryProvider['inject'];
  readonly useFactory: (...dependencies: never[]) => ScimSettings | Promise<ScimSettings>;
}

export const SCIM_SETTINGS = Symbol('ScimSettings');
export const SCIM_PATH = Symbol('ScimPath');

export const SCIM_LIMITS = { requestsPerSecond: 5_000, refusalsPerTenSeconds: 2_000, maxBodyBytes: 1_048_576 };
export const ACCESS_TOKEN_MINUTES = 15;
export const PAGE_SIZE = { default: 100, most: 1_000 };

/** How long a cursor is good; each page gives a new one. */
export const CURSOR_LIFETIME_SECONDS = 3_600;
