import { SCIM_MIGRATIONS } from '@ruleforge/scim';
import { ConnectionSetups1764000000012 } from './migrations/connection-setups-1764000000012.js';
import { Identity1764000000000 } from './migrations/identity-1764000000000.js';
import { PlannerStatistics1764000000002 } from './migrations/planner-statistics-1764000000002.js';
import { Roles1764000000004 } from './migrations/roles-1764000000004.js';
import { SessionsAndAuditSearch1764000000013 } from './migrations/sessions-and-audit-search-1764000000013.js';

/** Every migration, oldest first. Listed, because what a pattern finds vanishes in a bundle. */
export const MIGRATIONS = [
  Identity1764000000000,
  ...SCIM_MIGRATIONS,
  PlannerStatistics1764000000002,
  Roles1764000000004,
  ConnectionSetups1764000000012,
  SessionsAndAuditSearch1764000000013,
];
