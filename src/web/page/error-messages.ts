import type { Translated } from '../language.js';

/** What an error page says. */
export interface ErrorMessages {
  readonly notFound: Refusal;
  readonly forbidden: Refusal;
  readonly failure: Refusal;
  readonly badRequest: Refusal;
  readonly busy: Refusal;
  readonly away: Refusal;
  readonly back: string;
  readonly requestId: string;
}

export interface Refusal {
  readonly title: string;
  readonly text: string;
}

export const ERROR_MESSAGES: Translated<ErrorMessages> = {
  en: {
    notFound: {
      title: 'Page not found',
      text: 'There is no such page, or it belongs to another organization. Check which organization you are signed in to.',
    },
    forbidden: {
      title: 'Not allowed',
      text: 'Your role does not include this, or the request came from another site. If you need it, ask an administrator of your organization.',
    },
    badRequest: {
      title: 'That did not work',
      text: 'The request could not be understood. Go back, reload the page and try again.',
    },
    busy: {
      title: 'Too many requests',
      text: 'Wait a moment, then try again.',
    },
    away: {
      title: 'Not just now',
      text: 'RuleForge cannot answer at the moment. Nothing was changed; try again in a moment.',
    },
    failure: {
      title: 'Something went wrong',
      text: 'The fault is ours and has been recorded. Try again in a moment; if it stays, send us the request id below.',
    },
    back: 'Back to the start page',
    requestId: 'Request id',
  },
  pt: {
    notFound: {
      title: 'Página não encontrada',
      text: 'Esta página não existe ou pertence a outra organização. Verifique em qual organização você entrou.',
    },
    forbidden: {
      title: 'Não permitido',
      text: 'Seu papel não inclui isto, ou a solicitação veio de outro site. Se precisar, fale com um administrador da sua organização.',
    },
    badRequest: {
      title: 'Não funcionou',
      text: 'A solicitação não pôde ser entendida. Volte, recarregue a página e tente de novo.',
    },
    busy: {
      title: 'Solicitações demais',
      text: 'Espere um momento e tente de novo.',
    },
    away: {
      title: 'Agora não',
      text: 'O RuleForge não consegue responder no momento. Nada foi alterado; tente de novo daqui a pouco.',
    },
    failure: {
      title: 'Algo deu errado',
      text: 'A falha é nossa e foi registrada. Tente de novo daqui a pouco; se continuar, envie-nos o id da solicitação abaixo.',
    },
    back: 'Voltar à página inicial',
    requestId: 'Id da solicitação',
  },
};
