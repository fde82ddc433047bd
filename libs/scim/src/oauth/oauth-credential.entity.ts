import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PublicKey } from './read-public-keys.js';

/** What an OAuth client proves itself by: a secret, of which only a digest is kept, or a public key. */
@Entity({ name: 'scim_oauth_credentials' })
export class OAuthCredential {
  @PrimaryColumn({ name: 'organization_id', type: 'uuid' })
  organizationId!: string;

  @PrimaryColumn({ name: 'client_id', type: 'text' })
  clientId!: string;

  /** The key id that stands in the secret, or the thumbprint of the key (RFC 7638). */
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ type: 'bytea', nullable: true, select: false })
  digest!: Buffer | null;

  @Column({ type: 'jsonb', nullable: true })
  jwk!: PublicKey | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  /** Keys do not expire; they are replaced. */
  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  /** When another secret was issued in its place, which leaves it working for the overlap. */
  @Column({ name: 'replaced_at', type: 'timestamptz', nullable: true })
  replacedAt!: Date | null;

  /** When it was last exchanged for an access token, to the minute. */
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;
}
