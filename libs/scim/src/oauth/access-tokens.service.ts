import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { TokenAccess } from '../connections/token.entity.js';
import { TOKENS } from '../connections/token-format.js';
import { ACCESS_TOKEN_MINUTES, SCIM_SETTINGS, type ScimSettings } from '../scim.options.js';
import { type PreparedStatement, runPrepared } from '../sql/prepared.js';
import type { ProvenClient } from './client-checks.service.js';

/** A client that asks for more than this, one for each of its requests for instance, loses the oldest. */
const MOST_HELD = 1_000;

export interface AccessToken {
  readonly id: string;
  readonly token: string;
  readonly expiresInSeconds: number;
}

/**
 * The lock on the client comes first, in the order of `OAuthClientsService`: either this is seen by a change of the client's
 * credentials, which ends what was issued on them, or the change is seen here.
 */
const ISSUE: PreparedStatement = {
  name: 'scim-access-token-issue',
  text: `
  WITH client AS (
    SELECT organization_id, id, connection_id, name FROM scim_oauth_clients
    WHERE organization_id = $1 AND id = $2 AND revision = $3 AND revoked_at IS NULL FOR SHARE
  ), used AS (
    UPDATE scim_oauth_credentials k SET last_used_at = now() FROM client
    WHERE k.organization_id = client.organization_id AND k.client_id = client.id AND k.id = $4
      AND (k.last_used_at IS NULL OR k.last_used_at < now() - interval '1 minute' OR k.last_used_at < k.replaced_at)
  ), gone AS (
    DELETE FROM scim_tokens USING (
      SELECT id FROM scim_tokens
      WHERE EXISTS (SELECT FROM client) AND organization_id = $1 AND oauth_client_id = $2
        AND (expires_at <= now() OR id IN (
          SELECT id FROM scim_tokens WHERE organization_id = $1 AND oauth_client_id = $2
          ORDER BY created_at DESC OFFSET ${MOST_HELD - 1}
        ))
      FOR UPDATE SKIP LOCKED
    ) old
    WHERE scim_tokens.id = old.id
  )
  INSERT INTO scim_tokens (id, organization_id, connection_id, label, digest, access, created_at, expires_at,
    oauth_client_id, oauth_credential_id)
  SELECT $5, organization_id, connection_id, name, $6, $7, $8, $9, id, $4 FROM client
  RETURNING true AS issued`,
};

/** Access tokens of OAuth clients: rows among the tokens, and so checked, revoked and told like any other. */
@Injectable()
export class AccessTokens {
  private readonly lifeMs: number;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(SCIM_SETTINGS) { accessTokenMinutes = ACCESS_TOKEN_MINUTES }: ScimSettings,
  ) {
    if (!(accessTokenMinutes >= 1 && accessTokenMinutes <= 60)) {
      throw new Error('ScimModule: accessTokenMinutes must be from 1 to 60.');
    }
    this.lifeMs = accessTokenMinutes * 60_000;
  }

  /**
   * Lives as long as the setting says, and no longer than what the client proved itself by.
   * @returns nothing when the client was changed since it was found
   */
  async issue(client: ProvenClient, access: TokenAccess): Promise<AccessToken | undefined> {
    const { keyId: id, text: token, digest } = TOKENS.mint();
    const now = Date.now();
    const lifeMs = Math.min(this.lifeMs, (client.credentialEnds?.getTime() ?? Infinity) - now);
    const { organizationId, revision, credentialId } = client;
    const values = [organizationId, client.id, revision, credentialId, id, digest, access];
    const dates = [new Date(now), new Date(now + lifeMs)];
    const rows = await runPrepared(this.dataSource, ISSUE, [...values, ...dates]);
    return rows.length === 0 ? undefined : { id, token, expiresInSeconds: Math.floor(lifeMs / 1_000) };
  }
}
