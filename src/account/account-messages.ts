import type { Translated } from '../web/language.js';
import type { Done, PasswordAlert, SessionAlert } from './account-page.js';

/** The words of *Account*. */
export interface AccountMessages {
  readonly title: string;
  readonly lead: string;
  readonly profile: string;
  readonly name: string;
  readonly email: string;
  readonly noEmail: string;
  readonly role: string;
  readonly byAdministrator: string;
  readonly language: string;
  readonly languageHint: string;
  readonly save: string;
  readonly password: string;
  readonly currentPassword: string;
  readonly newPassword: string;
  readonly newPasswordHint: string;
  readonly repeatPassword: string;
  readonly changePassword: string;
  readonly passwordEffect: string;
  readonly noPassword: string;
  readonly sessions: string;
  readonly device: string;
  readonly address: string;
  readonly opened: string;
  readonly lastSeen: string;
  readonly toDo: string;
  readonly thisDevice: string;
  readonly unknownDevice: string;
  readonly unknownAddress: string;
  readonly end: string;
  readonly signOutEverywhere: string;
  readonly everywhereByPassword: string;
  readonly passwordAlerts: Readonly<Record<PasswordAlert, string>>;
  readonly sessionAlerts: Readonly<Record<SessionAlert, string>>;
  readonly done: Readonly<Record<Done, string>>;
  readonly openedBy: Readonly<Record<'password' | 'oidc', string>>;
  managedBy: (manager: string) => string;
  passwordManagedBy: (manager: string) => string;
  sessionsHint: (organization: string) => string;
  everywhereByProvider: (organization: string) => string;
  on: (browser: string, system: string) => string;
}

export const ACCOUNT_MESSAGES: Translated<AccountMessages> = {
  en: {
    title: 'Account',
    lead: 'What is yours alone: language, password, and where you are signed in.',
    profile: 'Profile',
    name: 'Name',
    email: 'E-mail',
    noEmail: 'No e-mail',
    role: 'Role',
    byAdministrator: 'Name and e-mail are kept by the administrators of your organization.',
    language: 'Language',
    languageHint: 'For every screen and every mail, in all your organizations.',
    save: 'Save',
    password: 'Password',
    currentPassword: 'Current password',
    newPassword: 'New password',
    newPasswordHint: 'At least 10 characters. A sentence is easier to remember than signs.',
    repeatPassword: 'New password, once more',
    changePassword: 'Change password',
    passwordEffect: 'All your other sessions end when the password changes.',
    noPassword: 'You do not sign in to this organization by a password.',
    sessions: 'Sessions',
    device: 'Device',
    address: 'Address',
    opened: 'Opened',
    lastSeen: 'Last seen',
    toDo: 'What to do',
    thisDevice: 'This device',
    unknownDevice: 'Unknown browser',
    unknownAddress: 'Unknown',
    end: 'End',
    signOutEverywhere: 'Sign out everywhere',
    everywhereByPassword:
      'Ends every session here, this one included, and those that your password opened in other organizations.',
    passwordAlerts: {
      wrong: 'The current password is not right. Nothing was changed.',
      'too-many': 'Too many attempts. Wait a few minutes, then try again.',
      unacceptable: 'The new password needs from 10 to 256 characters.',
      different: 'The new passwords differ. Enter the same one twice.',
      managed: 'Your identity provider manages how you sign in. Change your password there.',
    },
    sessionAlerts: { gone: 'This session was over already.' },
    done: {
      language: 'Language changed.',
      password: 'Password changed. All your other sessions have ended.',
      session: 'The session has ended.',
    },
    openedBy: { password: 'by password', oidc: 'by identity provider' },
    managedBy: (manager) => `Name, e-mail and sign-in come from ${manager}. Change them there.`,
    passwordManagedBy: (manager) => `You sign in through ${manager}: your password is kept and changed there.`,
    sessionsHint: (organization) => `Where you are signed in to ${organization}. End what you do not recognize.`,
    everywhereByProvider: (organization) => `Ends every session in ${organization}, this one included.`,
    on: (browser, system) => `${browser} on ${system}`,
  },
  pt: {
    title: 'Conta',
    lead: 'O que é só seu: idioma, senha e onde você está conectado.',
    profile: 'Perfil',
    name: 'Nome',
    email: 'E-mail',
    noEmail: 'Sem e-mail',
    role: 'Papel',
    byAdministrator: 'Nome e e-mail são mantidos pelos administradores da sua organização.',
    language: 'Idioma',
    languageHint: 'Para todas as telas e todos os e-mails, em todas as suas organizações.',
    save: 'Salvar',
    password: 'Senha',
    currentPassword: 'Senha atual',
    newPassword: 'Nova senha',
    newPasswordHint: 'Pelo menos 10 caracteres. Uma frase é mais fácil de lembrar do que símbolos.',
    repeatPassword: 'Nova senha, mais uma vez',
    changePassword: 'Alterar senha',
    passwordEffect: 'Todas as suas outras sessões terminam quando a senha muda.',
    noPassword: 'Você não entra nesta organização por senha.',
    sessions: 'Sessões',
    device: 'Dispositivo',
    address: 'Endereço',
    opened: 'Aberta em',
    lastSeen: 'Vista por último',
    toDo: 'O que fazer',
    thisDevice: 'Este dispositivo',
    unknownDevice: 'Navegador desconhecido',
    unknownAddress: 'Desconhecido',
    end: 'Encerrar',
    signOutEverywhere: 'Sair de todos os lugares',
    everywhereByPassword:
      'Encerra todas as sessões daqui, inclusive esta, e as que a sua senha abriu em outras organizações.',
    passwordAlerts: {
      wrong: 'A senha atual não está certa. Nada foi alterado.',
      'too-many': 'Tentativas demais. Espere alguns minutos e tente de novo.',
      unacceptable: 'A nova senha precisa ter de 10 a 256 caracteres.',
      different: 'As novas senhas são diferentes. Digite a mesma duas vezes.',
      managed: 'O provedor de identidade gerencia como você entra. Altere a senha lá.',
    },
    sessionAlerts: { gone: 'Esta sessão já tinha terminado.' },
    done: {
      language: 'Idioma alterado.',
      password: 'Senha alterada. Todas as suas outras sessões terminaram.',
      session: 'A sessão terminou.',
    },
    openedBy: { password: 'por senha', oidc: 'pelo provedor de identidade' },
    managedBy: (manager) => `Nome, e-mail e acesso vêm de ${manager}. Altere-os lá.`,
    passwordManagedBy: (manager) => `Você entra por ${manager}: a sua senha é mantida e alterada lá.`,
    sessionsHint: (organization) => `Onde você está conectado em ${organization}. Encerre o que não reconhecer.`,
    everywhereByProvider: (organization) => `Encerra todas as sessões em ${organization}, inclusive esta.`,
    on: (browser, system) => `${browser} em ${system}`,
  },
};
