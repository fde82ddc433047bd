import type { ConnectionState } from '@ruleforge/scim';
import type { CredentialWarning } from '../../connections/credential-warnings.service.js';
import type { Translated } from '../../web/language.js';

/** The words of *Settings → Identity → Provisioning*. */
export interface ProvisioningMessages {
  readonly title: string;
  readonly lead: string;
  readonly setUp: string;
  readonly credentials: string;
  readonly roleMapping: string;
  readonly settings: string;
  readonly states: Readonly<Record<Exclude<ConnectionState, 'removed'>, string>>;
  readonly none: string;
  readonly noneHint: string;
  readonly removed: string;
  readonly keeping: string;
  readonly keepingHint: string;
  readonly decide: string;
  readonly warnings: string;
  /** Before a date. */
  readonly kinds: Readonly<Record<CredentialWarning['kind'], string>>;
  setUpOne: (state: ConnectionState) => string;
}

export const PROVISIONING_MESSAGES: Translated<ProvisioningMessages> = {
  en: {
    title: 'Provisioning',
    lead: 'Connections to identity providers, which decide who is in this organization and what they may do.',
    setUp: 'Set up a connection',
    credentials: 'Credentials',
    roleMapping: 'Role mapping',
    settings: 'Settings',
    states: { draft: 'Draft', active: 'Active', paused: 'Paused' },
    none: 'No connection yet',
    noneHint: 'As long as no identity provider is connected, you manage members by hand.',
    removed: 'Done. What happened stands in the audit log.',
    keeping: 'Removed, with people who wait',
    keepingHint: 'Their members are locked until another connection takes them over. You can decide otherwise.',
    decide: 'Decide',
    warnings: 'Credentials to see to',
    kinds: {
      expires: 'expires on',
      expired: 'let nobody in since',
      'still-used': 'was replaced and is still used; it ends on',
    },
    setUpOne: (state) => (state === 'draft' ? 'Continue set-up' : 'Set-up'),
  },
  pt: {
    title: 'Provisionamento',
    lead: 'Conexões com provedores de identidade, que decidem quem faz parte desta organização e o que pode fazer.',
    setUp: 'Configurar uma conexão',
    credentials: 'Credenciais',
    roleMapping: 'Mapeamento de papéis',
    settings: 'Ajustes',
    states: { draft: 'Rascunho', active: 'Ativa', paused: 'Pausada' },
    none: 'Nenhuma conexão ainda',
    noneHint: 'Enquanto nenhum provedor de identidade estiver conectado, os membros são gerenciados manualmente.',
    removed: 'Feito. O que aconteceu está no registro de auditoria.',
    keeping: 'Removidas, com pessoas que esperam',
    keepingHint: 'Os membros ficam bloqueados até outra conexão assumi-los. Você pode decidir diferente.',
    decide: 'Decidir',
    warnings: 'Credenciais que pedem atenção',
    kinds: {
      expires: 'expira em',
      expired: 'não vale mais desde',
      'still-used': 'foi substituída e ainda é usada; termina em',
    },
    setUpOne: (state) => (state === 'draft' ? 'Continuar configuração' : 'Configuração guiada'),
  },
};
