import type { ConnectionProvider } from '../../connections/connection-provider.js';
import type { Translated } from '../../web/language.js';
import { PROVIDER_GUIDES } from './provider-guide.js';

/** The words of the guided set-up. */
export interface SetupMessages {
  readonly newTitle: string;
  readonly newLead: string;
  readonly providers: Readonly<Record<ConnectionProvider, string>>;
  readonly name: string;
  readonly nameHint: string;
  readonly recovery: string;
  readonly recoveryHint: string;
  readonly recoveryNow: string;
  readonly nobody: string;
  readonly nobodyHint: string;
  readonly members: string;
  readonly create: string;
  readonly otherProvider: string;
  readonly title: string;
  readonly lead: (provider: string) => string;
  readonly enter: (provider: string) => string;
  readonly at: string;
  readonly noToken: string;
  readonly issueFirst: string;
  readonly issueAnother: string;
  readonly hasToken: (label: string) => string;
  readonly mapping: string;
  readonly mappingHint: string;
  readonly attribute: string;
  readonly source: string;
  readonly finish: (provider: string) => string;
  readonly traps: string;
  readonly next: string;
  readonly nextHint: string;
  readonly roleMapping: string;
  readonly firstToken: string;
}

const NAMES = Object.fromEntries(Object.entries(PROVIDER_GUIDES).map(([id, { name }]) => [id, name])) as Record<
  ConnectionProvider,
  string
>;

export const SETUP_MESSAGES: Translated<SetupMessages> = {
  en: {
    newTitle: 'Set up a connection',
    newLead: 'Choose the identity provider that shall decide who is in this organization.',
    providers: { ...NAMES, other: 'Another provider' },
    name: 'Name of the connection',
    nameHint: 'Members whom it brings are shown as synced by this name.',
    recovery: 'Recovery administrator',
    recoveryHint:
      'An Administrator who stands outside of the directory and keeps a password: no mistake at the provider can lock everybody out. The directory cannot see or change this person.',
    recoveryNow: 'is recovery administrator already',
    nobody: 'Nobody can be recovery administrator',
    nobodyHint:
      'Make somebody Administrator who has a password, is managed by hand, and is in no group of a directory.',
    members: 'Go to Members',
    create: 'Create draft and continue',
    otherProvider: 'Choose another provider',
    title: 'Set-up',
    lead: (provider) => `From here to the first person from ${provider}. You can leave this page and come back to it.`,
    enter: (provider) => `Enter these at ${provider}`,
    at: 'Where',
    noToken: 'The token is issued when you are ready to paste it. It is shown once.',
    issueFirst: 'Activate and issue the token',
    issueAnother: 'Issue another token',
    hasToken: (label) => `“${label}” has been issued. It cannot be shown again; if it is lost, issue another one.`,
    mapping: 'What to map',
    mappingHint: 'The defaults are mostly right; these are the ones that matter.',
    attribute: 'Attribute here',
    source: 'From the provider',
    finish: (provider) => `Switch it on at ${provider}`,
    traps: 'Good to know',
    next: 'Decide what groups mean',
    nextHint: 'People arrive with the default role. Map groups to roles before or after they arrive.',
    roleMapping: 'Role mapping',
    firstToken: 'First token',
  },
  pt: {
    newTitle: 'Configurar uma conexão',
    newLead: 'Escolha o provedor de identidade que decidirá quem faz parte desta organização.',
    providers: { ...NAMES, other: 'Outro provedor' },
    name: 'Nome da conexão',
    nameHint: 'Os membros que ela traz aparecem como sincronizados por este nome.',
    recovery: 'Administrador de recuperação',
    recoveryHint:
      'Um Administrador que fica fora do diretório e mantém uma senha: nenhum erro no provedor pode deixar todos de fora. O diretório não vê nem altera esta pessoa.',
    recoveryNow: 'já é administrador de recuperação',
    nobody: 'Ninguém pode ser administrador de recuperação',
    nobodyHint:
      'Torne Administrador alguém que tenha senha, seja gerenciado manualmente e não esteja em grupo de diretório.',
    members: 'Ir para Membros',
    create: 'Criar rascunho e continuar',
    otherProvider: 'Escolher outro provedor',
    title: 'Configuração guiada',
    lead: (provider) => `Daqui até a primeira pessoa vinda de ${provider}. Você pode sair desta página e voltar a ela.`,
    enter: (provider) => `Informe estes dados em ${provider}`,
    at: 'Onde',
    noToken: 'O token é emitido quando você estiver pronto para colá-lo. Ele é mostrado uma vez.',
    issueFirst: 'Ativar e emitir o token',
    issueAnother: 'Emitir outro token',
    hasToken: (label) => `“${label}” já foi emitido. Não pode ser mostrado de novo; se foi perdido, emita outro.`,
    mapping: 'O que mapear',
    mappingHint: 'Os padrões costumam estar certos; estes são os que importam.',
    attribute: 'Atributo aqui',
    source: 'Do provedor',
    finish: (provider) => `Ligue em ${provider}`,
    traps: 'Bom saber',
    next: 'Decida o que os grupos significam',
    nextHint: 'As pessoas chegam com o papel padrão. Mapeie grupos para papéis antes ou depois de eles chegarem.',
    roleMapping: 'Mapeamento de papéis',
    firstToken: 'Primeiro token',
  },
};
