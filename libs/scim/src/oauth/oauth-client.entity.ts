import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TokenAccess } from '../connections/token.entity.js';

/** How a client proves who it is: by a secret that it shares with us, or by signing with a key that only it has. */
export type ClientMethod = 'client_secret' | 'private_key_jwt';

/** An OAuth client of a connection: what it may do, and how it proves who it is. */
@Entity({ name: 'scim_oauth_clients' })
export class OAuthClient {
  /** The `client_id`; no secret. */
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId!: string;

  @Column({ name: 'connection_id', type: 'text' })
  connectionId!: string;

  @Column({ type: 'text' })
  name!: string;

  /** The most that its access tokens may do. */
  @Column({ type: 'text' })
  access!: TokenAccess;

  @Column({ type: 'text' })
  method!: ClientMethod;

  /** Counts changes of its credentials: no access token is issued on what was read before the last one. */
  @Column({ type: 'integer', select: false })
  revision!: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt!: Date | null;

  /** When one of its access tokens was used last. */
  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ name: 'last_used_address', type: 'text', nullable: true })
  lastUsedAddress!: string | null;

  @Column({ name: 'last_used_client', type: 'text', nullable: true })
  lastUsedClient!: string | null;
}
