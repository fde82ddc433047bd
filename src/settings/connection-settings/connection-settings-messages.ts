import type { Fate } from '../../members/managed-members.service.js';
import type { Translated } from '../../web/language.js';

/** The words of a connection's *Settings*, and of its removal. */
export interface ConnectionSettingsMessages {
  readonly title: string;
  readonly lead: string;
  readonly name: string;
  readonly nameHint: string;
  readonly adopts: string;
  readonly adoptsHint: string;
  readonly onlyProvisioned: string;
  readonly onlyProvisionedHint: string;
  readonly strict: string;
  readonly strictHint: string;
  readonly defaultRole: string;
  readonly defaultRoleHint: string;
  readonly roleMapping: string;
  readonly save: string;
  readonly saved: string;
  readonly service: string;
  readonly pause: string;
  readonly pauseHint: string;
  readonly paused: string;
  readonly resume: string;
  readonly resumeHint: string;
  readonly resumed: string;
  readonly draftHint: string;
  readonly continueSetUp: string;
  readonly remove: string;
  readonly removeHint: string;
  readonly removeTitle: (name: string) => string;
  readonly removeLead: string;
  readonly settleLead: string;
  readonly people: string;
  readonly fates: Readonly<Record<Fate, string>>;
  readonly fateHints: Readonly<Record<Fate, (active: number, deactivated: number) => string>>;
  readonly always: string;
  readonly effects: readonly string[];
  readonly confirm: (name: string) => string;
  readonly confirmHint: string;
  readonly removeNow: string;
  readonly settleNow: string;
  readonly cancel: string;
}

const people = (count: number, one: string, many: string) => (count === 1 ? one : many.replace('#', String(count)));

export const CONNECTION_SETTINGS_MESSAGES: Translated<ConnectionSettingsMessages> = {
  en: {
    title: 'Settings',
    lead: 'How this connection is called, and what its directory may do.',
    name: 'Name',
    nameHint: 'Members whom it brings are shown as synced by this name.',
    adopts: 'Take over members who were here before',
    adoptsHint:
      'When the directory writes somebody who is managed by hand, it manages them from then on. Switched off, it is refused.',
    onlyProvisioned: 'Only provisioned people may enter',
    onlyProvisionedHint:
      'Through the identity provider, as long as this connection is active or paused. Members managed by hand enter by password. Switched off, they enter through the provider, too, with a verified address of its domains.',
    strict: 'Strict',
    strictHint:
      'Refuse what we otherwise tolerate beyond the standard. For tests of conformance; most directories need it off.',
    defaultRole: 'Default role',
    defaultRoleHint: 'What people get whom no group gives a role is part of the role mapping.',
    roleMapping: 'Role mapping',
    save: 'Save',
    saved: 'Saved.',
    service: 'Service',
    pause: 'Pause',
    pauseHint: 'The directory is told to come back later, and loses nothing. People keep their access.',
    paused: 'Paused. The directory is told to come back later.',
    resume: 'Resume',
    resumeHint: 'Paused: the directory is told to come back later. It catches up by itself.',
    resumed: 'Resumed. The directory is served again.',
    draftHint: 'The connection is a draft: it takes no requests yet.',
    continueSetUp: 'Continue set-up',
    remove: 'Remove connection',
    removeHint: 'Ends it for good. You decide what becomes of its people before anything happens.',
    removeTitle: (name) => `Remove “${name}”`,
    removeLead:
      'Its tokens and OAuth clients end at once, its groups and their mappings are deleted. Nothing brings it back.',
    settleLead:
      'This connection was removed and keeps its people until another one takes over. You can decide otherwise.',
    people: 'What becomes of its people',
    fates: { keep: 'Keep them', unmanage: 'Manage them by hand', deactivate: 'Deactivate them' },
    fateHints: {
      keep: (active) =>
        `${people(active, '1 active member stays', '# active members stay')} in, with today’s role, locked until another connection takes over. For a change of provider.`,
      unmanage: (active, deactivated) =>
        `${people(active, '1 active member stays', '# active members stay')} in, with today’s role. ${people(active + deactivated, 'You manage 1 member', 'You manage # members')} by hand from now on. A password lets in only who had one here before the directory; all others enter through the identity provider.`,
      deactivate: (active) =>
        `${people(active, '1 active member loses', '# active members lose')} access at once: sessions, API keys and invitations end. History stays.`,
    },
    always: 'In any case',
    effects: [
      'Recovery administrators and members managed by hand are not touched.',
      'Roles that groups gave stay, as if given by hand.',
      'The audit log keeps everything.',
    ],
    confirm: (name) => `To deactivate everybody, type ${name}`,
    confirmHint: 'Only needed to deactivate them.',
    removeNow: 'Remove connection',
    settleNow: 'Decide so',
    cancel: 'Cancel',
  },
  pt: {
    title: 'Ajustes',
    lead: 'Como esta conexão se chama e o que o diretório dela pode fazer.',
    name: 'Nome',
    nameHint: 'Os membros que ela traz aparecem como sincronizados por este nome.',
    adopts: 'Assumir membros que já estavam aqui',
    adoptsHint:
      'Quando o diretório escreve alguém gerenciado manualmente, passa a gerenciá-lo. Desligado, isso é recusado.',
    onlyProvisioned: 'Só pessoas provisionadas podem entrar',
    onlyProvisionedHint:
      'Pelo provedor de identidade, enquanto esta conexão estiver ativa ou pausada. Membros gerenciados manualmente entram com senha. Desligado, eles também entram pelo provedor, com um endereço verificado dos domínios dele.',
    strict: 'Estrita',
    strictHint:
      'Recusar o que normalmente toleramos além do padrão. Para testes de conformidade; a maioria dos diretórios precisa dela desligada.',
    defaultRole: 'Papel padrão',
    defaultRoleHint: 'O que recebe quem nenhum grupo dá um papel faz parte do mapeamento de papéis.',
    roleMapping: 'Mapeamento de papéis',
    save: 'Salvar',
    saved: 'Salvo.',
    service: 'Atendimento',
    pause: 'Pausar',
    pauseHint: 'O diretório é avisado para voltar mais tarde e não perde nada. As pessoas mantêm o acesso.',
    paused: 'Pausada. O diretório é avisado para voltar mais tarde.',
    resume: 'Retomar',
    resumeHint: 'Pausada: o diretório é avisado para voltar mais tarde. Ele se atualiza sozinho.',
    resumed: 'Retomada. O diretório é atendido de novo.',
    draftHint: 'A conexão é um rascunho: ainda não aceita solicitações.',
    continueSetUp: 'Continuar configuração',
    remove: 'Remover conexão',
    removeHint: 'Encerra de vez. Você decide o que acontece com as pessoas antes de qualquer coisa.',
    removeTitle: (name) => `Remover “${name}”`,
    removeLead:
      'Os tokens e clientes OAuth terminam na hora; os grupos e seus mapeamentos são excluídos. Nada a traz de volta.',
    settleLead: 'Esta conexão foi removida e mantém suas pessoas até outra assumir. Você pode decidir diferente.',
    people: 'O que acontece com as pessoas',
    fates: { keep: 'Manter', unmanage: 'Gerenciar manualmente', deactivate: 'Desativar' },
    fateHints: {
      keep: (active) =>
        `${people(active, '1 membro ativo continua', '# membros ativos continuam')} com o papel de hoje, bloqueado até outra conexão assumir. Para trocar de provedor.`,
      unmanage: (active, deactivated) =>
        `${people(active, '1 membro ativo continua', '# membros ativos continuam')} com o papel de hoje. Você passa a gerenciar ${people(active + deactivated, '1 membro', '# membros')} manualmente. Com senha entra só quem já tinha uma aqui antes do diretório; os demais entram pelo provedor de identidade.`,
      deactivate: (active) =>
        `${people(active, '1 membro ativo perde', '# membros ativos perdem')} o acesso na hora: sessões, chaves de API e convites terminam. O histórico fica.`,
    },
    always: 'Em todo caso',
    effects: [
      'Administradores de recuperação e membros gerenciados manualmente não são afetados.',
      'Papéis dados por grupos ficam, como se dados manualmente.',
      'O registro de auditoria guarda tudo.',
    ],
    confirm: (name) => `Para desativar todos, digite ${name}`,
    confirmHint: 'Só é preciso para desativar.',
    removeNow: 'Remover conexão',
    settleNow: 'Decidir assim',
    cancel: 'Cancelar',
  },
};
