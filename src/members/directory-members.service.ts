import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../audit/actor.js';
import { violatedConstraint } from '../database/violated-constraint.js';
import { runStatement } from '../database/statement.js';
import { REMOVE_MEMBER } from './access.statements.js';
import { addressKeysOf, newAddressKeys } from './address-keys.js';
import type { DirectoryProfile, OpaqueJson } from './member.js';
import {
  AddressTaken,
  AdoptionOff,
  ManagedByAnotherConnection,
  NeverManaged,
  SeatLimitReached,
} from './member-errors.js';
import { toTerm } from './member-terms.js';
import { MembersService } from './members.service.js';
import { PROVISION_MEMBER } from './provision.statement.js';
import { refuseTaken } from './refuse-taken.js';
import type { Role } from './roles.js';
import { UPDATE_PROFILE } from './update-profile.statement.js';
import { userNameKey } from './user-name-key.js';

/** A directory that acts: its connection, as the audit log names it. */
export interface DirectoryActor extends Actor {
  readonly kind: 'connection';
}

export interface NewDirectoryMember extends DirectoryProfile {
  readonly organizationId: string;
  readonly role: Role;
  readonly terms: readonly string[];
}

/** A member as it was read, and as it shall be. */
export interface ProfileChange {
  readonly organizationId: string;
  readonly id: string;
  /** The revision at which `before` was read. */
  readonly revision: number;
  readonly role: Role;
  /** Whether the connection may take over a member that no directory manages. */
  readonly adopts: boolean;
  readonly before: Pick<DirectoryProfile, 'userName' | 'email' | 'active'>;
  readonly after: DirectoryProfile;
  /** Absent when they stay as they are. */
  readonly terms?: readonly string[];
  /** What the audit log says of the change, its status apart; absent when there is nothing else to say. */
  readonly details?: OpaqueJson;
}

export interface ProfileRevision {
  readonly revision: number;
  readonly modifiedAt: Date;
}

/** What directories do with the members that they manage. Each verb is one statement unless somebody's access changes. */
@Injectable()
export class DirectoryMembersService {
  constructor(private readonly members: MembersService) {}

  /**
   * Creates a member, on the account that has the address already unless that one is a member, and settles the pending
   * invitation. One statement, in a transaction or not.
   * @throws InvalidUserName, UserNameTaken, ExternalIdTaken, AddressTaken, SeatLimitReached
   */
  async provision(
    tx: EntityManager,
    member: NewDirectoryMember,
    actor: DirectoryActor,
  ): Promise<{ id: string; createdAt: Date }> {
    const provisioned = () => this.tryToProvision(tx, member, actor);
    return provisioned().catch((error: unknown) => {
      // Somebody made this account a member at the same moment: seen from now on, it is one that is a member already.
      const retries = violatedConstraint(error) === 'members_user_id_key' && !tx.queryRunner?.isTransactionActive;
      return retries ? provisioned().catch(refuseTaken) : refuseTaken(error);
    });
  }

  /**
   * Writes a member's profile if the member is still as it was read; adopts one that no directory manages. With a
   * change of `active`, in a transaction that locked the member, everything that follows from it.
   * @returns undefined, having changed nothing, when the member has changed meanwhile or is gone
   * @throws InvalidUserName, UserNameTaken, ExternalIdTaken, AddressTaken, SeatLimitReached, LastAdministrator,
   *   ManagedByAnotherConnection, AdoptionOff
   */
  async updateProfile(
    tx: EntityManager,
    change: ProfileChange,
    actor: DirectoryActor,
  ): Promise<ProfileRevision | undefined> {
    if (!(await this.changeAccess(tx, change, actor))) return undefined;
    const { before, after } = change;
    const key = userNameKey(after.userName);
    const [newUserNameKey, newEmailKey] = newAddressKeys(addressKeysOf(before), addressKeysOf(after));
    const [outcome] = await runStatement<ProfileOutcome>(tx, UPDATE_PROFILE, [
      change.organizationId,
      change.id,
      change.revision,
      actor.id,
      change.adopts,
      after.externalId ?? null,
      after.userName,
      key,
      after.name,
      toTerm(after.name),
      after.email ?? null,
      after.active,
      JSON.stringify(after.profile),
      JSON.stringify(after.search),
      change.terms ?? null,
      newUserNameKey,
      v7(),
      actor.name,
      change.details ? JSON.stringify(change.details) : null,
      actor.requestId ?? null,
      newEmailKey,
    ]).catch(refuseTaken);
    return toRevision(outcome);
  }

  /**
   * Ends a managed member's access and membership, in a transaction that locked the member.
   * @throws NeverManaged, ManagedByAnotherConnection, LastAdministrator
   */
  async remove(tx: EntityManager, organizationId: string, id: string, actor: DirectoryActor): Promise<void> {
    const member = await this.members.find(tx, organizationId, id);
    if (!member) return;
    if (member.connectionId === null) throw new NeverManaged();
    if (member.connectionId !== actor.id) throw new ManagedByAnotherConnection();
    await this.members.refuseLastAdministrator(tx, member);
    await this.members.endAccess(tx, member, actor, { action: 'member.removed' });
    await runStatement(tx, REMOVE_MEMBER, [organizationId, id]);
  }

  private async tryToProvision(tx: EntityManager, member: NewDirectoryMember, actor: DirectoryActor) {
    const id = v7();
    const [userNameAddressKey, emailKey] = addressKeysOf(member);
    const [outcome] = await runStatement<{ createdAt: Date | null; reserved: boolean }>(tx, PROVISION_MEMBER, [
      member.organizationId,
      id,
      v7(),
      actor.id,
      member.externalId ?? null,
      member.userName,
      userNameKey(member.userName),
      member.name,
      toTerm(member.name),
      member.email ?? null,
      emailKey,
      member.active,
      member.role,
      JSON.stringify(member.profile),
      JSON.stringify(member.search),
      member.terms,
      userNameAddressKey,
      v7(),
      actor.name,
      JSON.stringify({ userName: member.userName, email: member.email, active: member.active, role: member.role }),
      actor.requestId ?? null,
      emailKey,
    ]);
    if (outcome?.reserved) throw new AddressTaken();
    if (!outcome?.createdAt) throw new SeatLimitReached();
    return { id, createdAt: outcome.createdAt };
  }

  private async changeAccess(tx: EntityManager, change: ProfileChange, actor: DirectoryActor): Promise<boolean> {
    const { organizationId, id, role, revision, before, after } = change;
    if (before.active === after.active) return true;
    const member = { organizationId, id, userName: before.userName, email: before.email ?? null };
    if (after.active) return this.members.regainSeat(tx, member, actor, revision);
    await this.members.refuseLastAdministrator(tx, { organizationId, id, role, active: true });
    return this.members.endAccess(tx, member, actor, { action: 'member.deactivated', revision });
  }
}

interface ProfileOutcome extends Record<string, unknown> {
  readonly connectionId: string | null;
  readonly writable: boolean;
  readonly reserved: boolean;
  readonly revision: number | null;
  readonly modifiedAt: Date | null;
}

function toRevision(outcome: ProfileOutcome | undefined): ProfileRevision | undefined {
  if (!outcome) return undefined;
  if (!outcome.writable) throw outcome.connectionId === null ? new AdoptionOff() : new ManagedByAnotherConnection();
  if (outcome.reserved) throw new AddressTaken();
  const { revision, modifiedAt } = outcome;
  return revision !== null && modifiedAt !== null ? { revision, modifiedAt } : undefined;
}
