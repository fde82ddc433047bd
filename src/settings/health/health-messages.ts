import type { Translated } from '../../web/language.js';

/** The words of *Health*. */
export interface HealthMessages {
  readonly title: string;
  readonly lead: string;
  readonly lastContact: string;
  readonly never: string;
  readonly silent: string;
  readonly requests: string;
  readonly lastDay: string;
  readonly errors: string;
  readonly cutTime: string;
  readonly cutTimeHint: string;
  readonly nobodyCut: string;
  readonly median: string;
  readonly users: string;
  readonly groups: string;
  readonly chart: string;
  readonly chartTable: string;
  readonly day: string;
  readonly created: string;
  readonly updated: string;
  readonly deactivated: string;
  readonly watch: string;
  readonly watchLead: string;
  readonly alertPeople: string;
  readonly alertPercent: string;
  readonly silentHours: string;
  readonly save: string;
  readonly saved: string;
  readonly invalid: string;
  silentFor: (hours: number) => string;
  number: (value: number) => string;
  duration: (milliseconds: number) => string;
  ofThem: (active: number) => string;
  slowest: (duration: string, people: number) => string;
  refusedAndFailed: (refused: number, failed: number) => string;
}

export const HEALTH_MESSAGES: Translated<HealthMessages> = {
  en: {
    title: 'Health',
    lead: 'Whether the directory is heard from, what came of its requests, and how fast access ends.',
    lastContact: 'Last contact',
    never: 'Never yet',
    silent: 'Silent',
    requests: 'Requests',
    lastDay: 'in the last 24 hours',
    errors: 'Errors',
    cutTime: 'From request to access cut',
    cutTimeHint: 'Of the people whom this connection offboarded in the last 30 days, a thousand at most.',
    nobodyCut: 'Nobody was offboarded in the last 30 days.',
    median: 'or less for half of the people (p50)',
    users: 'Users in sync',
    groups: 'Groups in sync',
    chart: 'Changes per day, last 14 days',
    chartTable: 'The numbers',
    day: 'Day',
    created: 'Created',
    updated: 'Updated',
    deactivated: 'Deactivated',
    watch: 'Alerts',
    watchLead:
      'A directory that deactivates many people within an hour is obeyed, and every Administrator is alerted. Both limits have to be reached.',
    alertPeople: 'People deactivated within an hour',
    alertPercent: 'Per cent of the people it manages',
    silentHours: 'Hours without a request until it counts as silent',
    save: 'Save',
    saved: 'Saved.',
    invalid: 'Give whole numbers: 2 people or more, 1 to 100 per cent, 1 to 8760 hours.',
    silentFor: (hours) => `No request for more than ${hours} h. Check at the provider whether provisioning still runs.`,
    number: (value) => value.toLocaleString('en'),
    duration: (ms) =>
      ms < 1_000
        ? `${Math.max(1, Math.round(ms)).toLocaleString('en')} ms`
        : `${(ms / 1_000).toLocaleString('en', { maximumFractionDigits: 1 })} s`,
    ofThem: (active) => `${active.toLocaleString('en')} active`,
    slowest: (duration, people) => `${duration} or less for 99 % (p99) of ${people.toLocaleString('en')}`,
    refusedAndFailed: (refused, failed) =>
      `${refused.toLocaleString('en')} refused · ${failed.toLocaleString('en')} failed`,
  },
  pt: {
    title: 'Saúde',
    lead: 'Se o diretório dá notícias, o que resultou de suas solicitações e com que rapidez o acesso termina.',
    lastContact: 'Último contato',
    never: 'Nunca até agora',
    silent: 'Silenciosa',
    requests: 'Solicitações',
    lastDay: 'nas últimas 24 horas',
    errors: 'Erros',
    cutTime: 'Da solicitação ao fim do acesso',
    cutTimeHint: 'Das pessoas que esta conexão desligou nos últimos 30 dias, no máximo mil.',
    nobodyCut: 'Ninguém foi desligado nos últimos 30 dias.',
    median: 'ou menos para metade das pessoas (p50)',
    users: 'Usuários sincronizados',
    groups: 'Grupos sincronizados',
    chart: 'Mudanças por dia, últimos 14 dias',
    chartTable: 'Os números',
    day: 'Dia',
    created: 'Criados',
    updated: 'Atualizados',
    deactivated: 'Desativados',
    watch: 'Alertas',
    watchLead:
      'Um diretório que desativa muitas pessoas em uma hora é obedecido, e todos os Administradores são alertados. Os dois limites precisam ser atingidos.',
    alertPeople: 'Pessoas desativadas em uma hora',
    alertPercent: 'Por cento das pessoas que gerencia',
    silentHours: 'Horas sem solicitação até contar como silenciosa',
    save: 'Salvar',
    saved: 'Salvo.',
    invalid: 'Informe números inteiros: 2 pessoas ou mais, de 1 a 100 por cento, de 1 a 8760 horas.',
    silentFor: (hours) =>
      `Nenhuma solicitação há mais de ${hours} h. Verifique no provedor se o provisionamento ainda está em execução.`,
    number: (value) => value.toLocaleString('pt-BR'),
    duration: (ms) =>
      ms < 1_000
        ? `${Math.max(1, Math.round(ms)).toLocaleString('pt-BR')} ms`
        : `${(ms / 1_000).toLocaleString('pt-BR', { maximumFractionDigits: 1 })} s`,
    ofThem: (active) => `${active.toLocaleString('pt-BR')} ativos`,
    slowest: (duration, people) => `${duration} ou menos para 99 % (p99) de ${people.toLocaleString('pt-BR')}`,
    refusedAndFailed: (refused, failed) =>
      `${refused.toLocaleString('pt-BR')} recusadas · ${failed.toLocaleString('pt-BR')} com falha`,
  },
};
