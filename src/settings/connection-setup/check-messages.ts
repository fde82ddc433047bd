import type { Translated } from '../../web/language.js';

/** The words of the live check. */
export interface CheckMessages {
  readonly title: string;
  readonly waiting: string;
  readonly waitingHint: string;
  readonly refresh: string;
  readonly request: string;
  readonly lastRequest: string;
  readonly noRequest: string;
  readonly justNow: string;
  readonly person: string;
  readonly noPerson: string;
  readonly group: string;
  readonly noGroup: string;
  readonly draft: string;
  readonly paused: string;
  readonly wrongToken: string;
  readonly wrongTokenHint: string;
  readonly refused: string;
  readonly members: string;
  readonly allArrived: string;
  first: (name: string, total: string) => string;
  from: (client: string) => string;
}

export const CHECK_MESSAGES: Translated<CheckMessages> = {
  en: {
    title: 'Live check',
    waiting: 'Waiting for the first request',
    waitingHint: 'Test the connection at the provider. This updates by itself.',
    refresh: 'Look again',
    request: 'First request',
    lastRequest: 'Last request',
    noRequest: 'Nothing has arrived yet.',
    justNow: 'Just now',
    person: 'First person',
    noPerson: 'Nobody has arrived yet. Assign one person at the provider.',
    group: 'First group',
    noGroup: 'No group has arrived yet. Send one if groups shall decide roles.',
    draft: 'The connection is still a draft: it takes no requests before its token is issued.',
    paused: 'The connection is paused: the directory is told to come back later.',
    wrongToken: 'A request came with a wrong token, or with none.',
    wrongTokenHint: 'Enter the token of this connection at the provider once more, or issue another one.',
    refused: 'The last request was refused.',
    members: 'See the members',
    allArrived: 'The directory is connected.',
    first: (name, total) => (total === '1' ? name : `${name}, and ${total} in all`),
    from: (client) => `from ${client}`,
  },
  pt: {
    title: 'Verificação ao vivo',
    waiting: 'Esperando a primeira solicitação',
    waitingHint: 'Teste a conexão no provedor. Isto se atualiza sozinho.',
    refresh: 'Olhar de novo',
    request: 'Primeira solicitação',
    lastRequest: 'Última solicitação',
    noRequest: 'Nada chegou ainda.',
    justNow: 'Agora mesmo',
    person: 'Primeira pessoa',
    noPerson: 'Ninguém chegou ainda. Atribua uma pessoa no provedor.',
    group: 'Primeiro grupo',
    noGroup: 'Nenhum grupo chegou ainda. Envie um se os grupos decidirem papéis.',
    draft: 'A conexão ainda é um rascunho: não aceita solicitações antes de o token ser emitido.',
    paused: 'A conexão está pausada: o diretório é avisado para voltar mais tarde.',
    wrongToken: 'Chegou uma solicitação com o token errado, ou sem token.',
    wrongTokenHint: 'Informe de novo o token desta conexão no provedor, ou emita outro.',
    refused: 'A última solicitação foi recusada.',
    members: 'Ver os membros',
    allArrived: 'O diretório está conectado.',
    first: (name, total) => (total === '1' ? name : `${name}, e ${total} ao todo`),
    from: (client) => `de ${client}`,
  },
};
