import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { violatedConstraint } from '../database/violated-constraint.js';
import { runStatement } from '../database/statement.js';
import { FIND_ADDRESSED_MEMBER } from '../members/find-addressed.statement.js';
import type { Role } from '../members/roles.js';
import { addressKey } from '../users/address-key.js';
import { InvalidAddress } from '../users/user-errors.js';
import type { CreatedInvitation, Invitation, InvitationList, InvitationState } from './invitation.js';
import {
  AlreadyInvited,
  AlreadyMember,
  InvitationNotFound,
  SentTooOften,
  TooManyInvitations,
} from './invitation-errors.js';
import { type IssuedInvitation, InvitationMail } from './invitation-mail.service.js';
import { LINK_DAYS, mintLink } from './invitation-links.js';
import {
  COUNT_RECENT_INVITATIONS,
  EXPIRE_INVITATION,
  INSERT_INVITATION,
  LIST_INVITATIONS,
  LOCK_UNUSED_INVITATION,
  RENEW_INVITATION,
  WITHDRAW_INVITATION,
} from './invitations.statements.js';

const MOST_A_DAY = 500;
const MOST_LINKS = 20;
const DAY_MS = 86_400_000;

export interface InvitationWish {
  readonly email: string;
  readonly role: Role;
  /** Of the letter, unless the address has an account, which has a language. */
  readonly language?: string;
}

export interface InvitationSearch {
  readonly state?: InvitationState;
  readonly limit: number;
  /** The `next` of the page before. */
  readonly before?: string;
}

type Row<Result> = Result & Record<string, unknown>;

/** Invitations by e-mail, as administrators handle them. Writes need a transaction of `Transactions.run`. */
@Injectable()
export class InvitationsService {
  constructor(
    private readonly mail: InvitationMail,
    private readonly audit: AuditService,
  ) {}

  /**
   * Valid for a week; mailed, where there is a mail server.
   * @throws InvalidAddress, AlreadyMember, AlreadyInvited, TooManyInvitations
   */
  async create(
    tx: EntityManager,
    organizationId: string,
    { email, role, language = 'en' }: InvitationWish,
    actor: Actor,
  ): Promise<CreatedInvitation> {
    const key = addressKey(email);
    if (key === undefined) throw new InvalidAddress();
    await this.refuseMember(tx, organizationId, key);
    await this.refuseFlood(tx, organizationId);
    await runStatement(tx, EXPIRE_INVITATION, [organizationId, key]);
    const [{ token, digest }, invitedBy] = [mintLink(), actor.kind === 'member' ? actor.id : null];
    const values = [organizationId, v7(), email.trim(), key, role, digest, invitedBy, LINK_DAYS, language];
    const issued = await runStatement<Row<IssuedInvitation>>(tx, INSERT_INVITATION, values).then(first, refuseInvited);
    await this.record(tx, 'invitation.created', issued, actor);
    return this.mail.deliver(tx, issued, token, actor);
  }

  /** The newest first. */
  async list(
    tx: EntityManager,
    organizationId: string,
    { state, limit, before }: InvitationSearch = { limit: 500 },
  ): Promise<InvitationList> {
    const values = [organizationId, before ?? null, limit + 1];
    const found = await runStatement<Row<Invitation>>(tx, LIST_INVITATIONS[state ?? 'any'], values);
    const invitations = found.slice(0, limit);
    const next = found.length > limit ? invitations.at(-1)?.id : undefined;
    return { invitations, ...(next === undefined ? {} : { next }) };
  }

  /**
   * Sends one that nobody has used once more, for a week from now, also when it has expired. The link before is dead.
   * @throws InvitationNotFound, AlreadyMember, AlreadyInvited, SentTooOften
   */
  async resend(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<CreatedInvitation> {
    const values = [organizationId, id];
    const [unused] = await runStatement<{ emailKey: string; links: number }>(tx, LOCK_UNUSED_INVITATION, values);
    if (!unused) throw new InvitationNotFound();
    if (unused.links >= MOST_LINKS) throw new SentTooOften();
    await this.refuseMember(tx, organizationId, unused.emailKey);
    const { token, digest } = mintLink();
    const renewed = [organizationId, id, digest, LINK_DAYS];
    const issued = await runStatement<Row<IssuedInvitation>>(tx, RENEW_INVITATION, renewed).then(first, refuseInvited);
    await this.record(tx, 'invitation.resent', issued, actor);
    return this.mail.deliver(tx, issued, token, actor);
  }

  /** @throws InvitationNotFound */
  async withdraw(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<void> {
    const [invitation] = await runStatement<Row<Invitation>>(tx, WITHDRAW_INVITATION, [organizationId, id]);
    if (!invitation) throw new InvitationNotFound();
    await this.mail.forget(tx, invitation);
    await this.record(tx, 'invitation.withdrawn', invitation, actor);
  }

  private async refuseMember(tx: EntityManager, organizationId: string, key: string): Promise<void> {
    const [member] = await runStatement(tx, FIND_ADDRESSED_MEMBER, [organizationId, key]);
    if (member) throw new AlreadyMember();
  }

  private async refuseFlood(tx: EntityManager, organizationId: string): Promise<void> {
    const yesterday = v7({ msecs: Date.now() - DAY_MS, random: new Uint8Array(16) });
    const values = [organizationId, yesterday, MOST_A_DAY];
    const [recent] = await runStatement<{ count: number }>(tx, COUNT_RECENT_INVITATIONS, values);
    if ((recent?.count ?? 0) >= MOST_A_DAY) throw new TooManyInvitations(MOST_A_DAY);
  }

  private record(tx: EntityManager, action: string, { organizationId, id, email, role }: Invitation, actor: Actor) {
    const subject = { kind: 'invitation', id, name: email };
    return this.audit.record(tx, { organizationId, actor, action, subject, details: { role } });
  }
}

function first(rows: readonly Row<IssuedInvitation>[]): IssuedInvitation {
  const [row] = rows;
  if (!row) throw new Error('An INSERT without a condition returned no row.');
  return row;
}

function refuseInvited(error: unknown): never {
  throw violatedConstraint(error) === 'invitations_pending_key' ? new AlreadyInvited(error) : error;
}
