export const PROVISIONING_PATH = '/settings/identity/provisioning';

/** The address of one connection's *Role mapping*. */
export const toRoleMappingPath = (connectionId: string): string => `${PROVISIONING_PATH}/${connectionId}/role-mapping`;
