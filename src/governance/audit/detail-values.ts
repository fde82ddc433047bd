import { type Language, LANGUAGE_NAMES, type Translated } from '../../web/language.js';
import { sayMoment } from '../../web/layout/moment.js';
import { isRole, ROLE_NAMES } from '../../web/role-names.js';

/**
 * A value in words, where it is one that only programs use. What it means depends on whose value it is; what people or
 * other systems wrote is left as it is.
 */
export function sayValue(value: string, name: string, language: Language): string {
  if (ROLES_OF.has(name) && isRole(value)) return ROLE_NAMES[language][value];
  if (name === 'language') return new Map<string, string>(Object.entries(LANGUAGE_NAMES)).get(value) ?? value;
  if (MOMENT.test(value)) return sayMoment(new Date(value), language);
  return VALUES.get(name)?.get(value)?.[language] ?? value;
}

/** How a mapping names its group. */
export const sayGroup = (by: string, value: string, language: Language): string =>
  GROUPS.get(by)?.[language](value) ?? value;

/** Yes or no. */
export const sayTruth = (truth: boolean, language: Language): string => TRUTHS[language][truth ? 'yes' : 'no'];

const ROLES_OF = new Set(['role', 'defaultRole']);

const TRUTHS: Translated<Readonly<Record<'yes' | 'no', string>>> = {
  en: { yes: 'yes', no: 'no' },
  pt: { yes: 'sim', no: 'não' },
};

const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const GROUPS = new Map<string, Translated<(value: string) => string>>([
  ['id', { en: (id) => `group ${id}`, pt: (id) => `grupo ${id}` }],
  ['name', { en: (name) => `group named ${name}`, pt: (name) => `grupo de nome ${name}` }],
  ['externalId', { en: (id) => `group with externalId ${id}`, pt: (id) => `grupo de externalId ${id}` }],
]);

const PASSWORD = { en: 'password', pt: 'senha' };
const PROVIDER = { en: 'identity provider', pt: 'provedor de identidade' };

const VALUES = new Map<string, ReadonlyMap<string, Translated<string>>>([
  ['access', words({ read: ['read only', 'somente leitura'], write: ['read and write', 'leitura e escrita'] })],
  [
    'by',
    new Map([
      ['password', PASSWORD],
      ['oidc', PROVIDER],
      ['identity_provider', PROVIDER],
    ]),
  ],
  [
    'kind',
    words({
      webhook: ['webhook', 'webhook'],
      stream: ['event stream', 'fluxo de eventos'],
      deactivated: ['deactivated', 'desativados'],
      removed: ['removed', 'removidos'],
    }),
  ],
  ['matchedBy', words({ email: ['e-mail', 'e-mail'], externalId: ['externalId', 'externalId'] })],
  [
    'members',
    words({
      keep: ['kept, locked', 'mantidos, bloqueados'],
      unmanage: ['managed by hand', 'gerenciados manualmente'],
      deactivate: ['deactivated', 'desativados'],
    }),
  ],
  [
    'method',
    words({
      client_secret: ['client secret', 'segredo do cliente'],
      private_key_jwt: ['signed with a private key', 'assinatura com chave privada'],
    }),
  ],
  [
    'period',
    words({
      hour: ['last hour', 'última hora'],
      day: ['last day', 'último dia'],
      week: ['last week', 'última semana'],
      month: ['last month', 'último mês'],
      custom: ['custom range', 'intervalo próprio'],
    }),
  ],
  [
    'entity',
    words({
      project: ['project', 'projeto'],
      version: ['version', 'versão'],
      review: ['review', 'revisão'],
      case: ['case', 'caso'],
      integration: ['integration', 'integração'],
      member: ['member', 'membro'],
      group: ['group', 'grupo'],
      connection: ['connection', 'conexão'],
    }),
  ],
  [
    'reason',
    words({
      manual: ['set by hand', 'definido manualmente'],
      group: ['from a directory group', 'de um grupo do diretório'],
      default: ['default role', 'papel padrão'],
      undo: ['mass deactivation undone', 'desativação em massa desfeita'],
      connection_removed: ['connection removed', 'conexão removida'],
      'group deleted': ['group deleted', 'grupo excluído'],
      signed_out_everywhere: ['signed out everywhere', 'saiu de todos os lugares'],
      password_changed: ['password changed', 'senha alterada'],
      unknown: ['nobody here has this identity', 'ninguém aqui tem esta identidade'],
      emailUnverified: ['address not verified', 'endereço não verificado'],
      foreignDomain: ['address of another domain', 'endereço de outro domínio'],
      ambiguous: ['several members have the address', 'vários membros têm o endereço'],
      taken: ['member is somebody else at the provider', 'o membro é outra pessoa no provedor'],
      recovery: ['recovery administrators enter by password', 'administradores de recuperação entram com senha'],
      notProvisioned: ['not provisioned', 'não provisionado'],
      deactivated: ['deactivated', 'desativado'],
    }),
  ],
  [
    'state',
    words({
      draft: ['draft', 'rascunho'],
      validated: ['validated', 'validado'],
      active: ['active', 'ativo'],
      paused: ['paused', 'pausado'],
      disabled: ['disabled', 'desabilitado'],
      removed: ['removed', 'removido'],
    }),
  ],
  [
    'types',
    words({
      'member.created': ['member created', 'membro criado'],
      'member.updated': ['member updated', 'membro atualizado'],
      'member.activated': ['member activated', 'membro ativado'],
      'member.deactivated': ['member deactivated', 'membro desativado'],
      'member.sessions_ended': ['sessions ended', 'sessões encerradas'],
      'member.removed': ['member removed', 'membro removido'],
      'group.created': ['group created', 'grupo criado'],
      'group.updated': ['group updated', 'grupo atualizado'],
      'group.deleted': ['group deleted', 'grupo excluído'],
    }),
  ],
]);

function words(pairs: Readonly<Record<string, readonly [en: string, pt: string]>>) {
  return new Map(Object.entries(pairs).map(([value, [en, pt]]) => [value, { en, pt }]));
}
