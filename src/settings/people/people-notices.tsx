import type { Language, Translated } from '../../web/language.js';
import type { PeopleAlert } from './people-alert.js';
import { Alert, Report } from '../../web/layout/tidings.js';

export interface NoticesProps {
  readonly language: Language;
  readonly alert?: PeopleAlert | undefined;
  /** What has just been done, in words. */
  readonly done?: string | undefined;
}

/** What has just been done, or why it was not. */
export const PeopleNotices = ({ language, alert, done }: NoticesProps) => (
  <>
    <Alert id="alert">{alert && ALERTS[language][alert]}</Alert>
    <Report>{done}</Report>
  </>
);

const ALERTS: Translated<Readonly<Record<PeopleAlert, string>>> = {
  en: {
    address: 'This is not an e-mail address that can be used. Enter one like ada@example.com.',
    name: 'Enter a name of 1 to 120 visible characters.',
    password: 'The password needs 10 to 256 characters.',
    role: 'Choose one of the roles.',
    alreadyMember:
      'This address belongs to a member of the organization already, active or deactivated. Search for it among the members.',
    alreadyInvited:
      'This address has a pending invitation already. Find it under Pending invitations, to send it again or to withdraw it.',
    tooManyInvitations:
      'Your organization has invited 500 people within a day, which is the most. Go on tomorrow, or let your identity provider create the accounts.',
    sentTooOften:
      'This invitation has been sent many times already. Withdraw it, and ask the person before you invite again.',
    invitationGone: 'This invitation is no longer pending: it was accepted or withdrawn meanwhile.',
    noSeat: 'Your plan has no free seat. Deactivate a member, or ask RuleForge for more seats.',
    accountExists:
      'A person with this address already has a RuleForge account, whose password only they choose. Send an invitation instead.',
    lastAdministrator: 'An organization keeps one active Administrator. Make another member Administrator first.',
    recovery:
      'The recovery administrator cannot be deactivated, removed or given another role. Name another one, then end this standing on the member’s page.',
    cannotStandOutside:
      'Only an active Administrator with a password can be recovery administrator, managed by hand and in no group of a directory.',
    lastRecovery:
      'An organization keeps one recovery administrator. Name another Administrator first, on their own page.',
    roleFromGroup:
      'This role comes from a directory group and cannot be changed here. Take the member out of the group at the identity provider, or change what the group is mapped to.',
    managed: 'The directory manages this. Change it at your identity provider.',
    projectName: 'Enter a project name of 1 to 120 characters.',
    projectNameTaken: 'Another project of this organization already has this name.',
  },
  pt: {
    address: 'Este endereço de e-mail não pode ser usado. Digite um como ada@example.com.',
    name: 'Digite um nome de 1 a 120 caracteres visíveis.',
    password: 'A senha precisa ter de 10 a 256 caracteres.',
    role: 'Escolha um dos papéis.',
    alreadyMember:
      'Este endereço já pertence a um membro da organização, ativo ou desativado. Procure-o entre os membros.',
    alreadyInvited:
      'Este endereço já tem um convite pendente. Encontre-o em Convites pendentes para reenviá-lo ou cancelá-lo.',
    tooManyInvitations:
      'Sua organização convidou 500 pessoas em um dia, que é o máximo. Continue amanhã ou deixe o provedor de identidade criar as contas.',
    sentTooOften: 'Este convite já foi enviado muitas vezes. Cancele-o e fale com a pessoa antes de convidar de novo.',
    invitationGone: 'Este convite não está mais pendente: foi aceito ou cancelado nesse meio-tempo.',
    noSeat: 'Seu plano não tem assento livre. Desative um membro ou peça mais assentos ao RuleForge.',
    accountExists:
      'Uma pessoa com este endereço já tem uma conta RuleForge, cuja senha só ela escolhe. Envie um convite em vez disso.',
    lastAdministrator:
      'Uma organização mantém um Administrador ativo. Torne outro membro Administrador antes de continuar.',
    recovery:
      'O administrador de recuperação não pode ser desativado, removido nem receber outro papel. Nomeie outro e depois encerre esta condição na página do membro.',
    cannotStandOutside:
      'Só um Administrador ativo com senha pode ser administrador de recuperação, gerenciado manualmente e em nenhum grupo de um diretório.',
    lastRecovery:
      'Uma organização mantém um administrador de recuperação. Nomeie antes outro Administrador, na página dele.',
    roleFromGroup:
      'Este papel vem de um grupo do diretório e não pode ser alterado aqui. Retire o membro do grupo no provedor de identidade ou mude o mapeamento do grupo.',
    managed: 'O diretório gerencia isto. Altere no seu provedor de identidade.',
    projectName: 'Digite um nome de projeto de 1 a 120 caracteres.',
    projectNameTaken: 'Outro projeto desta organização já tem este nome.',
  },
};
