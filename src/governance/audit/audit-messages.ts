import type { Actor } from '../../audit/actor.js';
import type { Translated } from '../../web/language.js';
import type { Entity, Period } from './audit-query.js';

/** The words of *Governance → Audit*. */
export interface AuditMessages {
  readonly title: string;
  readonly lead: string;
  readonly search: string;
  readonly searchHint: string;
  readonly entity: string;
  readonly anyEntity: string;
  readonly entities: Readonly<Record<Entity, string>>;
  readonly period: string;
  readonly anyPeriod: string;
  readonly periods: Readonly<Record<Period, string>>;
  readonly from: string;
  readonly to: string;
  readonly apply: string;
  readonly export: string;
  readonly tookTooLong: string;
  readonly nothing: string;
  readonly nothingHint: string;
  readonly showAll: string;
  readonly pages: string;
  readonly newest: string;
  readonly older: string;
  readonly by: string;
  readonly at: string;
  readonly action: string;
  readonly subject: string;
  readonly actor: string;
  readonly requestId: string;
  readonly before: string;
  readonly after: string;
  readonly actors: Readonly<Record<Actor['kind'], string>>;
  /** Before the moment of the oldest entry that was looked at. */
  readonly lookedTo: string;
  readonly lookFurther: string;
  /** How many are on the page, as long as looking goes on. */
  soFar: (count: number) => string;
  /** How many are on the page; `more` when there are older ones. */
  shown: (count: number, more: boolean) => string;
}

export const AUDIT_MESSAGES: Translated<AuditMessages> = {
  en: {
    title: 'Audit',
    lead: 'Who did what in this organization, the newest first. Times are in UTC.',
    search: 'Search',
    searchHint: 'Who, what or whom',
    entity: 'Entity type',
    anyEntity: 'Any type',
    entities: {
      project: 'Project',
      version: 'Version',
      review: 'Review',
      case: 'Case',
      integration: 'Integration',
      member: 'Member',
      group: 'Group',
      connection: 'Connection',
    },
    period: 'Period',
    anyPeriod: 'Any time',
    periods: { hour: 'Last hour', day: 'Last day', week: 'Last week', month: 'Last month', custom: 'Custom range' },
    from: 'From (UTC)',
    to: 'Until (UTC)',
    apply: 'Search',
    export: 'Export what the filters select:',
    tookTooLong: 'This search takes too long. Choose a shorter period, or other words.',
    nothing: 'Nothing matches',
    nothingHint: 'Try the beginning of a name or of an action, another type, or a longer period.',
    showAll: 'Show everything',
    pages: 'Pages',
    newest: 'Newest',
    older: 'Older',
    by: 'by',
    at: 'Time',
    action: 'Action',
    subject: 'Subject',
    actor: 'Actor',
    requestId: 'Request id',
    before: 'Before',
    after: 'After',
    actors: { member: 'Member', connection: 'Directory', operator: 'Operator', system: 'System' },
    lookedTo: 'Looked back to',
    lookFurther: 'Look further back',
    soFar: (count) => (count === 1 ? '1 entry so far' : `${count.toLocaleString('en')} entries so far`),
    shown: (count, more) => {
      const entries = count === 1 ? '1 entry' : `${count.toLocaleString('en')} entries`;
      return more ? `${entries} shown, there are older ones` : entries;
    },
  },
  pt: {
    title: 'Auditoria',
    lead: 'Quem fez o quê nesta organização, do mais novo ao mais antigo. Os horários estão em UTC.',
    search: 'Buscar',
    searchHint: 'Quem, o quê ou em quem',
    entity: 'Tipo de entidade',
    anyEntity: 'Todos',
    entities: {
      project: 'Projeto',
      version: 'Versão',
      review: 'Revisão',
      case: 'Caso',
      integration: 'Integração',
      member: 'Membro',
      group: 'Grupo',
      connection: 'Conexão',
    },
    period: 'Período',
    anyPeriod: 'Todos',
    periods: {
      hour: 'Última hora',
      day: 'Último dia',
      week: 'Última semana',
      month: 'Último mês',
      custom: 'Intervalo próprio',
    },
    from: 'De (UTC)',
    to: 'Até (UTC)',
    apply: 'Buscar',
    export: 'Exportar o que os filtros selecionam:',
    tookTooLong: 'Esta busca demora demais. Escolha um período menor ou outras palavras.',
    nothing: 'Nada corresponde',
    nothingHint: 'Tente o começo de um nome ou de uma ação, outro tipo ou um período maior.',
    showAll: 'Mostrar tudo',
    pages: 'Páginas',
    newest: 'Mais novos',
    older: 'Mais antigos',
    by: 'por',
    at: 'Horário',
    action: 'Ação',
    subject: 'Objeto',
    actor: 'Autor',
    requestId: 'Id da solicitação',
    before: 'Antes',
    after: 'Depois',
    actors: { member: 'Membro', connection: 'Diretório', operator: 'Operador', system: 'Sistema' },
    lookedTo: 'Procurado até',
    lookFurther: 'Procurar mais para trás',
    soFar: (count) => (count === 1 ? '1 registro até agora' : `${count.toLocaleString('pt-BR')} registros até agora`),
    shown: (count, more) => {
      const entries = count === 1 ? '1 registro' : `${count.toLocaleString('pt-BR')} registros`;
      return more ? `${entries} nesta página, há mais antigos` : entries;
    },
  },
};
