import { SCIM_ENTITIES } from '@ruleforge/scim';
import { AuditEntry } from '../audit/audit-entry.entity.js';
import { Organization } from '../organizations/organization.entity.js';
import { User } from '../users/user.entity.js';

/** Every entity. Listed, because what a pattern finds vanishes in a bundle. */
export const ENTITIES = [Organization, User, AuditEntry, ...SCIM_ENTITIES];
