import { Injectable } from '@nestjs/common';
import { decodeJwt, errors } from 'jose';
import { DataSource } from 'typeorm';
import type { ConnectionState } from '../connections/connection.entity.js';
import { isDigestOf } from '../connections/credential-format.js';
import { isId } from '../connections/random-id.js';
import type { TokenAccess } from '../connections/token.entity.js';
import { type PreparedStatement, runPrepared } from '../sql/prepared.js';
import { CLIENT_SECRETS } from './client-secret-format.js';
import type { ClientMethod } from './oauth-client.entity.js';
import { OAuthError } from './oauth-error.js';
import type { PublicKey } from './read-public-keys.js';
import type { ClientProof } from './read-token-request.js';
import { useAssertion } from './use-assertion.js';
import { verifyAssertion } from './verify-assertion.js';

/** A client as it stands; whether it gets anything is still to be said. */
export interface FoundClient {
  readonly id: string;
  readonly organizationId: string;
  readonly connectionId: string;
  readonly name: string;
  readonly access: TokenAccess;
  readonly method: ClientMethod;
  readonly revision: number;
  readonly revokedAt: Date | null;
  readonly connectionState: ConnectionState;
  readonly credentials: readonly FoundCredential[];
}

interface FoundCredential {
  readonly credentialId: string;
  readonly digest: Buffer | null;
  readonly jwk: PublicKey | null;
  readonly expiresAt: Date | null;
}

/** A client that proved who it is, and by what. */
export interface ProvenClient extends FoundClient {
  readonly credentialId: string;
  /** Nothing that is issued on it lives longer. */
  readonly credentialEnds: Date | null;
}

type ClientRow = Omit<FoundClient, 'credentials'> & {
  readonly [Name in keyof FoundCredential]: FoundCredential[Name] | null;
};

const FIND: PreparedStatement = {
  name: 'scim-oauth-client-find',
  text: `
  SELECT o.id, o.organization_id AS "organizationId", o.connection_id AS "connectionId", o.name, o.access, o.method,
    o.revision, o.revoked_at AS "revokedAt", c.state AS "connectionState",
    k.id AS "credentialId", k.digest, k.jwk, k.expires_at AS "expiresAt"
  FROM scim_oauth_clients o
  JOIN scim_connections c ON c.id = o.connection_id AND c.state <> 'removed'
  LEFT JOIN scim_oauth_credentials k ON k.organization_id = o.organization_id AND k.client_id = o.id
  WHERE o.id = $1 AND o.connection_id = $2`,
};

/** Finds out who asks for an access token. Nothing is remembered: each request sees every change before it. */
@Injectable()
export class ClientChecks {
  constructor(private readonly dataSource: DataSource) {}

  /** The id that the proof is for, whatever it is worth. */
  claimedId(proof: ClientProof): string {
    if (proof.kind === 'secret') return proof.clientId;
    const subject = subjectOf(proof.assertion);
    if (proof.clientId !== undefined && proof.clientId !== subject) {
      throw OAuthError.invalidRequest('The client_id is not the sub of the assertion.');
    }
    return subject;
  }

  /** The client of the connection, live or revoked. */
  async find(connectionId: string, clientId: string): Promise<FoundClient | undefined> {
    if (!isId(connectionId) || !isId(clientId)) return undefined;
    const rows = await runPrepared<ClientRow>(this.dataSource, FIND, [clientId, connectionId]);
    return rows[0] && { ...rows[0], credentials: rows.filter(isCredential) };
  }

  /** @throws OAuthError 401 `invalid_client`, the same for whatever is wrong unless the sender has a credential */
  async prove(
    client: FoundClient | undefined,
    proof: ClientProof,
    audiences: readonly string[],
  ): Promise<ProvenClient> {
    const credential =
      proof.kind === 'secret' ? checkSecret(client, proof.secret) : await this.checkAssertion(client, proof, audiences);
    if (!client || !credential) throw OAuthError.invalidClient();
    if (client.revokedAt) throw OAuthError.invalidClient('This client was revoked. Create another one.');
    const { credentialId, expiresAt: credentialEnds } = credential;
    if (credentialEnds && credentialEnds.getTime() <= Date.now()) {
      throw OAuthError.invalidClient(
        'This client secret has expired. Rotate it, and enter the new one at the provider.',
      );
    }
    return { ...client, credentialId, credentialEnds };
  }

  private async checkAssertion(
    client: FoundClient | undefined,
    { assertion }: ClientProof & { kind: 'assertion' },
    audiences: readonly string[],
  ): Promise<FoundCredential | undefined> {
    if (client?.method !== 'private_key_jwt') return undefined;
    const keys = client.credentials.flatMap(({ credentialId: id, jwk }) => (jwk ? { id, jwk } : []));
    const verified = await verifyAssertion(assertion, { clientId: client.id, audiences, keys });
    if (!(await useAssertion(this.dataSource, client, verified))) {
      throw OAuthError.invalidClient(
        'This assertion was used before: sign a new one, with another jti, for each request.',
      );
    }
    return client.credentials.find(({ credentialId }) => credentialId === verified.keyId);
  }
}

/** One comparison, whether or not there is such a client. */
function checkSecret(client: FoundClient | undefined, secret: string): FoundCredential | undefined {
  const keyId = CLIENT_SECRETS.readKeyId(secret);
  const credential = client?.credentials.find(({ credentialId }) => credentialId === keyId);
  return isDigestOf(secret, credential?.digest ?? NO_DIGEST) ? credential : undefined;
}

function subjectOf(assertion: string): string {
  try {
    const { sub } = decodeJwt(assertion);
    return typeof sub === 'string' ? sub : '';
  } catch (error) {
    if (error instanceof errors.JOSEError || error instanceof TypeError) {
      throw OAuthError.invalidRequest('The client_assertion is not a signed JWT.');
    }
    throw error;
  }
}

const isCredential = (row: ClientRow): row is ClientRow & FoundCredential => row.credentialId !== null;

const NO_DIGEST = Buffer.alloc(32);
