import type { Translated } from '../../web/language.js';
import type { Cut } from './member-page.js';

/** What is said before access is cut. */
export interface CutMessages {
  readonly acts: Readonly<Record<Cut, CutWords>>;
  readonly consequences: string;
  readonly cancel: string;
  sessions: (count: number) => string;
  apiKeys: (count: number) => string;
  readonly invitations: string;
  readonly seat: string;
  readonly history: string;
}

interface CutWords {
  readonly button: string;
  title: (name: string) => string;
  readonly lead: string;
  managed: (connection: string) => string;
}

export const CUT_MESSAGES: Translated<CutMessages> = {
  en: {
    acts: {
      deactivate: {
        button: 'Deactivate',
        title: (name) => `Deactivate ${name}?`,
        lead: 'The member stays in the list, as deactivated, and can be let in again later.',
        managed: (connection) =>
          `${connection} manages this member. Unassign the person there as well: only ${connection} can let them in again.`,
      },
      remove: {
        button: 'Remove',
        title: (name) => `Remove ${name}?`,
        lead: 'The member leaves the list. To come back, the person needs a new invitation.',
        managed: (connection) =>
          `${connection} manages this member. Unassign the person there as well, or the next sync creates the member anew.`,
      },
    },
    consequences: 'At once:',
    cancel: 'Cancel',
    sessions: (count) => (count === 1 ? '1 open session ends.' : `${count} open sessions end.`),
    apiKeys: (count) => (count === 1 ? '1 API key is revoked for good.' : `${count} API keys are revoked for good.`),
    invitations: 'Pending invitations to the person’s addresses are withdrawn.',
    seat: 'The seat is free for somebody else.',
    history: 'What the person made stays, and so does the audit log.',
  },
  pt: {
    acts: {
      deactivate: {
        button: 'Desativar',
        title: (name) => `Desativar ${name}?`,
        lead: 'O membro continua na lista, como desativado, e pode ter o acesso liberado de novo mais tarde.',
        managed: (connection) =>
          `${connection} gerencia este membro. Retire a atribuição da pessoa lá também: só ${connection} pode liberar o acesso de novo.`,
      },
      remove: {
        button: 'Remover',
        title: (name) => `Remover ${name}?`,
        lead: 'O membro sai da lista. Para voltar, a pessoa precisa de um novo convite.',
        managed: (connection) =>
          `${connection} gerencia este membro. Retire a atribuição da pessoa lá também, ou a próxima sincronização criará o membro de novo.`,
      },
    },
    consequences: 'Imediatamente:',
    cancel: 'Voltar',
    sessions: (count) => (count === 1 ? '1 sessão aberta termina.' : `${count} sessões abertas terminam.`),
    apiKeys: (count) =>
      count === 1 ? '1 chave de API é revogada em definitivo.' : `${count} chaves de API são revogadas em definitivo.`,
    invitations: 'Convites pendentes para os endereços da pessoa são cancelados.',
    seat: 'O assento fica livre para outra pessoa.',
    history: 'O que a pessoa fez permanece, e a auditoria também.',
  },
};
