import { SCIM_MIGRATIONS } from '@ruleforge/scim';
import { Admissions1764000000015 } from './migrations/admissions-1764000000015.js';
import { ConnectionSetups1764000000012 } from './migrations/connection-setups-1764000000012.js';
import { Events1764000000009 } from './migrations/events-1764000000009.js';
import { Identity1764000000000 } from './migrations/identity-1764000000000.js';
import { LargeLists1764000000016 } from './migrations/large-lists-1764000000016.js';
import { Offboardings1764000000014 } from './migrations/offboardings-1764000000014.js';
import { PlannerStatistics1764000000017 } from './migrations/planner-statistics-1764000000017.js';
import { People1764000000011 } from './migrations/people-1764000000011.js';
import { IdentityProviders1764000000010 } from './migrations/identity-providers-1764000000010.js';
import { PlannerStatistics1764000000002 } from './migrations/planner-statistics-1764000000002.js';
import { Roles1764000000004 } from './migrations/roles-1764000000004.js';
import { SessionsAndAuditSearch1764000000013 } from './migrations/sessions-and-audit-search-1764000000013.js';

/** Every migration, oldest first. Listed, because what a pattern finds vanishes in a bundle. */
export const MIGRATIONS = [
  Identity1764000000000,
  ...SCIM_MIGRATIONS,
  PlannerStatistics1764000000002,
  Roles1764000000004,
  Events1764000000009,
  IdentityProviders1764000000010,
  People1764000000011,
  ConnectionSetups1764000000012,
  SessionsAndAuditSearch1764000000013,
  Offboardings1764000000014,
  Admissions1764000000015,
  LargeLists1764000000016,
  PlannerStatistics1764000000017,
];
