import type { Session } from '../../../sessions/session.js';

/** How the holder of a session proves once more who they are: the way in which the session was opened. */
export type WayToProve = { readonly kind: 'password' } | { readonly kind: 'provider'; readonly path: string };

/** The provider's page leads back to `next`, a path of this site, with the session proved anew. */
export const wayToProve = ({ openedBy }: Session, next: string): WayToProve =>
  openedBy === 'password'
    ? { kind: 'password' }
    : { kind: 'provider', path: `${PROVIDER_PROOF_PATH}?next=${encodeURIComponent(next)}` };

/** Asks the identity provider of the session for a new sign-in (OpenID Connect Core §3.1.2.1: `prompt=login`). */
export const PROVIDER_PROOF_PATH = '/sso/confirm';
