import type { ConnectionProvider } from '../../connections/connection-provider.js';

/** What never changes with the language: the provider's own names, as its console has them. */
export interface ProviderGuide {
  readonly name: string;
  /** Where in the provider's console the fields are. */
  readonly menu: readonly string[];
  readonly baseUrlField: string;
  readonly tokenField: string;
  /** Attribute here, and what to map to it there. */
  readonly mapping: readonly (readonly [attribute: string, source: string])[];
}

/** One guide a provider; `docs/providers.md` says the same, and a test holds them together. */
export const PROVIDER_GUIDES: Readonly<Record<ConnectionProvider, ProviderGuide>> = {
  okta: {
    name: 'Okta',
    menu: ['Applications', 'Provisioning', 'Integration'],
    baseUrlField: 'SCIM connector base URL',
    tokenField: 'API Token',
    mapping: [
      ['userName', 'userName'],
      ['emails', 'user.email'],
      ['name.givenName', 'user.firstName'],
      ['name.familyName', 'user.lastName'],
    ],
  },
  entra: {
    name: 'Microsoft Entra ID',
    menu: ['Enterprise applications', 'Provisioning', 'Admin Credentials'],
    baseUrlField: 'Tenant URL',
    tokenField: 'Secret Token',
    mapping: [
      ['userName', 'userPrincipalName'],
      ['externalId', 'objectId'],
      ['emails[type eq "work"].value', 'mail'],
      ['displayName', 'displayName'],
      ['active', 'Switch([IsSoftDeleted], …)'],
    ],
  },
  onelogin: {
    name: 'OneLogin',
    menu: ['Applications', 'Configuration', 'API Connection'],
    baseUrlField: 'SCIM Base URL',
    tokenField: 'SCIM Bearer Token',
    mapping: [
      ['userName', 'Email'],
      ['name.givenName', 'First Name'],
      ['name.familyName', 'Last Name'],
    ],
  },
  google: {
    name: 'Google Workspace',
    menu: ['Apps', 'Web and mobile apps', 'Auto-provisioning'],
    baseUrlField: 'Endpoint URL',
    tokenField: 'Access token',
    mapping: [
      ['userName', 'Primary email'],
      ['name.givenName', 'First name'],
      ['name.familyName', 'Last name'],
    ],
  },
  jumpcloud: {
    name: 'JumpCloud',
    menu: ['SSO Applications', 'Identity Management'],
    baseUrlField: 'Base URL',
    tokenField: 'Token Key',
    mapping: [
      ['userName', 'email'],
      ['name.givenName', 'firstname'],
      ['name.familyName', 'lastname'],
    ],
  },
  ping: {
    name: 'Ping',
    menu: ['Integrations', 'Provisioning', 'Connections'],
    baseUrlField: 'SCIM URL',
    tokenField: 'OAuth / bearer token',
    mapping: [
      ['userName', 'Username'],
      ['emails', 'Email Address'],
      ['name.givenName', 'Given Name'],
      ['name.familyName', 'Family Name'],
    ],
  },
  other: {
    name: 'SCIM 2.0',
    menu: [],
    baseUrlField: 'SCIM base URL',
    tokenField: 'Bearer token',
    mapping: [
      ['userName', 'email'],
      ['name.givenName', 'given_name'],
      ['name.familyName', 'family_name'],
      ['externalId', 'sub'],
    ],
  },
};
