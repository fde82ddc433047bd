import { Column, Entity, PrimaryColumn } from 'typeorm';

export type TokenAccess = 'write' | 'read';

/** A bearer token of a connection: everything but the token itself, of which only a digest is kept. */
@Entity({ name: 'scim_tokens' })
export class Token {
  /** The key id that stands in the token; no secret. */
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId!: string;

  @Column({ name: 'connection_id', type: 'text' })
  connectionId!: string;

  @Column({ type: 'text' })
  label!: string;

  @Column({ type: 'bytea', select: false })
  digest!: Buffer;

  @Column({ type: 'text' })
  access!: TokenAccess;

  /** The OAuth client whose access token it is; nobody's when an administrator issued it. */
  @Column({ name: 'oauth_client_id', type: 'text', nullable: true })
  oauthClientId!: string | null;

  /** What the client proved itself by to get it. */
  @Column({ name: 'oauth_credential_id', type: 'text', nullable: true, select: false })
  oauthCredentialId!: string | null;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  /** The key id of the token that was issued in its place, which leaves it working for the overlap. */
  @Column({ name: 'replaced_by', type: 'text', nullable: true })
  replacedBy!: string | null;

  @Column({ name: 'replaced_at', type: 'timestamptz', nullable: true })
  replacedAt!: Date | null;

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ name: 'last_used_address', type: 'text', nullable: true })
  lastUsedAddress!: string | null;

  @Column({ name: 'last_used_client', type: 'text', nullable: true })
  lastUsedClient!: string | null;
}
