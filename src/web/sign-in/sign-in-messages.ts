import type { Translated } from '../language.js';

/** The words of the sign-in page. */
export interface SignInMessages {
  readonly title: string;
  readonly email: string;
  readonly password: string;
  readonly submit: string;
  readonly note: string;
  readonly chooseOrganization: string;
  readonly passwordHint: string;
  readonly enterPassword: string;
  readonly chooseDoor: string;
  readonly orPassword: string;
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
    note: 'Your company manages your access? Then open RuleForge from its portal, or enter your work e-mail alone.',
    passwordHint: 'Leave it empty if your company signs you in.',
    enterPassword:
      'No company signs this address in. Enter your password. If you have none, ask your company to assign you to RuleForge.',
    chooseDoor: 'Several organizations sign you in. Choose one:',
    orPassword: 'Or enter by password:',
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
    note: 'A sua empresa gerencia o seu acesso? Abra o RuleForge pelo portal dela ou informe só o e-mail de trabalho.',
    passwordHint: 'Deixe em branco se a sua empresa faz a sua entrada.',
    enterPassword:
      'Nenhuma empresa faz a entrada deste endereço. Digite a sua senha. Se não tiver uma, peça que a sua empresa atribua você ao RuleForge.',
    chooseDoor: 'Várias organizações fazem a sua entrada. Escolha uma:',
    orPassword: 'Ou entre com senha:',
    chooseOrganization: 'Você pertence a várias organizações. Escolha uma e digite a senha mais uma vez.',
    alerts: {
      refused: 'E-mail e senha não correspondem a uma conta que possa entrar aqui.',
      'too-many': 'Tentativas demais. Espere alguns minutos e tente de novo.',
    },
  },
};
