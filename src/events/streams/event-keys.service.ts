import { Injectable } from '@nestjs/common';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import type { EntityManager } from 'typeorm';
import { runStatement, type Statement } from '../../database/statement.js';
import { SecretBox } from '../../secrets/secret-box.service.js';

export const SIGNING_ALGORITHM = 'ES256';

export interface SigningKey {
  readonly id: string;
  readonly privateKey: JWK;
}

/** A key as operators see it. */
export interface KeyRecord {
  readonly id: string;
  readonly signsFrom: Date;
  readonly retiredAt: Date | null;
}

const FIND_SIGNING_KEY: Statement = {
  name: 'event-key-signing',
  text: `
    SELECT id, private_key AS "sealedKey" FROM event_signing_keys
    WHERE signs_from <= now() ORDER BY signs_from DESC, id LIMIT 1`,
};

const LIST_KEYS: Statement = {
  name: 'event-keys-list',
  text: `
    SELECT id, public_key AS "publicKey", signs_from AS "signsFrom", retired_at AS "retiredAt" FROM event_signing_keys
    WHERE retired_at IS NULL OR retired_at > now() ORDER BY signs_from DESC, id`,
};

/** $1 id, $2 public and $3 sealed private key, $4 hours until it signs. */
const INSERT_KEY: Statement = {
  name: 'event-key-insert',
  text: `
    INSERT INTO event_signing_keys (id, public_key, private_key, signs_from)
    VALUES ($1, $2, $3, now() + make_interval(hours => $4))`,
};

/** All but the newest, a day after that one signs. $1 the newest. */
const RETIRE_OTHERS: Statement = {
  name: 'event-keys-retire',
  text: `
    WITH forgotten AS (DELETE FROM event_signing_keys WHERE retired_at < now())
    UPDATE event_signing_keys k SET retired_at = newest.signs_from + interval '1 day'
    FROM event_signing_keys newest WHERE newest.id = $1 AND k.id <> $1 AND k.retired_at IS NULL`,
};

const PURPOSE = 'event signing key';

type Listed = KeyRecord & { readonly publicKey: JWK } & Record<string, unknown>;

/** The keys that sign security event tokens: of the installation, not of an organization. Asked for every time. */
@Injectable()
export class EventKeys {
  constructor(private readonly secrets: SecretBox) {}

  /** The key that signs now; made when there is none. Should two be made at once, one signs and both are published. */
  async signing(tx: EntityManager): Promise<SigningKey> {
    const [key] = await runStatement<{ id: string; sealedKey: string }>(tx, FIND_SIGNING_KEY, []);
    if (!key) return this.insert(tx, 0);
    return { id: key.id, privateKey: JSON.parse(await this.secrets.open(key.sealedKey, PURPOSE)) as JWK };
  }

  /** What verifies signatures of today and of the recent past: the keys of a JWK Set (RFC 7517). */
  async published(tx: EntityManager): Promise<JWK[]> {
    return (await runStatement<Listed>(tx, LIST_KEYS, [])).map(({ id, publicKey }) => ({
      ...publicKey,
      ...{ kid: id, alg: SIGNING_ALGORITHM, use: 'sig' },
    }));
  }

  async list(tx: EntityManager): Promise<KeyRecord[]> {
    return (await runStatement<Listed>(tx, LIST_KEYS, [])).map(({ id, signsFrom, retiredAt }) => ({
      ...{ id, signsFrom, retiredAt },
    }));
  }

  /**
   * Another key: published at once, signing after so many hours, when every receiver has had time to see it. The ones
   * before are published for a day longer.
   */
  async rotate(tx: EntityManager, overlapHours: number): Promise<void> {
    const { id } = await this.insert(tx, overlapHours);
    await runStatement(tx, RETIRE_OTHERS, [id]);
  }

  private async insert(tx: EntityManager, hours: number): Promise<SigningKey> {
    const pair = await generateKeyPair(SIGNING_ALGORITHM, { extractable: true });
    const [shown, privateKey] = [await exportJWK(pair.publicKey), await exportJWK(pair.privateKey)];
    const id = await calculateJwkThumbprint(shown);
    const sealed = await this.secrets.seal(JSON.stringify(privateKey), PURPOSE);
    await runStatement(tx, INSERT_KEY, [id, JSON.stringify(shown), sealed, hours]);
    return { id, privateKey };
  }
}
