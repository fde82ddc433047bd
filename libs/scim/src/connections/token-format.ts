import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

export interface MintedToken {
  readonly keyId: string;
  /** Shown once, kept nowhere. */
  readonly token: string;
  readonly digest: Buffer;
}

/** Finds tokens in whatever text, for scanners of secrets; of what it finds, the checksum tells a token from a look-alike. */
export const TOKEN_PATTERN = /\brfscim_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8}\b/;

const FORM = /^rfscim_([0-9a-f]{16})_([0-9a-f]{64})_([0-9a-f]{8})$/;

/**
 * A new token, `rfscim_<key id>_<256-bit secret>_<checksum>`: the prefix and the checksum let secret scanners know it
 * for what it is, the key id finds its row without a search.
 */
export function mintToken(): MintedToken {
  const keyId = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('hex');
  const token = `rfscim_${keyId}_${secret}_${checksumOf(keyId, secret)}`;
  return { keyId, token, digest: digestOf(token) };
}

/** The key id of a well-formed token; `undefined` for any other text, so that a guess costs no query. */
export function readKeyId(token: string): string | undefined {
  const [, keyId = '', secret = '', checksum] = FORM.exec(token) ?? [];
  return checksum !== undefined && checksum === checksumOf(keyId, secret) ? keyId : undefined;
}

/** Compares in constant time. */
export const isDigestOf = (token: string, digest: Buffer): boolean => {
  const actual = digestOf(token);
  return actual.length === digest.length && timingSafeEqual(actual, digest);
};

const digestOf = (token: string) => hash('sha256', token, 'buffer');
const checksumOf = (keyId: string, secret: string) => crc32(`${keyId}_${secret}`).toString(16).padStart(8, '0');
