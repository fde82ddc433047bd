import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Gathered } from '../sql/gathered.js';
import { type PreparedStatement, runPrepared } from '../sql/prepared.js';
import type { ConnectionState } from './connection.entity.js';
import { isDigestOf } from './credential-format.js';
import type { TokenAccess } from './token.entity.js';
import { TOKENS } from './token-format.js';

/** A token that exists, with the connection it belongs to; whether it still opens anything is for the caller to say. */
export interface CheckedToken {
  readonly id: string;
  readonly access: TokenAccess;
  /** Whose access token it is; nobody's when an administrator issued it. */
  readonly oauthClientId: string | null;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
  readonly organizationId: string;
  readonly connectionId: string;
  readonly connectionName: string;
  readonly connectionState: ConnectionState;
  readonly adopts: boolean;
  readonly strict: boolean;
}

type TokenRow = CheckedToken & { readonly digest: Buffer };

const SELECT = `
  SELECT t.id, t.digest, t.access, t.oauth_client_id AS "oauthClientId", t.expires_at AS "expiresAt",
    t.revoked_at AS "revokedAt", c.organization_id AS "organizationId", c.id AS "connectionId", c.name AS "connectionName",
    c.state AS "connectionState", c.adopts, c.strict
  FROM scim_tokens t JOIN scim_connections c ON c.id = t.connection_id`;

// Of one, the usual case, PostgreSQL keeps the plan; of a list it makes a new one each time.
const FIND_ONE: PreparedStatement = { name: 'scim-token-find-one', text: `${SELECT} WHERE t.id = $1` };
const FIND_SOME: PreparedStatement = { name: 'scim-token-find-some', text: `${SELECT} WHERE t.id = ANY($1)` };

/** Looks tokens up. A revocation counts for every check that starts after its commit, on every process. */
@Injectable()
export class TokenChecks {
  private readonly rows = new Gathered<string, TokenRow | undefined>(async (asked) => {
    const ids = [...new Set(asked)];
    const [statement, value] = ids.length === 1 ? [FIND_ONE, ids[0]] : [FIND_SOME, ids];
    const rows = await runPrepared<TokenRow>(this.dataSource, statement, [value]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return asked.map((id) => byId.get(id));
  });

  constructor(private readonly dataSource: DataSource) {}

  /** The token's row, or `undefined` for a text that is no token of ours. */
  async find(token: string): Promise<CheckedToken | undefined> {
    const keyId = TOKENS.readKeyId(token);
    if (keyId === undefined) return undefined;
    const row = await this.rows.ask(keyId);
    return row && isDigestOf(token, row.digest) ? row : undefined;
  }
}
