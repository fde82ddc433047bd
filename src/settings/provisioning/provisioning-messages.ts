import type { ConnectionState } from '@ruleforge/scim';
import type { Translated } from '../../web/language.js';

/** The words of *Settings → Identity → Provisioning*. */
export interface ProvisioningMessages {
  readonly title: string;
  readonly lead: string;
  readonly roleMapping: string;
  readonly states: Readonly<Record<Exclude<ConnectionState, 'removed'>, string>>;
  readonly none: string;
  readonly noneHint: string;
}

export const PROVISIONING_MESSAGES: Translated<ProvisioningMessages> = {
  en: {
    title: 'Provisioning',
    lead: 'Connections to identity providers, which decide who is in this organization and what they may do.',
    roleMapping: 'Role mapping',
    states: { draft: 'Draft', active: 'Active', paused: 'Paused' },
    none: 'No connection yet',
    noneHint: 'As long as no identity provider is connected, you manage members by hand.',
  },
  pt: {
    title: 'Provisionamento',
    lead: 'Conexões com provedores de identidade, que decidem quem faz parte desta organização e o que pode fazer.',
    roleMapping: 'Mapeamento de papéis',
    states: { draft: 'Rascunho', active: 'Ativa', paused: 'Pausada' },
    none: 'Nenhuma conexão ainda',
    noneHint: 'Enquanto nenhum provedor de identidade estiver conectado, os membros são gerenciados manualmente.',
  },
};
