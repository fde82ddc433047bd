import type { EventDelivery } from '../event-types.js';

/** URIs of the security events that streams are given (RFC 9967 §2.4, CAEP 1.0 §3.1). */
export const EVENT_URIS = {
  created: 'urn:ietf:params:scim:event:prov:create:notice',
  patched: 'urn:ietf:params:scim:event:prov:patch:notice',
  replaced: 'urn:ietf:params:scim:event:prov:put:notice',
  deleted: 'urn:ietf:params:scim:event:prov:delete',
  activated: 'urn:ietf:params:scim:event:prov:activate',
  deactivated: 'urn:ietf:params:scim:event:prov:deactivate',
  sessionRevoked: 'https://schemas.openid.net/secevent/caep/event-type/session-revoked',
} as const;

/** SSF 1.0 §8.1.4.1: what a receiver is sent to see that the stream works. */
const VERIFICATION = 'https://schemas.openid.net/secevent/ssf/event-type/verification';

type Claims = Readonly<Record<string, unknown>>;

/** The claims of a security event token (RFC 8417) that tell what happened, and to whom; never a value of it. */
export function representEvent(delivery: EventDelivery): { readonly sub_id: Claims; readonly events: Claims } {
  const [uri, payload] = eventOf(delivery);
  return { sub_id: subjectOf(delivery), events: { [uri]: payload } };
}

/** RFC 9967 §2.1: the subject is named by its SCIM path, at the top level of the token. */
function subjectOf({ subjectKind, subjectId, externalId }: EventDelivery): Claims {
  if (subjectKind === 'event_receiver') return { format: 'opaque', id: subjectId };
  const uri = `/${subjectKind === 'group' ? 'Groups' : 'Users'}/${subjectId}`;
  return { format: 'scim', uri, ...(externalId === null ? {} : { externalId }) };
}

function eventOf(delivery: EventDelivery): readonly [uri: string, payload: Claims] {
  const notice = { attributes: delivery.attributes ?? [] };
  switch (delivery.type) {
    case 'member.created':
    case 'group.created':
      return [EVENT_URIS.created, notice];
    case 'member.updated':
    case 'group.updated':
      return [delivery.replaced ? EVENT_URIS.replaced : EVENT_URIS.patched, notice];
    case 'member.removed':
    case 'group.deleted':
      return [EVENT_URIS.deleted, {}];
    case 'member.activated':
      return [EVENT_URIS.activated, {}];
    case 'member.deactivated':
      return [EVENT_URIS.deactivated, {}];
    case 'member.sessions_ended':
      return [EVENT_URIS.sessionRevoked, revocationOf(delivery)];
    case 'receiver.test':
      return [VERIFICATION, {}];
    default:
      return delivery.type satisfies never;
  }
}

const revocationOf = ({ occurredAt, actorKind }: EventDelivery): Claims => ({
  event_timestamp: Math.floor(occurredAt.getTime() / 1_000),
  initiating_entity: actorKind === 'member' || actorKind === 'operator' ? 'admin' : 'system',
  reason_admin: { en: 'Access to the organization has ended.' },
});
