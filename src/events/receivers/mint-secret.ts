import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

export interface MintedToken {
  /** Shown once, kept nowhere. */
  readonly value: string;
  readonly digest: Buffer;
  /** Enough to tell it from others. */
  readonly prefix: string;
}

/** What a webhook's signatures are made with: 256 random bits, by whose prefix secret scanners know it. */
export const mintWebhookSecret = (): string => `rfwhs_${randomBytes(32).toString('hex')}`;

/** A stream's bearer token, `rfset_<256-bit secret>_<checksum>`. */
export function mintStreamToken(): MintedToken {
  const secret = randomBytes(32).toString('hex');
  const value = `rfset_${secret}_${checksumOf(secret)}`;
  return { value, digest: digestOf(value), prefix: value.slice(0, PREFIX_LENGTH) };
}

/** Whether a text can be a stream's token, so that a guess costs no query. */
export function isStreamToken(value: string): boolean {
  const [, secret, checksum] = FORM.exec(value) ?? [];
  return secret !== undefined && checksum === checksumOf(secret);
}

/** Compares in constant time. */
export const isTokenOf = (value: string, digest: Buffer | null): boolean =>
  digest?.length === DIGEST_LENGTH && timingSafeEqual(digestOf(value), digest);

const FORM = /^rfset_([0-9a-f]{64})_([0-9a-f]{8})$/;
const PREFIX_LENGTH = 14;
const DIGEST_LENGTH = 32;
const digestOf = (value: string) => createHash('sha256').update(value).digest();
const checksumOf = (secret: string) => crc32(secret).toString(16).padStart(8, '0');
