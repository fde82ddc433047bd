import type { ConnectionState } from '@ruleforge/scim';
import type { Translated } from '../../web/language.js';
import type { ConnectionAlert } from './connection-alert.js';

/** The words around the screens by which a connection is set up and changed. */
export interface ConnectionPageMessages {
  readonly states: Readonly<Record<ConnectionState, string>>;
  readonly alerts: Readonly<Record<ConnectionAlert, string>>;
  readonly copy: string;
  readonly copied: string;
  readonly once: string;
}

export const CONNECTION_PAGE_MESSAGES: Translated<ConnectionPageMessages> = {
  en: {
    states: { draft: 'Draft', active: 'Active', paused: 'Paused', removed: 'Removed' },
    alerts: {
      outdated: 'Nothing was done: something has changed since this page was shown. This is how it stands now.',
      gone: 'Nothing was done: this credential has ended, or was already replaced. This is how it stands now.',
      tokenLimit: 'This connection has five live tokens, which is the most. Revoke one that is not used any more.',
      clientLimit: 'This connection has five OAuth clients, which is the most. Revoke one that is not used any more.',
      keys: 'These are no public keys that we can use. Paste a JWK Set, {"keys": […]}, of RSA keys with 2048 bits or more, or P-256, P-384 or Ed25519 keys, without their private parts.',
      noRecovery: 'Name a recovery administrator first: one active Administrator whom no directory manages.',
      cannotStandOutside:
        'Choose an active Administrator who has a password, is managed by hand, and is in no group of a directory.',
      lastAdministrator:
        'Nothing was done: no active Administrator would be left. Make another member Administrator first.',
      settled: 'Nothing was done: this connection keeps nobody any more.',
      unnamed: 'Give it a name.',
      unconfirmed: 'Nothing was done: type the name of the connection exactly as it is shown.',
    },
    copy: 'Copy',
    copied: 'Copied',
    once: 'Shown this once. Copy it now: nobody can show it again, neither you nor we.',
  },
  pt: {
    states: { draft: 'Rascunho', active: 'Ativa', paused: 'Pausada', removed: 'Removida' },
    alerts: {
      outdated: 'Nada foi feito: algo mudou desde que esta página foi mostrada. Esta é a situação atual.',
      gone: 'Nada foi feito: esta credencial terminou ou já foi substituída. Esta é a situação atual.',
      tokenLimit: 'Esta conexão tem cinco tokens válidos, o máximo. Revogue um que não seja mais usado.',
      clientLimit: 'Esta conexão tem cinco clientes OAuth, o máximo. Revogue um que não seja mais usado.',
      keys: 'Estas não são chaves públicas que possamos usar. Cole um JWK Set, {"keys": […]}, com chaves RSA de 2048 bits ou mais, P-256, P-384 ou Ed25519, sem as partes privadas.',
      noRecovery:
        'Indique primeiro um administrador de recuperação: um Administrador ativo que nenhum diretório gerencia.',
      cannotStandOutside:
        'Escolha um Administrador ativo que tenha senha, seja gerenciado manualmente e não esteja em grupo de diretório.',
      lastAdministrator:
        'Nada foi feito: não restaria nenhum Administrador ativo. Torne outro membro Administrador primeiro.',
      settled: 'Nada foi feito: esta conexão não mantém mais ninguém.',
      unnamed: 'Dê um nome.',
      unconfirmed: 'Nada foi feito: digite o nome da conexão exatamente como aparece.',
    },
    copy: 'Copiar',
    copied: 'Copiado',
    once: 'Mostrado só desta vez. Copie agora: ninguém pode mostrá-lo de novo, nem você nem nós.',
  },
};
