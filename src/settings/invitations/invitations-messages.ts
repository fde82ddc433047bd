import type { Translated } from '../../web/language.js';
import type { ShownState } from './invitations-query.js';

/** The words of *Settings → Members → Pending invitations*. */
export interface InvitationsMessages {
  readonly title: string;
  readonly lead: string;
  readonly newInvitation: string;
  readonly newLead: string;
  readonly byDirectory: string;
  readonly state: string;
  readonly states: Readonly<Record<ShownState, string>>;
  readonly stateHints: Readonly<Record<ShownState, string>>;
  readonly apply: string;
  readonly email: string;
  readonly role: string;
  readonly language: string;
  readonly languageHint: string;
  readonly invited: string;
  readonly expires: string;
  readonly letter: string;
  readonly letterWaiting: string;
  readonly letterGivenUp: string;
  readonly actions: string;
  readonly send: string;
  readonly create: string;
  readonly cancel: string;
  readonly noMail: string;
  readonly noMailHint: string;
  readonly link: string;
  readonly linkHint: string;
  readonly done: string;
  readonly withdrawn: string;
  readonly none: Readonly<Record<ShownState, string>>;
  readonly noneHint: string;
  readonly next: string;
  readonly pages: string;
  readonly seeMember: string;
  resend: (email: string) => string;
  withdraw: (email: string) => string;
  readonly resendShort: string;
  readonly withdrawShort: string;
  sentTitle: (again: boolean) => string;
  sentLead: (email: string, mails: boolean) => string;
  readonly oldLinkDead: string;
  seats: (taken: number, of: number) => string;
}

export const INVITATIONS_MESSAGES: Translated<InvitationsMessages> = {
  en: {
    title: 'Pending invitations',
    lead: 'People who were invited to this organization and what has become of the invitation.',
    newInvitation: 'New invitation',
    byDirectory:
      'Your identity provider lets in only people whom its directory provisioned: assign those there. Whom you invite here is managed by hand and signs in with a password.',
    newLead:
      'Whoever accepts gets an account, or links the one they have, and joins with the role that you choose here.',
    state: 'State',
    states: { pending: 'Pending', expired: 'Expired', accepted: 'Accepted', linked: 'Linked' },
    stateHints: {
      pending: 'Sent, and not accepted yet.',
      expired: 'Past the deadline of seven days. Send it again to make a new link.',
      accepted: 'The person made an account and joined.',
      linked: 'Used by somebody who had an account already, or whose account came from the directory.',
    },
    apply: 'Show',
    email: 'E-mail',
    role: 'Role',
    language: 'Language of the e-mail',
    languageHint: 'Whoever has an account already is written to in its language.',
    invited: 'Invited',
    expires: 'Expires',
    letter: 'E-mail',
    letterWaiting: 'E-mail on its way',
    letterGivenUp: 'E-mail could not be delivered',
    actions: 'What to do',
    send: 'Send',
    create: 'Create link',
    cancel: 'Cancel',
    noMail: 'E-mail is not set up',
    noMailHint:
      'RuleForge does not send e-mail on this server. You get a link to hand over yourself. Whoever runs the server sets RULEFORGE_SMTP_URL to have invitations sent.',
    link: 'Invitation link',
    linkHint: 'Shown this once. It works once, within seven days. Hand it to this person only.',
    done: 'Done',
    withdrawn: 'The invitation is withdrawn. Its link no longer works.',
    none: {
      pending: 'No pending invitations',
      expired: 'No expired invitations',
      accepted: 'Nobody has accepted an invitation yet',
      linked: 'Nobody has linked an account yet',
    },
    noneHint: 'Invite people by e-mail; each gets a link that works for seven days.',
    next: 'Older',
    pages: 'Pages',
    seeMember: 'See the member',
    resend: (email) => `Send again to ${email}`,
    withdraw: (email) => `Withdraw the invitation of ${email}`,
    resendShort: 'Send again',
    withdrawShort: 'Withdraw',
    sentTitle: (again) => (again ? 'Invitation renewed' : 'Invitation created'),
    sentLead: (email, mails) =>
      mails
        ? `An e-mail with the link is on its way to ${email}. You can also hand the link over yourself.`
        : `Hand this link to ${email}.`,
    oldLinkDead: 'The link from before no longer works.',
    seats: (taken, of) => `${taken} of ${of} seats are taken. An invitation takes a seat when it is accepted.`,
  },
  pt: {
    title: 'Convites pendentes',
    lead: 'Pessoas convidadas para esta organização e o que aconteceu com cada convite.',
    newInvitation: 'Novo convite',
    byDirectory:
      'O seu provedor de identidade só deixa entrar quem o diretório dele provisionou: atribua essas pessoas lá. Quem você convida aqui é gerenciado manualmente e entra com senha.',
    newLead: 'Quem aceita cria uma conta, ou vincula a que já tem, e entra com o papel que você escolher aqui.',
    state: 'Estado',
    states: { pending: 'Pendente', expired: 'Expirado', accepted: 'Aceito', linked: 'Vinculado' },
    stateHints: {
      pending: 'Enviado e ainda não aceito.',
      expired: 'Passou do prazo de sete dias. Reenvie para gerar um novo link.',
      accepted: 'A pessoa criou uma conta e entrou.',
      linked: 'Usado por quem já tinha uma conta, ou cuja conta veio do diretório.',
    },
    apply: 'Mostrar',
    email: 'E-mail',
    role: 'Papel',
    language: 'Idioma do e-mail',
    languageHint: 'Quem já tem uma conta recebe o e-mail no idioma dela.',
    invited: 'Convidado em',
    expires: 'Expira em',
    letter: 'E-mail',
    letterWaiting: 'E-mail a caminho',
    letterGivenUp: 'Não foi possível entregar o e-mail',
    actions: 'O que fazer',
    send: 'Enviar',
    create: 'Criar link',
    cancel: 'Cancelar',
    noMail: 'O e-mail não está configurado',
    noMailHint:
      'O RuleForge não envia e-mails neste servidor. Você recebe um link para entregar pessoalmente. Quem opera o servidor define RULEFORGE_SMTP_URL para que os convites sejam enviados.',
    link: 'Link do convite',
    linkHint: 'Mostrado só desta vez. Funciona uma única vez, dentro de sete dias. Entregue-o apenas a esta pessoa.',
    done: 'Concluir',
    withdrawn: 'O convite foi cancelado. O link não funciona mais.',
    none: {
      pending: 'Nenhum convite pendente',
      expired: 'Nenhum convite expirado',
      accepted: 'Ninguém aceitou um convite ainda',
      linked: 'Ninguém vinculou uma conta ainda',
    },
    noneHint: 'Convide pessoas por e-mail; cada uma recebe um link que funciona por sete dias.',
    next: 'Mais antigos',
    pages: 'Páginas',
    seeMember: 'Ver o membro',
    resend: (email) => `Reenviar para ${email}`,
    withdraw: (email) => `Cancelar convite de ${email}`,
    resendShort: 'Reenviar',
    withdrawShort: 'Cancelar convite',
    sentTitle: (again) => (again ? 'Convite renovado' : 'Convite criado'),
    sentLead: (email, mails) =>
      mails
        ? `Um e-mail com o link está a caminho de ${email}. Você também pode entregar o link pessoalmente.`
        : `Entregue este link a ${email}.`,
    oldLinkDead: 'O link anterior não funciona mais.',
    seats: (taken, of) => `${taken} de ${of} assentos estão ocupados. Um convite ocupa um assento quando é aceito.`,
  },
};
