import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { runStatement } from '../database/statement.js';
import { END_ACCESS, REGAIN_SEAT, REMOVE_MEMBER, SET_ACTIVE, SET_ROLE } from './access.statements.js';
import { addressKeysOf } from './address-keys.js';
import type { Member, MemberCounts } from './member.js';
import {
  LastAdministrator,
  MemberManagedByDirectory,
  MemberNotFound,
  RecoveryAdministratorProtected,
  RoleFromGroup,
  SeatLimitReached,
} from './member-errors.js';
import { listMembers, type MemberList, type MemberSearch } from './list-members.js';
import {
  COUNT_MEMBERS,
  FIND_ADMINISTRATOR,
  FIND_MEMBER,
  FIND_OTHER_ADMINISTRATOR,
  LOCK_ADMINISTRATORS,
  LOCK_MEMBER,
} from './read.statements.js';
import type { Role } from './roles.js';

/** Who a member is, and the addresses by which one can be invited. */
export type MemberReference = Pick<Member, 'organizationId' | 'id' | 'userName' | 'email'>;

/**
 * What administrators do with members of an organization, and what everybody obeys who cuts access: one active
 * Administrator stays, the recovery administrator is nobody's to touch. Writes need a transaction of `Transactions.run`.
 */
@Injectable()
export class MembersService {
  constructor(private readonly audit: AuditService) {}

  async find(tx: EntityManager, organizationId: string, id: string): Promise<Member | undefined> {
    const [member] = await runStatement<Member & Record<string, unknown>>(tx, FIND_MEMBER, [organizationId, id]);
    return member;
  }

  /** By name, a page at a time, from wherever the last page ended. */
  list(tx: EntityManager, organizationId: string, search: MemberSearch): Promise<MemberList> {
    return listMembers(tx, organizationId, search);
  }

  /** Costs the same whatever the size of the organization. */
  async count(tx: EntityManager, organizationId: string): Promise<MemberCounts> {
    const [counts] = await runStatement<MemberCounts & Record<string, unknown>>(tx, COUNT_MEMBERS, [organizationId]);
    return counts ?? { listed: 0, active: 0, seats: null };
  }

  /**
   * Gives a member a role by hand, unless a directory group decides.
   * @throws MemberNotFound, RecoveryAdministratorProtected, RoleFromGroup, LastAdministrator
   */
  async changeRole(tx: EntityManager, organizationId: string, id: string, role: Role, actor: Actor): Promise<void> {
    const member = await this.lockOrdinary(tx, organizationId, id);
    if (member.roleGroup) throw new RoleFromGroup(member.roleGroup.name);
    if (member.role === role && member.roleByHand) return;
    if (member.role !== role) await this.refuseLastAdministrator(tx, member);
    await runStatement(tx, SET_ROLE, [organizationId, id, role]);
    await this.audit.record(tx, {
      organizationId,
      actor,
      action: 'member.role_changed',
      subject: { kind: 'member', id, name: member.name },
      details: { role: { from: member.role, to: role }, reason: 'manual' },
    });
  }

  /**
   * Ends a member's access: sessions, API keys and pending invitations with it. A managed one too, in an emergency.
   * @throws MemberNotFound, RecoveryAdministratorProtected, LastAdministrator
   */
  async deactivate(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<void> {
    const member = await this.lockOrdinary(tx, organizationId, id);
    if (!member.active) return;
    await this.refuseLastAdministrator(tx, member);
    await this.endAccess(tx, member, actor, { action: 'member.deactivated' });
    await runStatement(tx, SET_ACTIVE, [organizationId, id, false]);
  }

  /**
   * Lets a member in again who is not managed by a directory. Old sessions, API keys and invitations stay dead.
   * @throws MemberNotFound, MemberManagedByDirectory, SeatLimitReached
   */
  async reactivate(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<void> {
    const member = await this.lockOrdinary(tx, organizationId, id);
    if (member.connectionId !== null) throw new MemberManagedByDirectory();
    if (member.active) return;
    await this.regainSeat(tx, member, actor);
    await runStatement(tx, SET_ACTIVE, [organizationId, id, true]);
  }

  /**
   * Ends a member's access and membership. History and authorship stay.
   * @throws MemberNotFound, RecoveryAdministratorProtected, LastAdministrator
   */
  async remove(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<void> {
    const member = await this.lockOrdinary(tx, organizationId, id);
    await this.refuseLastAdministrator(tx, member);
    await this.endAccess(tx, member, actor, { action: 'member.removed' });
    await runStatement(tx, REMOVE_MEMBER, [organizationId, id]);
  }

  /**
   * Ends what lets a locked member in and gives the seat back; the member's row is still to be written.
   * @returns false, having changed nothing, when the member is no longer at `revision`
   */
  async endAccess(
    tx: EntityManager,
    member: MemberReference,
    actor: Actor,
    { action, revision }: { action: 'member.deactivated' | 'member.removed'; revision?: number },
  ): Promise<boolean> {
    const [userNameKey, emailKey] = addressKeysOf(member);
    const ended = await runStatement(tx, END_ACCESS, [
      member.organizationId,
      member.id,
      revision ?? null,
      action === 'member.removed',
      userNameKey,
      v7(),
      actor.kind,
      actor.id,
      actor.name,
      action,
      actor.requestId ?? null,
      emailKey,
      actor.askedAt ? Date.now() - actor.askedAt.getTime() : 0,
    ]);
    return ended.length > 0;
  }

  /**
   * Takes a seat for a locked, deactivated member; the member's row is still to be written.
   * @returns false, having changed nothing, when the member is no longer at `revision`
   * @throws SeatLimitReached
   */
  async regainSeat(tx: EntityManager, member: MemberReference, actor: Actor, revision?: number): Promise<boolean> {
    const [userNameKey, emailKey] = addressKeysOf(member);
    const [found] = await runStatement<{ seated: boolean }>(tx, REGAIN_SEAT, [
      member.organizationId,
      member.id,
      revision ?? null,
      userNameKey,
      v7(),
      actor.kind,
      actor.id,
      actor.name,
      actor.requestId ?? null,
      emailKey,
    ]);
    if (found?.seated === false) throw new SeatLimitReached();
    return found !== undefined;
  }

  /**
   * Holds every other attempt to take an administrator away until the transaction ends.
   * @throws LastAdministrator
   */
  async refuseLastAdministrator(
    tx: EntityManager,
    { organizationId, id, role, active }: Pick<Member, 'organizationId' | 'id' | 'role' | 'active'>,
  ): Promise<void> {
    if (role !== 'administrator' || !active) return;
    await runStatement(tx, LOCK_ADMINISTRATORS, [organizationId]);
    const [other] = await runStatement(tx, FIND_OTHER_ADMINISTRATOR, [organizationId, id]);
    if (!other) throw new LastAdministrator();
  }

  /**
   * After administrators were taken away by rule: holds every other attempt to take one, and looks who is left.
   * @throws LastAdministrator
   */
  async refuseNoAdministrator(tx: EntityManager, organizationId: string): Promise<void> {
    await runStatement(tx, LOCK_ADMINISTRATORS, [organizationId]);
    const [left] = await runStatement(tx, FIND_ADMINISTRATOR, [organizationId]);
    if (!left) throw new LastAdministrator();
  }

  /**
   * A member whom no other transaction changes until this one ends.
   * @throws MemberNotFound, RecoveryAdministratorProtected
   */
  async lockOrdinary(tx: EntityManager, organizationId: string, id: string): Promise<Member> {
    const [member] = await runStatement<Member & Record<string, unknown>>(tx, LOCK_MEMBER, [organizationId, id]);
    if (!member) throw new MemberNotFound();
    if (member.recovery) throw new RecoveryAdministratorProtected();
    return member;
  }
}
