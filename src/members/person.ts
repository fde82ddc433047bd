import type { Role } from './roles.js';

/** Somebody who is signed in: a person as a member of one organization. */
export interface Person {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly memberId: string;
  readonly userId: string;
  readonly name: string;
  readonly email: string | null;
  readonly locale: string;
  readonly role: Role;
}

/** Columns of a `Person`, of `members m`, `users u` and `organizations o`. */
export const PERSON_COLUMNS = `
  m.organization_id AS "organizationId", o.name AS "organizationName", m.id AS "memberId", m.user_id AS "userId",
  m.name, m.email, u.locale, m.role`;

/** Where they come from: those who are in, and whose credential `c` was given out for their present access. */
export const PERSON_OF_CREDENTIAL = `
  JOIN members m ON m.organization_id = c.organization_id AND m.id = c.member_id
    AND m.active AND m.removed_at IS NULL AND m.access_epoch = c.access_epoch
  JOIN users u ON u.id = m.user_id
  JOIN organizations o ON o.id = m.organization_id`;
