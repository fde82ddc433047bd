import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Actor } from './actor.js';

/** One thing that happened in an organization. Never changed once written; holds no secret. */
@Entity('audit_entries')
export class AuditEntry {
  @PrimaryColumn('uuid', { name: 'organization_id' })
  organizationId!: string;

  /** A UUID of version 7: the order of ids is the order of events. */
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text', { name: 'actor_kind' })
  actorKind!: Actor['kind'];

  @Column('text', { name: 'actor_id' })
  actorId!: string;

  @Column('text', { name: 'actor_name' })
  actorName!: string;

  @Column('text')
  action!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: string;

  @Column('text', { name: 'subject_id' })
  subjectId!: string;

  @Column('text', { name: 'subject_name' })
  subjectName!: string;

  @Column('json')
  details!: Readonly<Record<string, unknown>>;

  @Column('text', { name: 'request_id', nullable: true })
  requestId!: string | null;
}
