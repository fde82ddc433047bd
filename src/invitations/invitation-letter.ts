import type { Role } from '../members/roles.js';
import { inLetter, type LetterTemplate } from '../mail/letter.js';
import { ROLE_NAMES } from '../web/role-names.js';

interface InvitationWords {
  readonly organization: string;
  /** Nobody's name when no member of the organization invites. */
  readonly inviter: string | undefined;
  readonly role: Role;
  readonly url: string;
  readonly days: number;
}

/** What somebody is sent who is invited. */
export const INVITATION_LETTER: LetterTemplate<InvitationWords> = {
  en: ({ organization, inviter, role, url, days }) => ({
    subject: `Invitation to ${inLetter(organization)} on RuleForge`,
    paragraphs: [
      inviter === undefined
        ? `You have been invited to join ${inLetter(organization)} on RuleForge.`
        : `${inLetter(inviter)} has invited you to join ${inLetter(organization)} on RuleForge.`,
      `Your role there will be: ${ROLE_NAMES.en[role]}.`,
    ],
    action: { label: 'Accept the invitation', url },
    closing: [
      `The link is for you alone and works once, within ${days} days. Do not forward this e-mail.`,
      'If you do not expect this invitation, there is nothing you need to do.',
    ],
  }),
  pt: ({ organization, inviter, role, url, days }) => ({
    subject: `Convite para ${inLetter(organization)} no RuleForge`,
    paragraphs: [
      inviter === undefined
        ? `Você recebeu um convite para participar de ${inLetter(organization)} no RuleForge.`
        : `${inLetter(inviter)} convidou você para participar de ${inLetter(organization)} no RuleForge.`,
      `Seu papel será: ${ROLE_NAMES.pt[role]}.`,
    ],
    action: { label: 'Aceitar o convite', url },
    closing: [
      `O link é só seu e funciona uma única vez, dentro de ${days} dias. Não encaminhe este e-mail.`,
      'Se você não esperava este convite, não precisa fazer nada.',
    ],
  }),
};
