import type { Translated } from '../web/language.js';

/** Why the page is shown once more. */
export type AcceptAlert = 'name' | 'newPassword' | 'wrongPassword' | 'givenPassword' | 'tooMany' | 'noSeat' | 'member';

/** The words of the page to which an invitation's link leads. */
export interface AcceptMessages {
  title: (organization: string) => string;
  lead: (organization: string, role: string) => string;
  readonly email: string;
  readonly name: string;
  readonly nameHint: string;
  readonly newPassword: string;
  readonly newPasswordHint: string;
  readonly currentPassword: string;
  readonly currentPasswordHint: string;
  readonly newNote: string;
  readonly linkNote: string;
  readonly join: string;
  readonly invalidTitle: string;
  readonly invalidText: string;
  readonly tooManyTitle: string;
  readonly signIn: string;
  readonly alerts: Readonly<Record<AcceptAlert, string>>;
}

export const ACCEPT_MESSAGES: Translated<AcceptMessages> = {
  en: {
    title: (organization) => `Join ${organization}`,
    lead: (organization, role) => `You have been invited to ${organization}. Your role there will be ${role}.`,
    email: 'E-mail',
    name: 'Your name',
    nameHint: 'As people in this organization shall see it.',
    newPassword: 'Choose a password',
    newPasswordHint: 'At least 10 characters.',
    currentPassword: 'Current password',
    currentPasswordHint: 'Of the RuleForge account that this address has already.',
    newNote: 'A RuleForge account will be made for you.',
    linkNote: 'You have a RuleForge account. Enter its password to link the new organization to it.',
    join: 'Join',
    invalidTitle: 'This invitation cannot be used',
    invalidText:
      'It has been used, has expired, or was replaced by a newer one. Ask the person who invited you for a new invitation.',
    tooManyTitle: 'Too many attempts',
    signIn: 'Sign in',
    alerts: {
      name: 'Enter your name, of up to 120 characters.',
      newPassword: 'The password needs 10 to 256 characters.',
      wrongPassword: 'This is not the current password of your RuleForge account.',
      givenPassword:
        'An administrator chose this password for you and may know it. Sign in, choose one of your own under Account, then open this link again.',
      tooMany: 'Too many attempts. Wait a few minutes, then try again.',
      noSeat: 'The organization’s plan has no free seat. Tell the person who invited you; the invitation stays valid.',
      member: 'This address belongs to a member of the organization already. Sign in, or ask an administrator there.',
    },
  },
  pt: {
    title: (organization) => `Participar de ${organization}`,
    lead: (organization, role) => `Você recebeu um convite para ${organization}. Seu papel será ${role}.`,
    email: 'E-mail',
    name: 'Seu nome',
    nameHint: 'Como as pessoas desta organização devem vê-lo.',
    newPassword: 'Escolha uma senha',
    newPasswordHint: 'Pelo menos 10 caracteres.',
    currentPassword: 'Senha atual',
    currentPasswordHint: 'Da conta RuleForge que este endereço já tem.',
    newNote: 'Uma conta RuleForge será criada para você.',
    linkNote: 'Você tem uma conta RuleForge. Digite a senha dela para vincular a nova organização.',
    join: 'Participar',
    invalidTitle: 'Este convite não pode ser usado',
    invalidText:
      'Ele já foi usado, expirou ou foi substituído por um mais novo. Peça um novo convite à pessoa que convidou você.',
    tooManyTitle: 'Tentativas demais',
    signIn: 'Entrar',
    alerts: {
      name: 'Digite seu nome, com até 120 caracteres.',
      newPassword: 'A senha precisa ter de 10 a 256 caracteres.',
      wrongPassword: 'Esta não é a senha atual da sua conta RuleForge.',
      givenPassword:
        'Um administrador escolheu esta senha para você e pode conhecê-la. Entre, escolha a sua em Conta e abra este link de novo.',
      tooMany: 'Tentativas demais. Espere alguns minutos e tente de novo.',
      noSeat:
        'O plano da organização não tem assento livre. Avise a pessoa que convidou você; o convite continua válido.',
      member: 'Este endereço já pertence a um membro da organização. Entre, ou fale com um administrador de lá.',
    },
  },
};
