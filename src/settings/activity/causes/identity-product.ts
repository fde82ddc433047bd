/** Which provider's console a hint is for. */
export type IdentityProduct = 'okta' | 'entra' | 'onelogin' | 'google' | 'jumpcloud' | 'ping' | 'other';

/** By what it calls itself in its requests, or by what an administrator called the connection. */
export function identityProductOf(client: string | null, connectionName: string): IdentityProduct {
  const text = `${client ?? ''} ${connectionName}`;
  return PATTERNS.find(([pattern]) => pattern.test(text))?.[1] ?? 'other';
}

const PATTERNS: readonly (readonly [RegExp, IdentityProduct])[] = [
  [/okta/i, 'okta'],
  [/entra|azure|microsoft/i, 'entra'],
  [/onelogin/i, 'onelogin'],
  [/google/i, 'google'],
  [/jumpcloud/i, 'jumpcloud'],
  [/\bping/i, 'ping'],
];
