import type { EventDelivery } from '../event-types.js';

/** The body of a webhook. Receivers must expect further members. */
export const representWebhook = ({ attributes, externalId, ...delivery }: EventDelivery) => ({
  id: delivery.id,
  type: delivery.type,
  organizationId: delivery.organizationId,
  occurredAt: delivery.occurredAt.toISOString(),
  auditEntryId: delivery.auditEntryId,
  actor: { kind: delivery.actorKind, id: delivery.actorId },
  subject: {
    kind: delivery.subjectKind,
    id: delivery.subjectId,
    ...(externalId === null ? {} : { externalId }),
  },
  ...(attributes === null ? {} : { attributes }),
});
