import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../audit/actor.js';
import { runStatement } from '../database/statement.js';
import type { DirectoryProfile } from './member.js';
import { AddressTaken, ExternalIdTaken, InvalidUserName, type MemberError, UserNameTaken } from './member-errors.js';
import { toTerm } from './member-terms.js';
import { PROVISION_MEMBERS, type ProvisionRow } from './provision.statement.js';
import type { Role } from './roles.js';
import { findUserNameKey } from './user-name-key.js';

/** A directory that acts: its connection, as the audit log names it. */
export interface DirectoryActor extends Actor {
  readonly kind: 'connection';
}

/** Somebody whom a directory brings. */
export interface Arrival extends DirectoryProfile {
  readonly organizationId: string;
  readonly terms: readonly string[];
  readonly actor: DirectoryActor;
}

export interface Provisioned {
  readonly id: string;
  /** What the connection gives by default. */
  readonly role: Role;
  readonly createdAt: Date;
}

interface Outcome extends Record<string, unknown> {
  readonly place: number;
  readonly id: string;
  readonly role: Role | null;
  readonly reserved: boolean;
  readonly taken: 'user_name' | 'external_id' | null;
  readonly createdAt: Date | null;
}

/**
 * Makes members of arrivals by one statement.
 * @returns of each, in its place, the member, or why there is none; `undefined` when there are not seats for all of them,
 *   and for whoever has the userName of one before
 * @throws the driver's error when a unique index refuses one of them, having made none a member
 */
export async function insertAll(
  tx: EntityManager,
  arrivals: readonly Arrival[],
): Promise<readonly (Provisioned | MemberError | undefined)[]> {
  const results = new Array<Provisioned | MemberError | undefined>(arrivals.length).fill(undefined);
  const rows = arrivals.flatMap((arrival, place) => {
    const key = findUserNameKey(arrival.userName);
    if (key !== undefined) return [toRow(arrival, key, place)];
    results[place] = new InvalidUserName();
    return [];
  });
  if (rows.length === 0) return results;
  for (const outcome of await runStatement<Outcome>(tx, PROVISION_MEMBERS, [JSON.stringify(rows)])) {
    results[outcome.place] = toResult(outcome);
  }
  return results;
}

function toResult({ id, role, reserved, taken, createdAt }: Outcome): Provisioned | MemberError | undefined {
  if (reserved) return new AddressTaken();
  if (taken !== null) return taken === 'user_name' ? new UserNameTaken() : new ExternalIdTaken();
  return role && createdAt ? { id, role, createdAt } : undefined;
}

function toRow({ actor, addressKeys, ...arrival }: Arrival, userNameKey: string, place: number): ProvisionRow {
  const { userName, email, active } = arrival;
  const [userNameAddressKey, emailKey] = addressKeys;
  return {
    place,
    organization: arrival.organizationId,
    id: v7(),
    account: v7(),
    connection: actor.id,
    external_id: arrival.externalId,
    user_name: userName,
    user_name_key: userNameKey,
    name: arrival.name,
    name_key: toTerm(arrival.name),
    email,
    email_key: emailKey,
    active,
    profile: arrival.profile,
    search: arrival.search,
    terms: arrival.terms,
    user_name_address_key: userNameAddressKey,
    audit_entry: v7(),
    connection_name: actor.name,
    details: { userName, email, active },
    request: actor.requestId,
  };
}
