export const PROVISIONING_PATH = '/settings/identity/provisioning';

/** Where a connection begins. */
export const NEW_CONNECTION_PATH = `${PROVISIONING_PATH}/new`;

/** The address of one connection's *Role mapping*. */
export const toRoleMappingPath = (connectionId: string): string => `${PROVISIONING_PATH}/${connectionId}/role-mapping`;

/** The address of one connection's *Set-up*. */
export const toSetUpPath = (connectionId: string): string => `${PROVISIONING_PATH}/${connectionId}/set-up`;

/** The address of one connection's *Credentials*. */
export const toCredentialsPath = (connectionId: string): string => `${PROVISIONING_PATH}/${connectionId}/credentials`;

/** The address of one connection's *Settings*. */
export const toConnectionSettingsPath = (connectionId: string): string =>
  `${PROVISIONING_PATH}/${connectionId}/settings`;

/** Where one connection is removed, or the people are decided about whom a removed one keeps. */
export const toRemovalPath = (connectionId: string): string => `${PROVISIONING_PATH}/${connectionId}/remove`;
