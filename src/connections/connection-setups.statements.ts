import type { Statement } from '../database/statement.js';

/** $1 organization, $2 connection, $3 provider. */
export const INSERT_SETUP: Statement = {
  name: 'connection-setup-insert',
  text: 'INSERT INTO connection_setups (organization_id, connection_id, provider) VALUES ($1, $2, $3)',
};

/** $1 organization, $2 connection. */
export const FIND_SETUP: Statement = {
  name: 'connection-setup-find',
  text: 'SELECT provider FROM connection_setups WHERE organization_id = $1 AND connection_id = $2',
};
