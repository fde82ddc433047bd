import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { runStatement } from '../database/statement.js';
import { addressKey } from '../users/address-key.js';
import type { User } from '../users/user.entity.js';
import { type Credentials, UsersService } from '../users/users.service.js';
import { FIND_ADDRESSED_MEMBER } from './find-addressed.statement.js';
import { INSERT_MEMBER } from './insert.statement.js';
import {
  AddressTaken,
  MemberManagedByDirectory,
  MemberNotFound,
  SeatLimitReached,
  UserNameTaken,
} from './member-errors.js';
import { toManualProfile } from './manual-profile.js';
import { toTerm } from './member-terms.js';
import { LOCK_MEMBER_PROFILE, RENAME_MEMBER } from './profile.statements.js';
import { refuseTaken } from './refuse-taken.js';
import { readMemberName, rename, type RenamedMember } from './rename.js';
import type { Role } from './roles.js';
import { userNameKey } from './user-name-key.js';

/** Members that no directory made. Their userName is their address. */
@Injectable()
export class ManualMembersService {
  constructor(
    private readonly users: UsersService,
    private readonly audit: AuditService,
  ) {}

  /**
   * "Create access manually": a member with a password that the administrator chose.
   * @throws InvalidAddress, AccountBelongsToPerson, UserNameTaken, AddressTaken, SeatLimitReached
   */
  async create(
    tx: EntityManager,
    organizationId: string,
    { role, ...credentials }: Credentials & { readonly role: Role },
    actor: Actor,
  ): Promise<string> {
    // Before the account: whoever is in already is not to be told to send an invitation.
    const [known] = await runStatement(tx, FIND_ADDRESSED_MEMBER, [
      organizationId,
      addressKey(credentials.email) ?? '',
    ]);
    if (known) throw new UserNameTaken();
    const user = await this.users.openFor(tx, credentials);
    return this.join(tx, organizationId, { user, name: credentials.name, role, action: 'member.created' }, actor);
  }

  /**
   * The administrator who stands outside every directory. For operators: an account that the address already has gets
   * the new password.
   * @throws InvalidAddress, UserNameTaken, AddressTaken
   */
  async createRecoveryAdministrator(
    tx: EntityManager,
    organizationId: string,
    credentials: Credentials,
    actor: Actor,
  ): Promise<string> {
    const user = await this.users.openOrReset(tx, credentials);
    const newcomer = { user, name: credentials.name, role: 'administrator', recovery: true } as const;
    return this.join(tx, organizationId, { ...newcomer, action: 'member.created' }, actor);
  }

  /**
   * Calls a member something else. Whom a directory manages it names.
   * @throws InvalidMemberName, MemberNotFound, MemberManagedByDirectory
   */
  async rename(tx: EntityManager, organizationId: string, id: string, wish: string, actor: Actor): Promise<void> {
    const name = readMemberName(wish);
    const [member] = await runStatement<RenamedMember>(tx, LOCK_MEMBER_PROFILE, [organizationId, id]);
    if (!member) throw new MemberNotFound();
    if (member.connectionId !== null) throw new MemberManagedByDirectory();
    if (member.name === name) return;
    const { profile, search, terms } = rename(member, name);
    const documents = [JSON.stringify(profile), JSON.stringify(search), terms];
    await runStatement(tx, RENAME_MEMBER, [organizationId, id, name, toTerm(name), ...documents]);
    await this.audit.record(tx, {
      organizationId,
      actor,
      action: 'member.renamed',
      subject: { kind: 'member', id, name },
      details: { name: { from: member.name, to: name } },
    });
  }

  /**
   * Makes the holder of an account a member.
   * @returns the member's id
   * @throws UserNameTaken, AddressTaken, SeatLimitReached
   */
  async join(
    tx: EntityManager,
    organizationId: string,
    { user, name, role, recovery = false, action }: Newcomer,
    actor: Actor,
  ): Promise<string> {
    const [id, email] = [v7(), user.email ?? ''];
    const { profile, search, terms } = toManualProfile(name, email);
    const [outcome] = await runStatement<{ created: boolean; reserved: boolean }>(tx, INSERT_MEMBER, [
      organizationId,
      id,
      user.id,
      email,
      userNameKey(email),
      name,
      toTerm(name),
      role,
      recovery,
      JSON.stringify(profile),
      JSON.stringify(search),
      terms,
      addressKey(email),
    ]).catch(refuseTaken);
    if (outcome?.reserved) throw new AddressTaken();
    if (!outcome?.created) throw new SeatLimitReached();
    await this.audit.record(tx, {
      organizationId,
      actor,
      action,
      subject: { kind: 'member', id, name },
      details: { email, role, recovery },
    });
    return id;
  }
}

interface Newcomer {
  readonly user: User;
  readonly name: string;
  readonly role: Role;
  readonly recovery?: boolean;
  readonly action: 'member.created' | 'member.joined';
}
