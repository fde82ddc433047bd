import { Column, Entity, PrimaryColumn } from 'typeorm';

export type ConnectionState = 'draft' | 'active' | 'paused' | 'removed';

/** One identity provider bound to one organization. */
@Entity({ name: 'scim_connections' })
export class Connection {
  /** Lower-case letters and digits only: it stands in the base URL, where Okta refuses `_`. */
  @PrimaryColumn({ type: 'text' })
  id!: string;

  @Column({ name: 'organization_id', type: 'uuid' })
  organizationId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ type: 'text' })
  state!: ConnectionState;

  /** Whether PUT and PATCH may take over members that no connection manages. */
  @Column({ type: 'boolean' })
  adopts!: boolean;

  /** Whether what other connections tolerate is refused. */
  @Column({ type: 'boolean' })
  strict!: boolean;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
