import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../audit/actor.js';
import { Settings } from '../config/settings.js';
import { MailService } from '../mail/mail.service.js';
import { UsersService } from '../users/users.service.js';
import { toLanguage } from '../web/language.js';
import type { CreatedInvitation, Invitation } from './invitation.js';
import { INVITATION_LETTER } from './invitation-letter.js';
import { INVITATION_PATH, LINK_DAYS } from './invitation-links.js';

/** An invitation that has just got a link, and to which organization it is. */
export interface IssuedInvitation extends Invitation {
  readonly organizationName: string;
}

/** The letters of invitations. */
@Injectable()
export class InvitationMail {
  constructor(
    private readonly mail: MailService,
    private readonly users: UsersService,
    private readonly settings: Settings,
  ) {}

  /** Queues the letter with the link, in place of one that has not been sent yet. */
  async deliver(
    tx: EntityManager,
    { organizationName, ...invitation }: IssuedInvitation,
    token: string,
    actor: Actor,
  ): Promise<CreatedInvitation> {
    const { id, email: to, role } = invitation;
    const url = `${this.settings.publicUrl}${INVITATION_PATH}/${token}`;
    const inviter = actor.kind === 'member' ? actor.name : undefined;
    const account = await this.users.findByAddress(tx, to);
    await this.mail.forget(tx, id);
    await this.mail.queue(tx, {
      to,
      language: toLanguage(account?.locale ?? invitation.language),
      template: INVITATION_LETTER,
      values: { organization: organizationName, inviter, role, url, days: LINK_DAYS },
      about: id,
    });
    return { ...invitation, letter: this.mail.canSend ? 'waiting' : null, token, url };
  }

  /** A letter that has not been sent yet is not sent. */
  forget(tx: EntityManager, { id }: Invitation): Promise<void> {
    return this.mail.forget(tx, id);
  }
}
