import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Connection } from '../connections/connection.entity.js';
import { randomId } from '../connections/random-id.js';
import { Token, type TokenAccess } from '../connections/token.entity.js';
import { type AuditActor, AuditTrail, type ConnectionEvent } from '../ports/audit-trail.js';
import { CLIENT_SECRETS } from './client-secret-format.js';
import { type ClientMethod, OAuthClient } from './oauth-client.entity.js';
import { OAuthClientLimitReached, OtherClientMethod, UnknownOAuthClient } from './oauth-client-errors.js';
import { OAuthCredential } from './oauth-credential.entity.js';
import { type IdentifiedKey, readPublicKeys } from './read-public-keys.js';

export const OAUTH_CLIENT_LIMITS = {
  live: 5,
  defaultDays: 365,
  mostDays: 730,
  defaultOverlapHours: 24,
  mostOverlapHours: 168,
};

export interface OAuthClientWish {
  readonly name: string;
  readonly access?: TokenAccess;
  /** A JWK Set of public keys; without it the client gets a secret. */
  readonly keys?: unknown;
  /** Of the secret: 1 to 730; a year when absent. */
  readonly expiresInDays?: number;
}

type NewClient = Pick<OAuthClient, 'id' | 'connectionId' | 'name' | 'access' | 'method' | 'createdAt'>;

/** A client as it was just created: with the secret, the only time that it is seen, unless it has keys. */
export type CreatedOAuthClient = NewClient & Partial<Pick<IssuedClientSecret, 'secret' | 'expiresAt'>>;

export interface IssuedClientSecret {
  readonly clientId: string;
  /** The only time that it is seen. */
  readonly secret: string;
  readonly expiresAt: Date;
}

/** A client, and what it proves itself by: the dates of its secrets, its public keys. */
export type ListedOAuthClient = OAuthClient & { readonly credentials: readonly OAuthCredential[] };

/** The OAuth clients of connections: secrets are shown once and kept as digests, of keys only the public part is known. */
@Injectable()
export class OAuthClientsService {
  constructor(private readonly audit: AuditTrail<EntityManager>) {}

  /** @throws OAuthClientLimitReached when five are live already, UnusableKeys */
  async create(
    tx: EntityManager,
    connection: Connection,
    wish: OAuthClientWish,
    actor: AuditActor,
  ): Promise<CreatedOAuthClient> {
    const keys = wish.keys === undefined ? undefined : await readPublicKeys(wish.keys);
    await this.refuseTooMany(tx, connection);
    const created = {
      id: randomId(),
      connectionId: connection.id,
      name: wish.name,
      access: wish.access ?? 'write',
      method: keys ? ('private_key_jwt' as const) : ('client_secret' as const),
      createdAt: new Date(),
    };
    const client = tx.create(OAuthClient, { ...created, organizationId: connection.organizationId });
    await tx.insert(OAuthClient, client);
    if (keys) await this.addKeys(tx, client, keys);
    const secret = keys ? undefined : await this.addSecret(tx, client, wish.expiresInDays);
    await this.record(tx, 'oauth_client.created', client, actor, {
      access: client.access,
      method: client.method,
      ...(keys && { keys: idsOf(keys) }),
      ...(secret && { expiresAt: secret.expiresAt.toISOString() }),
    });
    return { ...created, ...(secret && { secret: secret.secret, expiresAt: secret.expiresAt }) };
  }

  /**
   * A new secret, which lives as long as the one before was meant to. That one works on for the overlap: 0 ends it at once,
   * and the access tokens that were issued on it. The one before that ends now.
   *
   * @throws UnknownOAuthClient, OtherClientMethod
   */
  async rotateSecret(
    tx: EntityManager,
    id: string,
    overlapHours = OAUTH_CLIENT_LIMITS.defaultOverlapHours,
    actor: AuditActor,
  ): Promise<IssuedClientSecret> {
    const client = await this.lock(tx, id, 'client_secret');
    const secrets = await tx.find(OAuthCredential, { where: ofClient(client), order: { createdAt: 'DESC' } });
    const current = secrets.find(({ replacedAt }) => replacedAt === null);
    const now = new Date();
    const overlapEnds = new Date(now.getTime() + overlapHours * HOUR_MS);
    const staying = current && overlapHours > 0 ? [current] : [];
    await this.end(
      tx,
      client,
      secrets.filter((secret) => !staying.includes(secret)),
    );
    for (const { id: secretId, expiresAt } of staying) {
      const ends = expiresAt && expiresAt < overlapEnds ? expiresAt : overlapEnds;
      await tx.update(OAuthCredential, { ...ofClient(client), id: secretId }, { expiresAt: ends, replacedAt: now });
    }
    const issued = await this.addSecret(tx, client, current && daysOf(current));
    await this.record(tx, 'oauth_client.secret_rotated', client, actor, {
      overlapHours,
      expiresAt: issued.expiresAt.toISOString(),
    });
    return issued;
  }

  /**
   * Puts these keys in the place of those that the client had. What is no longer among them ends at once, and the access
   * tokens that were issued on it; to rotate without a gap, set the old key and the new one first.
   *
   * @throws UnknownOAuthClient, OtherClientMethod, UnusableKeys
   */
  async setKeys(tx: EntityManager, id: string, input: unknown, actor: AuditActor): Promise<readonly IdentifiedKey[]> {
    const keys = await readPublicKeys(input);
    const client = await this.lock(tx, id, 'private_key_jwt');
    const before = await tx.findBy(OAuthCredential, ofClient(client));
    const staying = new Set(idsOf(keys));
    await this.end(
      tx,
      client,
      before.filter((key) => !staying.has(key.id)),
    );
    await this.addKeys(tx, client, keys);
    await this.record(tx, 'oauth_client.keys_changed', client, actor, { from: idsOf(before), to: idsOf(keys) });
    return keys;
  }

  /**
   * Ends a client: its credentials get it nothing any more, and the next request with any of its access tokens is refused
   * on every process.
   *
   * @throws UnknownOAuthClient
   */
  async revoke(tx: EntityManager, id: string, actor: AuditActor): Promise<void> {
    const client = await this.lock(tx, id);
    const revokedAt = new Date();
    await tx.update(OAuthClient, { id }, { revokedAt });
    await tx.update(Token, { ...tokensOf(client), revokedAt: IsNull() }, { revokedAt });
    await this.record(tx, 'oauth_client.revoked', client, actor);
  }

  /** All clients that the connection ever had, oldest first. */
  async list(tx: EntityManager, { organizationId, id: connectionId }: Connection): Promise<ListedOAuthClient[]> {
    const clients = await tx.find(OAuthClient, {
      where: { organizationId, connectionId },
      order: { createdAt: 'ASC' },
    });
    const where = { organizationId, clientId: In(clients.map(({ id }) => id)) };
    const credentials = await tx.find(OAuthCredential, { where, order: { createdAt: 'ASC' } });
    return clients.map((client) =>
      Object.assign(client, { credentials: credentials.filter(({ clientId }) => clientId === client.id) }),
    );
  }

  private async refuseTooMany(tx: EntityManager, { organizationId, id }: Connection): Promise<void> {
    // The lock makes two that are created at once count each other.
    await tx.findOneOrFail(Connection, { where: { id }, lock: { mode: 'pessimistic_write' } });
    const live = { organizationId, connectionId: id, revokedAt: IsNull() };
    if ((await tx.countBy(OAuthClient, live)) >= OAUTH_CLIENT_LIMITS.live) {
      throw new OAuthClientLimitReached(OAUTH_CLIENT_LIMITS.live);
    }
  }

  /** The live client, changed by nobody else until `tx` ends; access tokens under way see that it was changed. */
  private async lock(tx: EntityManager, id: string, method?: ClientMethod): Promise<OAuthClient> {
    const lock = { mode: 'pessimistic_write' } as const;
    const client = await tx.findOne(OAuthClient, { where: { id, revokedAt: IsNull() }, lock });
    if (!client) throw new UnknownOAuthClient(id);
    if (method && client.method !== method)
      throw new OtherClientMethod(client.method === 'client_secret' ? 'secrets' : 'keys');
    await tx.increment(OAuthClient, { id }, 'revision', 1);
    return client;
  }

  private async addSecret(
    tx: EntityManager,
    client: OAuthClient,
    days = OAUTH_CLIENT_LIMITS.defaultDays,
  ): Promise<IssuedClientSecret> {
    const { keyId: id, text: secret, digest } = CLIENT_SECRETS.mint();
    const createdAt = new Date();
    const expiresAt = new Date(createdAt.getTime() + days * DAY_MS);
    await tx.insert(OAuthCredential, { ...ofClient(client), id, digest, createdAt, expiresAt });
    return { clientId: client.id, secret, expiresAt };
  }

  private async addKeys(tx: EntityManager, client: OAuthClient, keys: readonly IdentifiedKey[]): Promise<void> {
    for (const { id, jwk } of keys) {
      const isThere = await tx.existsBy(OAuthCredential, { ...ofClient(client), id });
      if (isThere) await tx.update(OAuthCredential, { ...ofClient(client), id }, { jwk: { ...jwk } });
      else await tx.insert(OAuthCredential, { ...ofClient(client), id, jwk: { ...jwk }, createdAt: new Date() });
    }
  }

  private async end(tx: EntityManager, client: OAuthClient, ending: readonly OAuthCredential[]): Promise<void> {
    if (ending.length === 0) return;
    const id = In(idsOf(ending));
    await tx.delete(OAuthCredential, { ...ofClient(client), id });
    const issuedOn = { ...tokensOf(client), oauthCredentialId: id, revokedAt: IsNull() };
    await tx.update(Token, issuedOn, { revokedAt: new Date() });
  }

  private record(
    tx: EntityManager,
    action: ConnectionEvent['action'],
    { id, name, organizationId, connectionId }: OAuthClient,
    actor: AuditActor,
    more: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const subject = { kind: 'oauth_client', id, name } as const;
    return this.audit.record(tx, { organizationId, actor, action, subject, details: { connectionId, ...more } });
  }
}

const ofClient = ({ organizationId, id }: OAuthClient) => ({ organizationId, clientId: id });
const tokensOf = ({ organizationId, id }: OAuthClient) => ({ organizationId, oauthClientId: id });
const idsOf = (credentials: readonly { readonly id: string }[]) => credentials.map(({ id }) => id);

/** How long a secret was meant to live. */
const daysOf = ({ createdAt, expiresAt }: OAuthCredential) =>
  expiresAt ? Math.max(1, Math.round((expiresAt.getTime() - createdAt.getTime()) / DAY_MS)) : undefined;

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
