import { hash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { type PreparedStatement, runPrepared } from '../sql/prepared.js';
import type { VerifiedAssertion } from './verify-assertion.js';

/** Some of those that are refused for their age by now go along: more than come in, so that they do not pile up. */
const USE: PreparedStatement = {
  name: 'scim-oauth-assertion-use',
  text: `
  WITH gone AS (
    DELETE FROM scim_oauth_assertions a USING (
      SELECT jti_digest FROM scim_oauth_assertions
      WHERE organization_id = $1 AND client_id = $2 AND expires_at < now() - interval '1 minute'
      LIMIT 20 FOR UPDATE SKIP LOCKED
    ) old
    WHERE a.organization_id = $1 AND a.client_id = $2 AND a.jti_digest = old.jti_digest
  )
  INSERT INTO scim_oauth_assertions (organization_id, client_id, jti_digest, expires_at) VALUES ($1, $2, $3, $4)
  ON CONFLICT DO NOTHING RETURNING true AS used`,
};

interface Client {
  readonly id: string;
  readonly organizationId: string;
}

/** Whether this is the first use of the assertion on any process: of several at once, one is (RFC 7523 §3, `jti`). */
export async function useAssertion(
  dataSource: DataSource,
  { id, organizationId }: Client,
  { jti, goneAt }: VerifiedAssertion,
): Promise<boolean> {
  const values = [organizationId, id, hash('sha256', jti, 'buffer'), goneAt];
  return (await runPrepared(dataSource, USE, values)).length > 0;
}
