import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isRefusal } from '../database/is-refusal.js';
import { runStatement } from '../database/statement.js';
import { violatedConstraint } from '../database/violated-constraint.js';
import { REMOVE_MEMBER } from './access.statements.js';
import { ManagedByAnotherConnection, type MemberError, NeverManaged, SeatLimitReached } from './member-errors.js';
import { MembersService } from './members.service.js';
import { type Arrival, type DirectoryActor, insertAll, type Provisioned } from './insert-arrivals.js';
import { toMemberError } from './refuse-taken.js';
import { type ProfileChange, type ProfileResult, updateAll } from './update-profiles.js';

/** What directories do with the members that they manage. Each verb is one statement unless somebody's access changes. */
@Injectable()
export class DirectoryMembersService {
  constructor(private readonly members: MembersService) {}

  /**
   * Creates a member, on the account that has the address already unless that one is a member, and settles the pending
   * invitation. One statement, in a transaction or not.
   * @returns the member, or why there is none: InvalidUserName, UserNameTaken, ExternalIdTaken, AddressTaken,
   *   SeatLimitReached
   */
  async provision(tx: EntityManager, arrival: Arrival): Promise<Provisioned | MemberError> {
    const attempt = async () => (await insertAll(tx, [arrival]))[0] ?? new SeatLimitReached();
    return attempt()
      .catch((error: unknown) => {
        // Somebody made this account a member at the same moment: seen from now on, it is one that is a member already.
        if (violatedConstraint(error) === 'members_user_id_key' && !tx.queryRunner) return attempt();
        throw error;
      })
      .catch(toMemberError);
  }

  /**
   * Like `provision`, all by one statement, outside of a transaction; those who are in each other's way, one after the
   * other, so that the first of them has its way.
   * @returns for each in its place also what `provision` throws: it is no one else's
   */
  async provisionAll(tx: EntityManager, arrivals: readonly Arrival[]): Promise<readonly (Provisioned | Error)[]> {
    const together = arrivals.length > 1 ? await insertAll(tx, arrivals).catch(oneByOne) : [];
    const results: (Provisioned | Error)[] = [];
    for (const [place, arrival] of arrivals.entries()) {
      results.push(together[place] ?? (await this.provision(tx, arrival).catch(toAnswer)));
    }
    return results;
  }

  /**
   * Writes a member's profile if the member is still as it was read; adopts one that no directory manages. With a
   * change of `active`, in a transaction that locked the member, everything that follows from it.
   * @returns the new revision; `undefined`, having changed nothing, when the member has changed meanwhile or is gone; or
   *   why not: InvalidUserName, UserNameTaken, ExternalIdTaken, AddressTaken, ManagedByAnotherConnection, AdoptionOff
   * @throws SeatLimitReached, LastAdministrator
   */
  async updateProfile(tx: EntityManager, change: ProfileChange): Promise<ProfileResult> {
    if (!(await this.changeAccess(tx, change))) return undefined;
    const [result] = await updateAll(tx, [change]).catch((error: unknown) => [toMemberError(error)]);
    return result;
  }

  /**
   * Like `updateProfile`, all by one statement, outside of a transaction; `active` changes in none of them.
   * @returns for each in its place also what `updateProfile` throws: it is no one else's
   */
  async updateProfiles(
    tx: EntityManager,
    changes: readonly ProfileChange[],
  ): Promise<readonly (ProfileResult | Error)[]> {
    const together = changes.length > 1 ? await updateAll(tx, changes).catch(oneByOne) : [];
    const update = (change: ProfileChange) => this.updateProfile(tx, change).catch(toAnswer);
    return together.length > 0 ? together : Promise.all(changes.map(update));
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

  private async changeAccess(tx: EntityManager, change: ProfileChange): Promise<boolean> {
    const { organizationId, id, role, revision, before, after, actor } = change;
    if (before.active === after.active) return true;
    const member = { organizationId, id, userName: before.userName, email: before.email ?? null };
    if (after.active) return this.members.regainSeat(tx, member, actor, revision);
    await this.members.refuseLastAdministrator(tx, { organizationId, id, role, active: true });
    return this.members.endAccess(tx, member, actor, { action: 'member.deactivated', revision });
  }
}

/** No results, so that each is tried by itself, when the database refused all because of one. For `catch`. */
function oneByOne(error: unknown): [] {
  if (!isRefusal(error)) throw error;
  return [];
}

/** What went wrong with one of many, as the answer to that one. For `catch`. */
function toAnswer(error: unknown): Error {
  if (error instanceof Error) return error;
  throw error;
}
