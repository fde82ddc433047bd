import type { OffboardingKind } from '../../offboarding/offboarding.js';
import type { Translated } from '../../web/language.js';

/** The words of *Offboarding*. */
export interface OffboardingMessages {
  readonly title: string;
  readonly lead: string;
  readonly search: string;
  readonly searchHint: string;
  readonly kind: string;
  readonly kinds: Readonly<Record<'' | OffboardingKind, string>>;
  readonly apply: string;
  readonly export: string;
  readonly person: string;
  readonly by: string;
  readonly asked: string;
  readonly cut: string;
  readonly ended: string;
  readonly undone: string;
  readonly none: string;
  readonly noneHint: string;
  readonly nothingFits: string;
  shown: (count: number, more: boolean) => string;
  after: (milliseconds: number) => string;
  endings: (sessions: number, apiKeys: number, invitations: number) => string;
}

export const OFFBOARDING_MESSAGES: Translated<OffboardingMessages> = {
  en: {
    title: 'Offboarding',
    lead: 'Who lost access, who asked for it, and how long it took until access was cut. Kept as evidence; nothing here can be changed.',
    search: 'Person',
    searchHint: 'Beginning of a name or an e-mail',
    kind: 'What happened',
    kinds: { '': 'Anything', deactivated: 'Deactivated', removed: 'Removed' },
    apply: 'Filter',
    export: 'Export CSV',
    person: 'Person',
    by: 'Asked by',
    asked: 'Asked (UTC)',
    cut: 'Access cut',
    ended: 'What was ended',
    undone: 'Undone',
    none: 'Nobody was offboarded yet',
    noneHint:
      'Whenever somebody’s access ends, it is recorded here: when it was asked for, when it was cut and what ended with it.',
    nothingFits: 'Nobody matches',
    shown: (count, more) =>
      `${count === 1 ? '1 person' : `${count.toLocaleString('en')} people`}${more ? ' shown, there are older ones' : ''}`,
    after: (ms) =>
      ms < 1_000
        ? `after ${Math.max(1, Math.round(ms))} ms`
        : `after ${(ms / 1_000).toLocaleString('en', { maximumFractionDigits: 1 })} s`,
    endings: (sessions, apiKeys, invitations) =>
      [
        ...(sessions > 0 ? [`${sessions} session${sessions === 1 ? '' : 's'}`] : []),
        ...(apiKeys > 0 ? [`${apiKeys} API key${apiKeys === 1 ? '' : 's'}`] : []),
        ...(invitations > 0 ? [`${invitations} invitation${invitations === 1 ? '' : 's'}`] : []),
      ].join(', ') || 'Nothing was open',
  },
  pt: {
    title: 'Desligamentos',
    lead: 'Quem perdeu o acesso, quem pediu e quanto tempo levou até o acesso acabar. Guardado como evidência; nada aqui pode ser alterado.',
    search: 'Pessoa',
    searchHint: 'Início de um nome ou e-mail',
    kind: 'O que aconteceu',
    kinds: { '': 'Tudo', deactivated: 'Desativação', removed: 'Remoção' },
    apply: 'Filtrar',
    export: 'Exportar CSV',
    person: 'Pessoa',
    by: 'Pedido por',
    asked: 'Pedido (UTC)',
    cut: 'Fim do acesso',
    ended: 'O que foi encerrado',
    undone: 'Desfeito',
    none: 'Ninguém foi desligado ainda',
    noneHint:
      'Sempre que o acesso de alguém termina, fica registrado aqui quando foi pedido, quando acabou e o que foi encerrado.',
    nothingFits: 'Ninguém corresponde',
    shown: (count, more) =>
      `${count === 1 ? '1 pessoa' : `${count.toLocaleString('pt-BR')} pessoas`}${more ? ' nesta página, há mais antigas' : ''}`,
    after: (ms) =>
      ms < 1_000
        ? `após ${Math.max(1, Math.round(ms))} ms`
        : `após ${(ms / 1_000).toLocaleString('pt-BR', { maximumFractionDigits: 1 })} s`,
    endings: (sessions, apiKeys, invitations) =>
      [
        ...(sessions > 0 ? [`${sessions} ${sessions === 1 ? 'sessão' : 'sessões'}`] : []),
        ...(apiKeys > 0 ? [`${apiKeys} ${apiKeys === 1 ? 'chave' : 'chaves'} de API`] : []),
        ...(invitations > 0 ? [`${invitations} convite${invitations === 1 ? '' : 's'}`] : []),
      ].join(', ') || 'Nada estava aberto',
  },
};
