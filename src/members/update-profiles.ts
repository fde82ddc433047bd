import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { runStatement } from '../database/statement.js';
import { newAddressKeys } from './address-keys.js';
import type { DirectoryActor } from './insert-arrivals.js';
import type { DirectoryProfile, OpaqueJson } from './member.js';
import {
  AddressTaken,
  AdoptionOff,
  InvalidUserName,
  ManagedByAnotherConnection,
  type MemberError,
} from './member-errors.js';
import { toTerm } from './member-terms.js';
import type { Role } from './roles.js';
import { type ProfileRow, UPDATE_PROFILES } from './update-profile.statement.js';
import { findUserNameKey } from './user-name-key.js';

/** A member as it was read, and as it shall be. */
export interface ProfileChange {
  readonly organizationId: string;
  readonly id: string;
  /** The revision at which `before` was read. */
  readonly revision: number;
  readonly role: Role;
  /** Whether the connection may take over a member that no directory manages. */
  readonly adopts: boolean;
  readonly before: Pick<DirectoryProfile, 'userName' | 'email' | 'addressKeys' | 'active'>;
  readonly after: DirectoryProfile;
  /** Absent when they stay as they are. */
  readonly terms?: readonly string[];
  /** What the audit log says of the change, its status apart; absent when there is nothing else to say. */
  readonly details?: OpaqueJson;
  readonly actor: DirectoryActor;
}

interface ProfileRevision {
  readonly revision: number;
  readonly modifiedAt: Date;
}

interface Outcome extends Record<string, unknown> {
  readonly place: number;
  readonly found: boolean;
  readonly managedBy: string | null;
  readonly writable: boolean | null;
  readonly reserved: boolean;
  readonly revision: number | null;
  readonly modifiedAt: Date | null;
}

/** The new revision, why there is none, or `undefined` when the member has changed meanwhile or is gone. */
export type ProfileResult = ProfileRevision | MemberError | undefined;

/**
 * Writes profiles by one statement; what each change of `active` brings with it is not its part.
 * @throws the driver's error when a unique index refuses one of them, having written none
 */
export async function updateAll(
  tx: EntityManager,
  changes: readonly ProfileChange[],
): Promise<readonly ProfileResult[]> {
  const results = new Array<ProfileResult>(changes.length).fill(undefined);
  const rows = changes.flatMap((change, place) => {
    const key = findUserNameKey(change.after.userName);
    if (key !== undefined) return [toRow(change, key, place)];
    results[place] = new InvalidUserName();
    return [];
  });
  if (rows.length === 0) return results;
  for (const outcome of await runStatement<Outcome>(tx, UPDATE_PROFILES, [JSON.stringify(rows)])) {
    results[outcome.place] = toResult(outcome);
  }
  return results;
}

function toResult({ found, managedBy, writable, reserved, revision, modifiedAt }: Outcome): ProfileResult {
  if (!found) return undefined;
  if (writable !== true) return managedBy === null ? new AdoptionOff() : new ManagedByAnotherConnection();
  if (reserved) return new AddressTaken();
  return revision !== null && modifiedAt !== null ? { revision, modifiedAt } : undefined;
}

function toRow({ before, after, actor, ...change }: ProfileChange, userNameKey: string, place: number): ProfileRow {
  const [newUserNameKey, newEmailKey] = newAddressKeys(before.addressKeys, after.addressKeys);
  return {
    place,
    organization: change.organizationId,
    id: change.id,
    revision: change.revision,
    connection: actor.id,
    adopts: change.adopts,
    external_id: after.externalId,
    user_name: after.userName,
    user_name_key: userNameKey,
    name: after.name,
    name_key: toTerm(after.name),
    email: after.email,
    active: after.active,
    profile: after.profile,
    search: after.search,
    terms: change.terms,
    new_user_name_key: newUserNameKey,
    new_email_key: newEmailKey,
    audit_entry: v7(),
    connection_name: actor.name,
    details: change.details,
    request: actor.requestId,
  };
}
