import type { Translated } from '../language.js';

/** The words around every screen. */
export interface LayoutMessages {
  readonly skip: string;
  readonly home: string;
  readonly account: string;
  readonly signOut: string;
  readonly accountSettings: string;
  readonly organization: string;
  readonly switchOrganization: string;
  readonly needsSignIn: string;
  readonly signInElsewhere: string;
  readonly settings: string;
  readonly members: string;
  readonly identity: string;
  readonly provisioning: string;
  readonly providers: string;
  readonly apiKeys: string;
  readonly projects: string;
  readonly governance: string;
  readonly audit: string;
  signedInAs: (role: string, organization: string) => string;
}

export const LAYOUT_MESSAGES: Translated<LayoutMessages> = {
  en: {
    skip: 'Skip to content',
    home: 'RuleForge, start page',
    account: 'Account',
    signOut: 'Sign out',
    accountSettings: 'Your account',
    organization: 'Organization',
    switchOrganization: 'Switch organization',
    needsSignIn: 'Asks you to sign in',
    signInElsewhere: 'Sign in to another organization',
    settings: 'Settings',
    members: 'Members',
    identity: 'Identity',
    provisioning: 'Provisioning',
    providers: 'Providers',
    apiKeys: 'API keys',
    projects: 'Projects',
    governance: 'Governance',
    audit: 'Audit',
    signedInAs: (role, organization) => `${role} in ${organization}`,
  },
  pt: {
    skip: 'Ir para o conteúdo',
    home: 'RuleForge, página inicial',
    account: 'Conta',
    signOut: 'Sair',
    accountSettings: 'Sua conta',
    organization: 'Organização',
    switchOrganization: 'Trocar de organização',
    needsSignIn: 'Pede que você entre de novo',
    signInElsewhere: 'Entrar em outra organização',
    settings: 'Configurações',
    members: 'Membros',
    identity: 'Identidade',
    provisioning: 'Provisionamento',
    providers: 'Provedores',
    apiKeys: 'Chaves de API',
    projects: 'Projetos',
    governance: 'Governança',
    audit: 'Auditoria',
    signedInAs: (role, organization) => `${role} em ${organization}`,
  },
};
