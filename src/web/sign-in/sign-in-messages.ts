import type { Translated } from '../language.js';

/** The words of the sign-in page. */
export interface SignInMessages {
  readonly title: string;
  readonly email: string;
  readonly password: string;
  readonly submit: string;
  readonly note: string;
  readonly chooseOrganization: string;
  readonly alerts: Readonly<Record<SignInAlert, string>>;
}

/** Why the page is shown once more. One answer to everything that is wrong: it tells a stranger nothing. */
export type SignInAlert = 'refused' | 'too-many';

export const SIGN_IN_MESSAGES: Translated<SignInMessages> = {
  en: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    note: 'If your company manages your access, open RuleForge from your identity provider instead.',
    chooseOrganization: 'You belong to several organizations. Choose one, and enter your password once more.',
    alerts: {
      refused: 'E-mail and password do not match an account that can sign in here.',
      'too-many': 'Too many attempts. Wait a few minutes, then try again.',
    },
  },
  pt: {
    title: 'Entrar',
    email: 'E-mail',
    password: 'Senha',
    submit: 'Entrar',
    note: 'Se a sua empresa gerencia o seu acesso, abra o RuleForge pelo provedor de identidade dela.',
    chooseOrganization: 'Você pertence a várias organizações. Escolha uma e digite a senha mais uma vez.',
    alerts: {
      refused: 'E-mail e senha não correspondem a uma conta que possa entrar aqui.',
      'too-many': 'Tentativas demais. Espere alguns minutos e tente de novo.',
    },
  },
};
