import { InvalidCredentials } from '../../../identity/identity-errors.js';
import { TooManyAttempts } from '../../../users/user-errors.js';
import type { Translated } from '../../language.js';

/** The field in which a proof comes along with a form that was held. */
export const CONFIRM_FIELD = 'confirmPassword';

/** Why the page is shown once more. */
export type ConfirmAlert = 'refused' | 'too-many';

/** The words of *Confirm it is you*. */
export interface ConfirmMessages {
  readonly title: string;
  readonly text: string;
  readonly held: string;
  readonly password: string;
  readonly submit: string;
  readonly cancel: string;
  readonly throughProvider: string;
  readonly lostForm: string;
  readonly alerts: Readonly<Record<ConfirmAlert, string>>;
  signedInAs: (who: string, organization: string) => string;
}

export const CONFIRM_MESSAGES: Translated<ConfirmMessages> = {
  en: {
    title: 'Confirm it is you',
    text: 'This page gives out secrets. Before it opens, show that it is still you at the keyboard.',
    held: 'What you entered is kept and sent as soon as you have confirmed.',
    password: 'Password',
    submit: 'Confirm',
    cancel: 'Cancel',
    throughProvider: 'Confirm with your identity provider',
    lostForm: 'You come back to the form; what you entered has to be entered once more.',
    alerts: {
      refused: 'This is not your password.',
      'too-many': 'Too many attempts. Wait a few minutes, then try again.',
    },
    signedInAs: (who, organization) => `You are signed in to ${organization} as ${who}.`,
  },
  pt: {
    title: 'Confirme que é você',
    text: 'Esta página mostra segredos. Antes de abri-la, mostre que ainda é você no teclado.',
    held: 'O que você preencheu fica guardado e é enviado assim que você confirmar.',
    password: 'Senha',
    submit: 'Confirmar',
    cancel: 'Cancelar',
    throughProvider: 'Confirmar pelo provedor de identidade',
    lostForm: 'Você voltará ao formulário e precisará preenchê-lo de novo.',
    alerts: {
      refused: 'Esta não é a sua senha.',
      'too-many': 'Tentativas demais. Espere alguns minutos e tente de novo.',
    },
    signedInAs: (who, organization) => `Você entrou em ${organization} como ${who}.`,
  },
};

/** What the page says to an error; nothing, when it is none of a proof's. */
export const findConfirmAlert = (error: unknown): ConfirmAlert | undefined =>
  error instanceof Error ? ALERTS.get(error.constructor) : undefined;

const ALERTS = new Map<unknown, ConfirmAlert>([
  [InvalidCredentials, 'refused'],
  [TooManyAttempts, 'too-many'],
]);
