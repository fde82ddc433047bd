import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

export interface MintedApiKey {
  readonly id: string;
  /** Shown once, kept nowhere. */
  readonly value: string;
  readonly digest: Buffer;
}

/**
 * A new key, `rfk_<id>_<256-bit secret>_<checksum>`: prefix and checksum let secret scanners know it for what it is, the
 * id finds its row without a search.
 * @param id of the key that gets another secret
 */
export function mintApiKey(id = randomBytes(8).toString('hex')): MintedApiKey {
  const secret = randomBytes(32).toString('hex');
  const value = `rfk_${id}_${secret}_${checksumOf(id, secret)}`;
  return { id, value, digest: digestOf(value) };
}

/** The id of a well-formed key; `undefined` for any other text, so that a guess costs no query. */
export function readApiKeyId(value: string): string | undefined {
  const [, id = '', secret = '', checksum] = FORM.exec(value) ?? [];
  return checksum !== undefined && checksum === checksumOf(id, secret) ? id : undefined;
}

/** Whether a text can be the id of a key. */
export const isApiKeyId = (text: string): boolean => /^[0-9a-f]{16}$/.test(text);

/** Compares in constant time. */
export function isApiKeyOf(value: string, digest: Buffer): boolean {
  const actual = digestOf(value);
  return actual.length === digest.length && timingSafeEqual(actual, digest);
}

const FORM = /^rfk_([0-9a-f]{16})_([0-9a-f]{64})_([0-9a-f]{8})$/;
const digestOf = (value: string) => createHash('sha256').update(value).digest();
const checksumOf = (id: string, secret: string) => crc32(`${id}_${secret}`).toString(16).padStart(8, '0');
