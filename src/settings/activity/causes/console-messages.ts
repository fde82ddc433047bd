import type { Translated } from '../../../web/language.js';
import type { ConsolePlace } from './cause-places.js';
import type { IdentityProduct } from './identity-product.js';

/** Under which menu each provider has each place, in the provider's own words. */
export const CONSOLE_MESSAGES: Translated<Readonly<Record<IdentityProduct, Readonly<Record<ConsolePlace, string>>>>> = {
  en: {
    okta: {
      credentials: 'Okta Admin Console: Applications → RuleForge → Provisioning → Integration.',
      assignments: 'Okta Admin Console: Applications → RuleForge → Assignments.',
      mappings: 'Okta Admin Console: Applications → RuleForge → Provisioning → To App → Attribute Mappings.',
      groups: 'Okta Admin Console: Applications → RuleForge → Push Groups.',
    },
    entra: {
      credentials: 'Entra admin center: Enterprise applications → RuleForge → Provisioning → Admin Credentials.',
      assignments: 'Entra admin center: Enterprise applications → RuleForge → Users and groups.',
      mappings: 'Entra admin center: Enterprise applications → RuleForge → Provisioning → Mappings → Users.',
      groups: 'Entra admin center: Enterprise applications → RuleForge → Provisioning → Mappings → Groups.',
    },
    onelogin: {
      credentials: 'OneLogin: Applications → RuleForge → Configuration → API Connection.',
      assignments: 'OneLogin: Applications → RuleForge → Users, or the roles under Access.',
      mappings: 'OneLogin: Applications → RuleForge → Parameters.',
      groups: 'OneLogin: Applications → RuleForge → Rules.',
    },
    google: {
      credentials: 'Google Admin console: Apps → Web and mobile apps → RuleForge → Autoprovisioning.',
      assignments: 'Google Admin console: Apps → Web and mobile apps → RuleForge → User access.',
      mappings: 'Google Admin console: Apps → Web and mobile apps → RuleForge → Autoprovisioning → Attribute mapping.',
      groups: 'Google Admin console: Apps → Web and mobile apps → RuleForge → Autoprovisioning → Provisioning scope.',
    },
    jumpcloud: {
      credentials: 'JumpCloud Admin Portal: SSO Applications → RuleForge → Identity Management.',
      assignments: 'JumpCloud Admin Portal: SSO Applications → RuleForge → User Groups.',
      mappings: 'JumpCloud Admin Portal: SSO Applications → RuleForge → Identity Management → Attribute Mapping.',
      groups: 'JumpCloud Admin Portal: User Groups, and SSO Applications → RuleForge → User Groups.',
    },
    ping: {
      credentials: 'PingOne: Integrations → Provisioning → Connections → RuleForge → Configuration.',
      assignments: 'PingOne: Integrations → Provisioning → Rules → User Filter.',
      mappings: 'PingOne: Integrations → Provisioning → Rules → Attribute Mapping.',
      groups: 'PingOne: Integrations → Provisioning → Rules → Group Provisioning.',
    },
    other: {
      credentials: 'At your provider: the address and the token of the RuleForge application.',
      assignments: 'At your provider: who is assigned to the RuleForge application.',
      mappings: 'At your provider: the attribute mapping of the RuleForge application.',
      groups: 'At your provider: which groups the RuleForge application is given.',
    },
  },
  pt: {
    okta: {
      credentials: 'Okta Admin Console: Applications → RuleForge → Provisioning → Integration.',
      assignments: 'Okta Admin Console: Applications → RuleForge → Assignments.',
      mappings: 'Okta Admin Console: Applications → RuleForge → Provisioning → To App → Attribute Mappings.',
      groups: 'Okta Admin Console: Applications → RuleForge → Push Groups.',
    },
    entra: {
      credentials:
        'Centro de administração do Entra: Enterprise applications → RuleForge → Provisioning → Admin Credentials.',
      assignments: 'Centro de administração do Entra: Enterprise applications → RuleForge → Users and groups.',
      mappings:
        'Centro de administração do Entra: Enterprise applications → RuleForge → Provisioning → Mappings → Users.',
      groups:
        'Centro de administração do Entra: Enterprise applications → RuleForge → Provisioning → Mappings → Groups.',
    },
    onelogin: {
      credentials: 'OneLogin: Applications → RuleForge → Configuration → API Connection.',
      assignments: 'OneLogin: Applications → RuleForge → Users, ou as funções em Access.',
      mappings: 'OneLogin: Applications → RuleForge → Parameters.',
      groups: 'OneLogin: Applications → RuleForge → Rules.',
    },
    google: {
      credentials: 'Google Admin Console: Apps → Web and mobile apps → RuleForge → Autoprovisioning.',
      assignments: 'Google Admin Console: Apps → Web and mobile apps → RuleForge → User access.',
      mappings: 'Google Admin Console: Apps → Web and mobile apps → RuleForge → Autoprovisioning → Attribute mapping.',
      groups: 'Google Admin Console: Apps → Web and mobile apps → RuleForge → Autoprovisioning → Provisioning scope.',
    },
    jumpcloud: {
      credentials: 'JumpCloud Admin Portal: SSO Applications → RuleForge → Identity Management.',
      assignments: 'JumpCloud Admin Portal: SSO Applications → RuleForge → User Groups.',
      mappings: 'JumpCloud Admin Portal: SSO Applications → RuleForge → Identity Management → Attribute Mapping.',
      groups: 'JumpCloud Admin Portal: User Groups, e SSO Applications → RuleForge → User Groups.',
    },
    ping: {
      credentials: 'PingOne: Integrations → Provisioning → Connections → RuleForge → Configuration.',
      assignments: 'PingOne: Integrations → Provisioning → Rules → User Filter.',
      mappings: 'PingOne: Integrations → Provisioning → Rules → Attribute Mapping.',
      groups: 'PingOne: Integrations → Provisioning → Rules → Group Provisioning.',
    },
    other: {
      credentials: 'No seu provedor: o endereço e o token do aplicativo RuleForge.',
      assignments: 'No seu provedor: quem está atribuído ao aplicativo RuleForge.',
      mappings: 'No seu provedor: o mapeamento de atributos do aplicativo RuleForge.',
      groups: 'No seu provedor: quais grupos o aplicativo RuleForge recebe.',
    },
  },
};
