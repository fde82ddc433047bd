import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import type { OpaqueJson } from './member.js';
import { READ_MEMBER_DETAILS } from './profile.statements.js';

/** A role in a project, and whether groups of a directory give it. */
interface HeldProjectRole {
  readonly id: string;
  readonly name: string;
  readonly role: string;
  readonly byGroup: boolean;
}

/** What hangs on a member. */
export interface MemberDetails {
  /** As the directory sent it; of a member managed by hand, in the same form. */
  readonly profile: OpaqueJson;
  readonly externalId: string | null;
  /** The first two hundred, by name. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly projects: readonly HeldProjectRole[];
  /** How many are open. */
  readonly sessions: number;
  /** How many work. */
  readonly apiKeys: number;
}

/** In one statement; nothing for somebody who is no member of the organization. */
export async function findMemberDetails(
  tx: EntityManager,
  organizationId: string,
  id: string,
): Promise<MemberDetails | undefined> {
  const values = [organizationId, id];
  const [details] = await runStatement<MemberDetails & Record<string, unknown>>(tx, READ_MEMBER_DETAILS, values);
  return details;
}
