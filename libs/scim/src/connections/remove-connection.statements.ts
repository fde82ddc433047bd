import type { PreparedStatement } from '../sql/prepared.js';

/** Tokens and OAuth clients of a connection are revoked. $1 organization, $2 connection. */
export const END_CREDENTIALS: PreparedStatement = {
  name: 'scim-connection-end-credentials',
  text: `
    WITH tokens AS (
      UPDATE scim_tokens SET revoked_at = now()
      WHERE organization_id = $1 AND connection_id = $2 AND revoked_at IS NULL
    )
    UPDATE scim_oauth_clients SET revoked_at = now(), revision = revision + 1
    WHERE organization_id = $1 AND connection_id = $2 AND revoked_at IS NULL`,
};

/** Whoever changes one of the groups, or who is in it, is waited for. $1 organization, $2 connection. */
export const HOLD_GROUPS: PreparedStatement = {
  name: 'scim-connection-hold-groups',
  text: `
    WITH held AS (
      SELECT FROM scim_groups WHERE organization_id = $1 AND connection_id = $2 ORDER BY id FOR UPDATE
    )
    SELECT count(*) FROM held`,
};

/** $1 organization, $2 connection. */
export const DROP_GROUPS: PreparedStatement = {
  name: 'scim-connection-drop-groups',
  text: `
    WITH gone AS (
      DELETE FROM scim_groups WHERE organization_id = $1 AND connection_id = $2 RETURNING id
    )
    DELETE FROM scim_group_members x USING gone g WHERE x.organization_id = $1 AND x.group_id = g.id`,
};
