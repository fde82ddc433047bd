import type { Role } from '../../members/roles.js';
import type { Translated } from '../../web/language.js';
import { ROLE_NAMES } from '../../web/role-names.js';

/** The words of *Settings → Members*. */
export interface MembersMessages {
  readonly title: string;
  readonly lead: string;
  readonly search: string;
  readonly searchHint: string;
  readonly status: string;
  readonly anyStatus: string;
  readonly active: string;
  readonly deactivated: string;
  readonly anyRole: string;
  readonly anySource: string;
  readonly apply: string;
  readonly newInvitation: string;
  readonly createManually: string;
  readonly removed: string;
  readonly name: string;
  readonly role: string;
  readonly source: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly noEmail: string;
  readonly byHand: string;
  readonly recovery: string;
  readonly recoveryHint: string;
  readonly you: string;
  readonly pages: string;
  readonly previous: string;
  readonly next: string;
  readonly nobody: string;
  readonly nobodyHint: string;
  readonly showAll: string;
  readonly onlyYou: string;
  /** Of a role that groups could decide, and none does. */
  readonly defaultRole: string;
  readonly defaultRoleHint: string;
  fromGroup: (group: string) => string;
  fromGroupHint: (group: string) => string;
  syncedBy: (connection: string) => string;
  seats: (taken: number, of: number) => string;
  /** How many there are, the recovery administrator apart, whom no directory counts either. */
  total: (listed: number) => string;
  /** How many match; `more` when the page does not hold all of them. */
  matching: (shown: number, more: boolean) => string;
}

export const MEMBERS_MESSAGES: Translated<MembersMessages> = {
  en: {
    title: 'Members',
    lead: 'Everyone who is in this organization, and where their access comes from.',
    search: 'Search',
    searchHint: 'Name or e-mail',
    status: 'Status',
    anyStatus: 'Any status',
    active: 'Active',
    deactivated: 'Deactivated',
    anyRole: 'Any role',
    anySource: 'Anybody',
    apply: 'Search',
    newInvitation: 'New invitation',
    createManually: 'Create access manually',
    removed: 'Removed. Sessions have ended, API keys are revoked; history stays.',
    name: 'Name and e-mail',
    role: 'Role',
    source: 'Managed',
    roles: ROLE_NAMES.en,
    noEmail: 'No e-mail',
    byHand: 'Managed by hand',
    recovery: 'Recovery administrator',
    recoveryHint: 'Keeps access when the identity provider does not work. No directory can change it.',
    you: 'You',
    pages: 'Pages',
    previous: 'Previous',
    next: 'Next',
    nobody: 'Nobody matches',
    nobodyHint: 'Try the beginning of a name or of an e-mail address, or another filter.',
    showAll: 'Show all members',
    onlyYou:
      'Nobody else is here yet. People appear as soon as your identity provider assigns them to RuleForge, or they accept an invitation.',
    defaultRole: 'Default role',
    defaultRoleHint: 'Nobody gave a role by hand, and none of the member’s groups is mapped to one.',
    fromGroup: (group) => `From group ${group}`,
    fromGroupHint: (group) =>
      `This role comes from the directory group ${group} and cannot be changed here. Take the member out of the group at the identity provider, or change what the group is mapped to.`,
    syncedBy: (connection) => `Synced by ${connection}`,
    seats: (taken, of) => `${taken.toLocaleString('en')} of ${of.toLocaleString('en')} seats taken`,
    total: (listed) => `${members.en(listed)} besides the recovery administrator`,
    matching: (shown, more) => (more ? `${members.en(shown)} shown, more match` : `${members.en(shown)} found`),
  },
  pt: {
    title: 'Membros',
    lead: 'Todos os que fazem parte desta organização e de onde vem o acesso deles.',
    search: 'Buscar',
    searchHint: 'Nome ou e-mail',
    status: 'Situação',
    anyStatus: 'Todas',
    active: 'Ativo',
    deactivated: 'Desativado',
    anyRole: 'Todos',
    anySource: 'Todos',
    apply: 'Buscar',
    newInvitation: 'Novo convite',
    createManually: 'Criar acesso manualmente',
    removed: 'Removido. Sessões encerradas e chaves de API revogadas; o histórico permanece.',
    name: 'Nome e e-mail',
    role: 'Papel',
    source: 'Gerenciado',
    roles: ROLE_NAMES.pt,
    noEmail: 'Sem e-mail',
    byHand: 'Gerenciado manualmente',
    recovery: 'Administrador de recuperação',
    recoveryHint: 'Mantém o acesso quando o provedor de identidade não funciona. Nenhum diretório pode alterá-lo.',
    you: 'Você',
    pages: 'Páginas',
    previous: 'Anterior',
    next: 'Próxima',
    nobody: 'Ninguém corresponde',
    nobodyHint: 'Tente o começo de um nome ou de um endereço de e-mail, ou outro filtro.',
    showAll: 'Mostrar todos os membros',
    onlyYou:
      'Ainda não há mais ninguém aqui. As pessoas aparecem assim que o provedor de identidade as atribui ao RuleForge ou aceitam um convite.',
    defaultRole: 'Papel padrão',
    defaultRoleHint: 'Ninguém definiu um papel manualmente, e nenhum grupo do membro está mapeado para um.',
    fromGroup: (group) => `Do grupo ${group}`,
    fromGroupHint: (group) =>
      `Este papel vem do grupo ${group} do diretório e não pode ser alterado aqui. Retire o membro do grupo no provedor de identidade ou mude o mapeamento do grupo.`,
    syncedBy: (connection) => `Sincronizado por ${connection}`,
    seats: (taken, of) => `${taken.toLocaleString('pt-BR')} de ${of.toLocaleString('pt-BR')} assentos ocupados`,
    total: (listed) => `${members.pt(listed)} além do administrador de recuperação`,
    matching: (shown, more) =>
      more ? `${members.pt(shown)} nesta página, há mais` : `${members.pt(shown)} encontrado${shown === 1 ? '' : 's'}`,
  },
};

const members: Translated<(count: number) => string> = {
  en: (count) => (count === 1 ? '1 member' : `${count.toLocaleString('en')} members`),
  pt: (count) => (count === 1 ? '1 membro' : `${count.toLocaleString('pt-BR')} membros`),
};
