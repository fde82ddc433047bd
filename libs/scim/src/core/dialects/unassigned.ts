/**
 * Whether a value says that the attribute has none: null and the empty array (RFC 7643 §2.5), and the empty text, which
 * PingFederate sends to clear an attribute.
 * https://docs.pingidentity.com/integrations/scim/setup/pf_scim_connector_user_and_group_management.html
 */
export const isUnassigned = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
