/** What receivers can be told of. The migration `events` says which entries of the audit log are which. */
export const EVENT_TYPES = [
  'member.created',
  'member.updated',
  'member.activated',
  'member.deactivated',
  'member.sessions_ended',
  'member.removed',
  'group.created',
  'group.updated',
  'group.deleted',
] as const;

export type EventType = (typeof EVENT_TYPES)[number];

/** One event for one receiver. Names what changed, never how. */
export interface EventDelivery {
  readonly organizationId: string;
  readonly id: string;
  /** The entry of the audit log that it comes from; several events may come from one. */
  readonly auditEntryId: string;
  readonly type: EventType | 'receiver.test';
  readonly occurredAt: Date;
  readonly actorKind: 'member' | 'connection' | 'operator' | 'system';
  readonly actorId: string;
  readonly subjectKind: 'member' | 'group' | 'event_receiver';
  readonly subjectId: string;
  readonly externalId: string | null;
  /** Attributes that a created or updated subject has or changed, as RFC 7644 §3.10 writes them; else null. */
  readonly attributes: readonly string[] | null;
  /** Whether the change was asked for as a replacement of the whole. */
  readonly replaced: boolean;
}

/** The columns of an `EventDelivery`, of `event_deliveries d`. */
export const DELIVERY_COLUMNS = `
  d.organization_id AS "organizationId", d.id, d.audit_entry_id AS "auditEntryId", d.type,
  d.occurred_at AS "occurredAt", d.actor_kind AS "actorKind", d.actor_id AS "actorId",
  d.subject_kind AS "subjectKind", d.subject_id AS "subjectId", d.external_id AS "externalId", d.attributes, d.replaced`;
