import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

export interface MintedCredential {
  /** Names the credential; no secret. */
  readonly keyId: string;
  /** Shown once, kept nowhere. */
  readonly text: string;
  readonly digest: Buffer;
}

/**
 * Secrets of the form `<prefix>_<key id>_<256-bit secret>_<checksum>`: the prefix and the checksum let secret scanners know
 * one for what it is, the key id finds its row without a search.
 */
export class CredentialFormat {
  /** Finds them in whatever text; of what it finds, the checksum tells a credential from a look-alike. */
  readonly pattern: RegExp;
  private readonly form: RegExp;

  constructor(private readonly prefix: string) {
    this.pattern = new RegExp(`\\b${prefix}_[0-9a-f]{16}_[0-9a-f]{64}_[0-9a-f]{8}\\b`);
    this.form = new RegExp(`^${prefix}_([0-9a-f]{16})_([0-9a-f]{64})_([0-9a-f]{8})$`);
  }

  mint(): MintedCredential {
    const keyId = randomBytes(8).toString('hex');
    const secret = randomBytes(32).toString('hex');
    const text = `${this.prefix}_${keyId}_${secret}_${checksumOf(keyId, secret)}`;
    return { keyId, text, digest: digestOf(text) };
  }

  /** The key id of a well-formed credential; `undefined` for any other text, so that a guess costs no query. */
  readKeyId(text: string): string | undefined {
    const [, keyId = '', secret = '', checksum] = this.form.exec(text) ?? [];
    return checksum !== undefined && checksum === checksumOf(keyId, secret) ? keyId : undefined;
  }
}

/** Compares in constant time. */
export const isDigestOf = (text: string, digest: Buffer): boolean => {
  const actual = digestOf(text);
  return actual.length === digest.length && timingSafeEqual(actual, digest);
};

const digestOf = (text: string) => hash('sha256', text, 'buffer');
const checksumOf = (keyId: string, secret: string) => crc32(`${keyId}_${secret}`).toString(16).padStart(8, '0');
