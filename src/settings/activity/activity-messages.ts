import type { ActivityKind, ActivityOutcome, Retriable } from '@ruleforge/scim';
import type { Translated } from '../../web/language.js';

/** The words of *Activity*. */
export interface ActivityMessages {
  readonly title: string;
  readonly lead: string;
  readonly search: string;
  readonly searchHint: string;
  readonly outcome: string;
  readonly outcomes: Readonly<Record<'' | ActivityOutcome, string>>;
  readonly kind: string;
  readonly kinds: Readonly<Record<'' | ActivityKind, string>>;
  readonly apply: string;
  readonly live: string;
  readonly paused: string;
  readonly pause: string;
  readonly resume: string;
  readonly time: string;
  readonly who: string;
  readonly what: string;
  readonly nobody: string;
  readonly unknownSubject: string;
  readonly none: string;
  readonly noneHint: string;
  readonly nothingFits: string;
  readonly nothingFitsHint: string;
  readonly showAll: string;
  readonly request: string;
  readonly cause: string;
  readonly mend: string;
  readonly where: string;
  readonly message: string;
  readonly changes: string;
  readonly noChanges: string;
  readonly tolerated: string;
  readonly details: string;
  readonly duration: string;
  readonly client: string;
  readonly address: string;
  readonly credential: string;
  readonly requestId: string;
  readonly status: string;
  readonly attributes: string;
  readonly retry: string;
  readonly retryLead: string;
  readonly retried: string;
  readonly retryOf: string;
  readonly originalRequest: string;
  readonly notRetriable: Readonly<Record<Exclude<Retriable, 'yes'> | 'inactive', string>>;
  readonly toMember: string;
  readonly amongMembers: string;
  readonly toRoleMapping: string;
  readonly toAudit: string;
  readonly was: string;
  readonly becomes: string;
  shown: (count: number, more: boolean) => string;
  milliseconds: (count: number) => string;
  retryRefused: (detail: string) => string;
}

export const ACTIVITY_MESSAGES: Translated<ActivityMessages> = {
  en: {
    title: 'Activity',
    lead: 'Every request of this identity provider, newest first, and what came of it.',
    search: 'Person',
    searchHint: 'Name or e-mail',
    outcome: 'Outcome',
    outcomes: { '': 'Any outcome', ok: 'OK', tolerated: 'Tolerated', refused: 'Refused', failed: 'Failed' },
    kind: 'Operation',
    kinds: {
      '': 'Any operation',
      create: 'Created',
      update: 'Updated',
      deactivate: 'Deactivated',
      reactivate: 'Reactivated',
      delete: 'Deleted',
      group: 'Group',
      bulk: 'Bulk',
      read: 'Read',
      other: 'Other',
    },
    apply: 'Filter',
    live: 'Live',
    paused: 'Paused',
    pause: 'Pause',
    resume: 'Resume',
    time: 'Time (UTC)',
    who: 'Person or group',
    what: 'What changed',
    nobody: '—',
    unknownSubject: 'No longer here',
    none: 'No request yet',
    noneHint: 'As soon as the identity provider sends its first request, it appears here by itself.',
    nothingFits: 'No request matches',
    nothingFitsHint: 'Try another period, outcome or operation.',
    showAll: 'Show all requests',
    request: 'Request',
    cause: 'Why it was not done',
    mend: 'What to do',
    where: 'Where',
    message: 'Answer to the provider',
    changes: 'What changed',
    noChanges: 'Nothing was changed.',
    tolerated: 'What was tolerated',
    details: 'Details',
    duration: 'Duration',
    client: 'Client',
    address: 'Address',
    credential: 'Token',
    requestId: 'Request id',
    status: 'Status',
    attributes: 'Attributes',
    retry: 'Retry',
    retryLead:
      'Applies the same request again, by the same rules, on behalf of the connection. It is audited as your act.',
    retried: 'Done: the request was applied.',
    retryOf: 'Retry by an administrator',
    originalRequest: 'Original request',
    notRetriable: {
      'not-kept': 'It cannot be retried here, because its content is not kept. The identity provider sends it again.',
      outdated: 'It cannot be retried: a newer request has changed this since, and the older one would put that back.',
      inactive: 'It cannot be retried while the connection is not active.',
    },
    toMember: 'Show the member',
    amongMembers: 'Look among the members',
    toRoleMapping: 'Show role mapping',
    toAudit: 'Show in the audit log',
    was: 'Before',
    becomes: 'After',
    shown: (count, more) =>
      `${count === 1 ? '1 request' : `${count.toLocaleString('en')} requests`}${more ? ' shown, there are older ones' : ''}`,
    milliseconds: (count) => `${count.toLocaleString('en', { maximumFractionDigits: 1 })} ms`,
    retryRefused: (detail) => `Refused again: ${detail}`,
  },
  pt: {
    title: 'Atividade',
    lead: 'Todas as solicitações deste provedor de identidade, da mais nova à mais antiga, e o resultado de cada uma.',
    search: 'Pessoa',
    searchHint: 'Nome ou e-mail',
    outcome: 'Resultado',
    outcomes: { '': 'Todos', ok: 'OK', tolerated: 'Tolerada', refused: 'Recusada', failed: 'Falhou' },
    kind: 'Operação',
    kinds: {
      '': 'Todas',
      create: 'Criação',
      update: 'Atualização',
      deactivate: 'Desativação',
      reactivate: 'Reativação',
      delete: 'Exclusão',
      group: 'Grupo',
      bulk: 'Lote',
      read: 'Leitura',
      other: 'Outra',
    },
    apply: 'Filtrar',
    live: 'Ao vivo',
    paused: 'Pausado',
    pause: 'Pausar',
    resume: 'Retomar',
    time: 'Hora (UTC)',
    who: 'Pessoa ou grupo',
    what: 'O que mudou',
    nobody: '—',
    unknownSubject: 'Não está mais aqui',
    none: 'Nenhuma solicitação ainda',
    noneHint: 'Assim que o provedor de identidade enviar a primeira solicitação, ela aparece aqui sozinha.',
    nothingFits: 'Nenhuma solicitação corresponde',
    nothingFitsHint: 'Tente outro período, resultado ou operação.',
    showAll: 'Mostrar todas as solicitações',
    request: 'Solicitação',
    cause: 'Por que não foi feita',
    mend: 'O que fazer',
    where: 'Onde',
    message: 'Resposta ao provedor',
    changes: 'O que mudou',
    noChanges: 'Nada foi alterado.',
    tolerated: 'O que foi tolerado',
    details: 'Detalhes',
    duration: 'Duração',
    client: 'Cliente',
    address: 'Endereço',
    credential: 'Token',
    requestId: 'Id da solicitação',
    status: 'Status',
    attributes: 'Atributos',
    retry: 'Tentar de novo',
    retryLead:
      'Aplica a mesma solicitação outra vez, pelas mesmas regras, em nome da conexão. Fica na auditoria como ato seu.',
    retried: 'Pronto: a solicitação foi aplicada.',
    retryOf: 'Nova tentativa de um administrador',
    originalRequest: 'Solicitação original',
    notRetriable: {
      'not-kept':
        'Não pode ser tentada de novo aqui, porque o conteúdo não foi guardado. O provedor de identidade a envia outra vez.',
      outdated:
        'Não pode ser tentada de novo: uma solicitação mais nova já mudou isto, e a mais antiga desfaria a mudança.',
      inactive: 'Não pode ser tentada de novo enquanto a conexão não estiver ativa.',
    },
    toMember: 'Mostrar o membro',
    amongMembers: 'Procurar entre os membros',
    toRoleMapping: 'Mostrar mapeamento de papéis',
    toAudit: 'Mostrar na auditoria',
    was: 'Antes',
    becomes: 'Depois',
    shown: (count, more) =>
      `${count === 1 ? '1 solicitação' : `${count.toLocaleString('pt-BR')} solicitações`}${more ? ' nesta página, há mais antigas' : ''}`,
    milliseconds: (count) => `${count.toLocaleString('pt-BR', { maximumFractionDigits: 1 })} ms`,
    retryRefused: (detail) => `Recusada de novo: ${detail}`,
  },
};
