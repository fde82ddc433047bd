import type { Actor } from '../audit/actor.js';

export const OFFBOARDING_KINDS = ['deactivated', 'removed'] as const;
export type OffboardingKind = (typeof OFFBOARDING_KINDS)[number];

/** Whose access ended, who asked for it and when, and when it was cut with what. */
export interface Offboarding {
  /** A UUID of version 7, of the audit entry too: the order of ids is the order of events. */
  readonly id: string;
  readonly memberId: string;
  readonly name: string;
  readonly userName: string;
  readonly email: string | null;
  readonly kind: OffboardingKind;
  readonly actorKind: Actor['kind'];
  readonly actorName: string;
  readonly requestId: string | null;
  /** When the request arrived that asked for it. */
  readonly askedAt: Date;
  /** When the transaction committed. */
  readonly cutAt: Date;
  readonly sessions: number;
  readonly apiKeys: number;
  readonly invitations: number;
  readonly undoneAt: Date | null;
}

/** Of `offboardings o`. */
export const OFFBOARDING_COLUMNS = `
  o.id, o.member_id AS "memberId", o.name, o.user_name AS "userName", o.email, o.kind, o.actor_kind AS "actorKind",
  o.actor_name AS "actorName", o.request_id AS "requestId", o.asked_at AS "askedAt", o.cut_at AS "cutAt", o.sessions,
  o.api_keys AS "apiKeys", o.invitations, o.undone_at AS "undoneAt"`;
