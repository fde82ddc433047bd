import type { Translated } from '../../web/language.js';
import type { MemberDone } from './member-query.js';

/** The words of one member's page. */
export interface MemberMessages {
  readonly members: string;
  readonly done: Readonly<Record<MemberDone, string>>;
  readonly role: string;
  readonly save: string;
  readonly roleDefault: string;
  roleLocked: (group: string) => string;
  readonly roleMapping: string;
  readonly roleRecovery: string;
  readonly name: string;
  nameLocked: (connection: string) => string;
  readonly profile: string;
  profileLead: (connection: string) => string;
  readonly profileByHand: string;
  readonly allAttributes: string;
  readonly email: string;
  readonly noEmail: string;
  readonly access: string;
  readonly since: string;
  readonly lastSignIn: string;
  readonly never: string;
  readonly sessions: string;
  readonly apiKeys: string;
  readonly audit: string;
  readonly groups: string;
  readonly noGroups: string;
  readonly decides: string;
  readonly projects: string;
  readonly noProjects: string;
  readonly byGroup: string;
  readonly byHand: string;
  readonly status: string;
  readonly statusActive: string;
  readonly statusOff: string;
  statusOffManaged: (connection: string) => string;
  readonly reactivate: string;
  readonly deactivate: string;
  readonly remove: string;
  readonly recovery: string;
  readonly recoveryHint: string;
  readonly recoveryOnly: string;
  readonly recoveryRelieveHint: string;
  readonly recoveryRelieve: string;
  readonly recoveryNameHint: string;
  readonly recoveryName: string;
}

export const MEMBER_MESSAGES: Translated<MemberMessages> = {
  en: {
    members: 'Members',
    done: {
      created: 'Access created. Hand the password over, and ask the person to change it at the first sign-in.',
      role: 'Role changed. The person sees it after reloading the page.',
      name: 'Name changed.',
      deactivated: 'Deactivated. Every session has ended and every API key is revoked.',
      reactivated: 'Reactivated. Old sessions and API keys stay dead.',
      named: 'Named recovery administrator. No directory sees or changes this member.',
      relieved: 'No longer recovery administrator: an Administrator like others.',
    },
    role: 'Role',
    save: 'Save',
    roleDefault:
      'The default role of the connection: nobody gave one by hand, and no group of the member is mapped to one.',
    roleLocked: (group) =>
      `Comes from the directory group ${group} and cannot be changed here. Take the member out of the group at the identity provider, or change what the group is mapped to.`,
    roleMapping: 'Role mapping',
    roleRecovery: 'The recovery administrator stays Administrator.',
    name: 'Name',
    nameLocked: (connection) =>
      `${connection} decides name, e-mail and status. Change them at your identity provider, and they change here.`,
    profile: 'Profile',
    profileLead: (connection) => `As ${connection} sent it.`,
    profileByHand: 'Kept by hand. The e-mail address belongs to the person’s own account and is not changed here.',
    allAttributes: 'All attributes',
    email: 'E-mail',
    noEmail: 'No e-mail',
    access: 'Access',
    since: 'Member since',
    lastSignIn: 'Last sign-in',
    never: 'Never',
    sessions: 'Open sessions',
    apiKeys: 'API keys',
    audit: 'See in the audit log',
    groups: 'Directory groups',
    noGroups: 'In no group that a directory has sent.',
    decides: 'Decides the role',
    projects: 'Roles in projects',
    noProjects: 'No role in a single project.',
    byGroup: 'From a group',
    byHand: 'By hand',
    status: 'Status',
    statusActive: 'The member can sign in and work.',
    statusOff: 'The member cannot sign in. History and authorship stay.',
    statusOffManaged: (connection) =>
      `The member cannot sign in. Only ${connection} can let them in again: assign the person there once more.`,
    reactivate: 'Reactivate',
    deactivate: 'Deactivate',
    remove: 'Remove',
    recovery: 'Recovery administrator',
    recoveryHint: 'Keeps access when the identity provider does not work. Cannot be deactivated or removed.',
    recoveryOnly:
      'The only one. Before this person leaves, name another: on the page of an Administrator who is managed by hand.',
    recoveryRelieveHint: 'Afterwards an Administrator like others, who takes a seat and can be deactivated.',
    recoveryRelieve: 'End this standing',
    recoveryNameHint:
      'Keeps access by password when the identity provider does not work. No directory sees or changes a recovery administrator.',
    recoveryName: 'Make recovery administrator',
  },
  pt: {
    members: 'Membros',
    done: {
      created: 'Acesso criado. Entregue a senha e peça que a pessoa a troque no primeiro acesso.',
      role: 'Papel alterado. A pessoa o verá depois de recarregar a página.',
      name: 'Nome alterado.',
      deactivated: 'Desativado. Todas as sessões foram encerradas e todas as chaves de API, revogadas.',
      reactivated: 'Reativado. Sessões e chaves de API antigas continuam sem efeito.',
      named: 'Nomeado administrador de recuperação. Nenhum diretório vê ou altera este membro.',
      relieved: 'Não é mais administrador de recuperação: um Administrador como os outros.',
    },
    role: 'Papel',
    save: 'Salvar',
    roleDefault:
      'O papel padrão da conexão: ninguém definiu um manualmente, e nenhum grupo do membro está mapeado para um.',
    roleLocked: (group) =>
      `Vem do grupo ${group} do diretório e não pode ser alterado aqui. Retire o membro do grupo no provedor de identidade ou mude o mapeamento do grupo.`,
    roleMapping: 'Mapeamento de papéis',
    roleRecovery: 'O administrador de recuperação continua Administrador.',
    name: 'Nome',
    nameLocked: (connection) =>
      `${connection} decide o nome, o e-mail e a situação. Altere-os no seu provedor de identidade, e eles mudam aqui.`,
    profile: 'Perfil',
    profileLead: (connection) => `Como ${connection} enviou.`,
    profileByHand: 'Mantido manualmente. O endereço de e-mail é da conta da própria pessoa e não é alterado aqui.',
    allAttributes: 'Todos os atributos',
    email: 'E-mail',
    noEmail: 'Sem e-mail',
    access: 'Acesso',
    since: 'Membro desde',
    lastSignIn: 'Último acesso',
    never: 'Nunca',
    sessions: 'Sessões abertas',
    apiKeys: 'Chaves de API',
    audit: 'Ver na auditoria',
    groups: 'Grupos do diretório',
    noGroups: 'Em nenhum grupo enviado por um diretório.',
    decides: 'Decide o papel',
    projects: 'Papéis em projetos',
    noProjects: 'Nenhum papel em um projeto específico.',
    byGroup: 'De um grupo',
    byHand: 'Manual',
    status: 'Situação',
    statusActive: 'O membro pode entrar e trabalhar.',
    statusOff: 'O membro não pode entrar. Histórico e autoria permanecem.',
    statusOffManaged: (connection) =>
      `O membro não pode entrar. Só ${connection} pode liberar o acesso de novo: atribua a pessoa lá mais uma vez.`,
    reactivate: 'Reativar',
    deactivate: 'Desativar',
    remove: 'Remover',
    recovery: 'Administrador de recuperação',
    recoveryHint: 'Mantém o acesso quando o provedor de identidade não funciona. Não pode ser desativado nem removido.',
    recoveryOnly:
      'O único. Antes que esta pessoa saia, nomeie outro: na página de um Administrador gerenciado manualmente.',
    recoveryRelieveHint: 'Depois disso, um Administrador como os outros, que ocupa um assento e pode ser desativado.',
    recoveryRelieve: 'Encerrar esta condição',
    recoveryNameHint:
      'Mantém o acesso por senha quando o provedor de identidade não funciona. Nenhum diretório vê ou altera um administrador de recuperação.',
    recoveryName: 'Tornar administrador de recuperação',
  },
};
