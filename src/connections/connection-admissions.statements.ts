import type { Statement } from '../database/statement.js';

/** $1 organization, $2 connection. */
export const FIND_ADMISSION: Statement = {
  name: 'connection-admission-find',
  text: `
    SELECT only_provisioned AS "onlyProvisioned" FROM connection_admissions
    WHERE organization_id = $1 AND connection_id = $2`,
};

/** $1 organization. */
export const FIND_CLOSED: Statement = {
  name: 'connection-admission-find-closed',
  text: `
    SELECT c.id FROM scim_connections c
    LEFT JOIN connection_admissions a ON a.organization_id = c.organization_id AND a.connection_id = c.id
    WHERE c.organization_id = $1 AND c.state IN ('active', 'paused') AND COALESCE(a.only_provisioned, TRUE) LIMIT 1`,
};

/** $1 organization, $2 connection, $3 whether only provisioned people enter. */
export const SET_ADMISSION: Statement = {
  name: 'connection-admission-set',
  text: `
    INSERT INTO connection_admissions (organization_id, connection_id, only_provisioned) VALUES ($1, $2, $3)
    ON CONFLICT (organization_id, connection_id) DO UPDATE SET only_provisioned = excluded.only_provisioned`,
};
