import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { compactDecrypt, CompactEncrypt } from 'jose';
import { Settings } from '../config/settings.js';
import { readSecretsKey } from './read-secrets-key.js';
import { SecretUnreadable } from './secret-errors.js';

/**
 * Keeps secrets that the application itself has to read again: as JWE (RFC 7516), by a key that the database does not
 * hold. What is sealed for one purpose opens for no other.
 */
@Injectable()
export class SecretBox {
  private readonly logger = new Logger(SecretBox.name);
  private known?: { readonly key: Uint8Array; readonly keyId: string };

  constructor(private readonly settings: Settings) {}

  /** @throws SecretUnreadable when there is no key */
  async seal(secret: string, purpose: string): Promise<string> {
    const { key, keyId } = this.key();
    return new CompactEncrypt(Buffer.from(secret))
      .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: keyId, purpose })
      .encrypt(key);
  }

  /** @throws SecretUnreadable */
  async open(sealed: string, purpose: string): Promise<string> {
    const { key } = this.key();
    const opened = await compactDecrypt(sealed, key, ALGORITHMS).catch((cause: unknown) => {
      throw new SecretUnreadable(cause);
    });
    if (opened.protectedHeader['purpose'] !== purpose) throw new SecretUnreadable();
    return Buffer.from(opened.plaintext).toString();
  }

  private key() {
    if (this.known) return this.known;
    const key = this.readKey();
    const keyId = createHash('sha256').update('key id').update(key).digest('base64url').slice(0, 8);
    return (this.known = { key, keyId });
  }

  private readKey(): Uint8Array {
    try {
      return new Uint8Array(readSecretsKey(this.settings));
    } catch (error) {
      this.logger.error(error);
      throw new SecretUnreadable(error);
    }
  }
}

const ALGORITHMS = { keyManagementAlgorithms: ['dir'], contentEncryptionAlgorithms: ['A256GCM'] };
