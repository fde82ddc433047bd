import type { TokenAccess } from '../connections/token.entity.js';
import { OAuthError } from './oauth-error.js';

/** What an access token is good for: everything that a connection does, or reading. */
export const SCOPES = ['scim', 'scim.read'] as const;

export type Scope = (typeof SCOPES)[number];

const ACCESS: Readonly<Record<Scope, TokenAccess>> = { scim: 'write', 'scim.read': 'read' };
const EVERYTHING: Readonly<Record<TokenAccess, Scope>> = { write: 'scim', read: 'scim.read' };

/**
 * The value of `scope`: names between blanks (RFC 6749 §3.3).
 * @throws OAuthError 400 `invalid_scope`
 */
export function readScopes(text = ''): readonly Scope[] {
  const names = text.split(' ').filter((name) => name !== '');
  if (!names.every(isScope)) {
    throw OAuthError.invalidScope(
      `The scopes are ${SCOPES.join(' and ')}. Leave scope out to get what the client may have.`,
    );
  }
  return [...new Set(names)];
}

/**
 * What a client that may do so much is given when it asks for those scopes, or for none in particular.
 * @throws OAuthError 400 `invalid_scope` when that is more than it may have
 */
export function grantScopes(asked: readonly Scope[], most: TokenAccess): { scope: string; access: TokenAccess } {
  const scopes = asked.length > 0 ? asked : [EVERYTHING[most]];
  const access = scopes.some((scope) => ACCESS[scope] === 'write') ? 'write' : 'read';
  if (access === 'write' && most === 'read') {
    throw OAuthError.invalidScope('This client may only read: ask for scim.read.');
  }
  return { scope: scopes.join(' '), access };
}

const isScope = (name: string): name is Scope => (SCOPES as readonly string[]).includes(name);
