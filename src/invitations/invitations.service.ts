import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { violatedConstraint } from '../database/violated-constraint.js';
import { runStatement } from '../database/statement.js';
import { ManualMembersService } from '../members/manual-members.service.js';
import type { Role } from '../members/roles.js';
import { addressKey } from '../users/address-key.js';
import { PasswordAttempts } from '../users/password-attempts.js';
import { isPasswordOf } from '../users/passwords.js';
import { InvalidAddress } from '../users/user-errors.js';
import type { User } from '../users/user.entity.js';
import { type Credentials, UsersService } from '../users/users.service.js';
import type { CreatedInvitation, Invitation } from './invitation.js';
import {
  AlreadyInvited,
  AlreadyMember,
  InvitationInvalid,
  InvitationNotFound,
  WrongPassword,
} from './invitation-errors.js';
import {
  ACCEPT_INVITATION,
  EXPIRE_INVITATION,
  FIND_ADDRESSED_MEMBER,
  INSERT_INVITATION,
  LIST_INVITATIONS,
  LOCK_INVITATION,
  WITHDRAW_INVITATION,
} from './invitations.statements.js';

const LIFETIME_DAYS = 7;

export interface Acceptance {
  readonly token: string;
  readonly name: string;
  /** Of the account that the address has, or of the one to be made. */
  readonly password: string;
  /** Where the request comes from. */
  readonly address?: string;
}

type Row = Invitation & Record<string, unknown>;

/** Invitations by e-mail. One leads to at most one member, and never brings back somebody who was deactivated. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly users: UsersService,
    private readonly attempts: PasswordAttempts,
    private readonly members: ManualMembersService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Valid for a week.
   * @throws InvalidAddress, AlreadyMember, AlreadyInvited
   */
  async create(
    tx: EntityManager,
    organizationId: string,
    { email, role }: { readonly email: string; readonly role: Role },
    actor: Actor,
  ): Promise<CreatedInvitation> {
    const key = addressKey(email);
    if (key === undefined) throw new InvalidAddress();
    await this.refuseMember(tx, organizationId, key);
    await runStatement(tx, EXPIRE_INVITATION, [organizationId, key]);
    const token = randomBytes(32).toString('base64url');
    const invitedBy = actor.kind === 'member' ? actor.id : null;
    const values = [organizationId, v7(), email.trim(), key, role, digestOf(token), invitedBy, LIFETIME_DAYS];
    const invitation = await runStatement<Row>(tx, INSERT_INVITATION, values).then(first, refuseInvited);
    await this.record(tx, 'invitation.created', invitation, actor);
    return { ...invitation, token };
  }

  /** The newest first. */
  list(tx: EntityManager, organizationId: string): Promise<Invitation[]> {
    return runStatement<Row>(tx, LIST_INVITATIONS, [organizationId]);
  }

  /** @throws InvitationNotFound */
  async withdraw(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<void> {
    const [invitation] = await runStatement<Row>(tx, WITHDRAW_INVITATION, [organizationId, id]);
    if (!invitation) throw new InvitationNotFound();
    await this.record(tx, 'invitation.withdrawn', invitation, actor);
  }

  /**
   * Makes the holder of the link a member, on the account of the address, which is opened if there is none.
   * @returns the new member's id
   * @throws InvitationInvalid, WrongPassword, TooManyAttempts, AlreadyMember, SeatLimitReached
   */
  async accept(tx: EntityManager, { token, name, password, address }: Acceptance, requestId?: string): Promise<string> {
    const [invitation] = await runStatement<Row>(tx, LOCK_INVITATION, [digestOf(token)]);
    if (!invitation) throw new InvitationInvalid();
    const { organizationId, id, email, role } = invitation;
    await this.refuseMember(tx, organizationId, addressKey(email) ?? '');
    const user = await this.proveAccount(tx, { email, name, password }, address);
    const actor: Actor = { kind: 'system', id: id, name: email, ...(requestId === undefined ? {} : { requestId }) };
    // The account's own name may be another organization's word: the person says theirs here.
    const memberId = await this.members.join(tx, organizationId, { user, name, role, action: 'member.joined' }, actor);
    await runStatement(tx, ACCEPT_INVITATION, [organizationId, id, memberId]);
    await this.record(tx, 'invitation.accepted', invitation, actor);
    return memberId;
  }

  /** The link proves the address; a password that the account has already proves the person. */
  private async proveAccount(tx: EntityManager, credentials: Credentials, address = ''): Promise<User> {
    const { email, password } = credentials;
    const known = await this.users.findByAddress(tx, email);
    if (typeof known?.passwordDigest !== 'string') return this.users.openOrReset(tx, credentials);
    // Whoever invites holds the link too, and must not be able to try out what the invited person's password is.
    await this.attempts.begin(email, address);
    if (!(await isPasswordOf(password, known.passwordDigest))) throw new WrongPassword();
    await this.attempts.succeeded(email, address);
    return known;
  }

  private async refuseMember(tx: EntityManager, organizationId: string, key: string): Promise<void> {
    const [member] = await runStatement(tx, FIND_ADDRESSED_MEMBER, [organizationId, key]);
    if (member) throw new AlreadyMember();
  }

  private record(tx: EntityManager, action: string, { organizationId, id, email, role }: Invitation, actor: Actor) {
    const subject = { kind: 'invitation', id, name: email };
    return this.audit.record(tx, { organizationId, actor, action, subject, details: { role } });
  }
}

function first(rows: readonly Row[]): Row {
  const [row] = rows;
  if (!row) throw new Error('An INSERT without a condition returned no row.');
  return row;
}

function refuseInvited(error: unknown): never {
  throw violatedConstraint(error) === 'invitations_pending_key' ? new AlreadyInvited(error) : error;
}

const digestOf = (token: string) => createHash('sha256').update(token).digest();
