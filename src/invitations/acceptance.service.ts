import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { runStatement } from '../database/statement.js';
import { FIND_ADDRESSED_MEMBER } from '../members/find-addressed.statement.js';
import { ManualMembersService } from '../members/manual-members.service.js';
import { addressKey } from '../users/address-key.js';
import { PasswordAttempts } from '../users/password-attempts.js';
import { isPasswordOf } from '../users/passwords.js';
import type { User } from '../users/user.entity.js';
import { type Credentials, UsersService } from '../users/users.service.js';
import type { Invitation, OpenInvitation } from './invitation.js';
import { AlreadyMember, InvitationInvalid, PasswordGiven, WrongPassword } from './invitation-errors.js';
import { linkDigest } from './invitation-links.js';
import { FIND_OPEN_INVITATION, LOCK_INVITATION, SETTLE_INVITATION } from './invitations.statements.js';
import { LinkGuesses } from './link-guesses.js';

export interface Acceptance {
  readonly token: string;
  readonly name: string;
  /** Of the account that the address has, or of the one to be made. */
  readonly password: string;
  /** The language of the account to be made. */
  readonly locale?: string;
  /** Where the request comes from. */
  readonly address?: string;
}

/** Who joined by an invitation. */
export interface Joined {
  readonly organizationId: string;
  readonly memberId: string;
  readonly memberName: string;
}

/** What whoever holds an invitation's link does. It leads to at most one member, and never brings back a deactivated one. */
@Injectable()
export class AcceptanceService {
  constructor(
    private readonly users: UsersService,
    private readonly attempts: PasswordAttempts,
    private readonly guesses: LinkGuesses,
    private readonly members: ManualMembersService,
    private readonly audit: AuditService,
  ) {}

  /**
   * What the link is for.
   * @throws InvitationInvalid, TooManyAttempts
   */
  get(tx: EntityManager, token: string, address = ''): Promise<OpenInvitation> {
    return this.look(token, address, async (digest) => {
      const [open] = await runStatement<OpenInvitation & Record<string, unknown>>(tx, FIND_OPEN_INVITATION, [digest]);
      return open;
    });
  }

  /**
   * Makes the holder of the link a member, on the account of the address, which is opened if there is none.
   * @throws InvitationInvalid, WrongPassword, PasswordGiven, TooManyAttempts, AlreadyMember, SeatLimitReached
   */
  async accept(tx: EntityManager, acceptance: Acceptance, requestId?: string): Promise<Joined> {
    const { token, name, address = '' } = acceptance;
    const invitation = await this.look(token, address, async (digest) => {
      const [locked] = await runStatement<Invitation & Record<string, unknown>>(tx, LOCK_INVITATION, [digest]);
      return locked;
    });
    const { organizationId, id, email, role } = invitation;
    const [member] = await runStatement(tx, FIND_ADDRESSED_MEMBER, [organizationId, addressKey(email) ?? '']);
    if (member) throw new AlreadyMember();
    const { user, isNew } = await this.proveAccount(tx, { ...acceptance, email }, address);
    const actor: Actor = { kind: 'system', id, name: email, ...(requestId === undefined ? {} : { requestId }) };
    // The account's own name may be another organization's word: the person says theirs here.
    const memberId = await this.members.join(tx, organizationId, { user, name, role, action: 'member.joined' }, actor);
    await runStatement(tx, SETTLE_INVITATION, [organizationId, id, memberId, isNew ? 'accepted' : 'linked']);
    const subject = { kind: 'invitation', id, name: email };
    await this.audit.record(tx, { organizationId, actor, action: 'invitation.accepted', subject, details: { role } });
    return { organizationId, memberId, memberName: name };
  }

  /** @throws InvitationInvalid, TooManyAttempts */
  private async look<Found>(
    token: string,
    address: string,
    find: (digest: Buffer) => Promise<Found | undefined>,
  ): Promise<Found> {
    await this.guesses.refuseGuesser(address);
    const digest = linkDigest(token);
    const found = digest && (await find(digest));
    if (found) return found;
    await this.guesses.count(address);
    throw new InvitationInvalid();
  }

  /** The link proves the address; a password that the account has already proves the person. */
  private async proveAccount(
    tx: EntityManager,
    credentials: Credentials,
    address: string,
  ): Promise<{ readonly user: User; readonly isNew: boolean }> {
    const { email, password } = credentials;
    const known = await this.users.findByAddress(tx, email);
    if (typeof known?.passwordDigest !== 'string') {
      return { user: await this.users.openOrReset(tx, credentials), isNew: known === null };
    }
    // Whoever invites holds the link too, and must not be able to try out what the invited person's password is.
    await this.attempts.begin(email, address);
    if (!(await isPasswordOf(password, known.passwordDigest))) throw new WrongPassword();
    await this.attempts.succeeded(email, address);
    if (known.passwordGiven) throw new PasswordGiven();
    return { user: known, isNew: false };
  }
}
