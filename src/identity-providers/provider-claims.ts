import type { MatchClaim } from './identity-provider.js';

/** What a provider asserts of a person, as far as it matters here. */
export interface ProviderClaims {
  readonly subject: string;
  /** The provider's own session. */
  readonly sid: string | undefined;
  readonly name: string | undefined;
  readonly email: string | undefined;
  /** Whether the provider says that the address was verified; `undefined` when it says nothing. */
  readonly emailVerified: boolean | undefined;
  /** When the person was asked last who they are, in seconds since the epoch. */
  readonly authTime: number | undefined;
  /** The claim that is compared with externalIds. */
  readonly externalId: string | undefined;
}

/** Of an ID token's and a userinfo answer's claims. Only the JSON `true` is a verified address (threat: weak claims). */
export function readClaims(claims: Readonly<Record<string, unknown>>, matchClaim: MatchClaim): ProviderClaims {
  const text = (name: string) => readText(claims[name]);
  const verified = claims['email_verified'];
  return {
    subject: text('sub') ?? '',
    sid: text('sid'),
    name: text('name'),
    email: text('email'),
    emailVerified: verified === undefined ? undefined : verified === true,
    authTime: readMoment(claims['auth_time']),
    externalId: text(matchClaim),
  };
}

/** Up to the year 2100. */
const readMoment = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value < 4_102_444_800 ? Math.floor(value) : undefined;

/** Longer than any identifier that a directory may send. */
const LONGEST = 1_000;

const readText = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' && value.length <= LONGEST && !value.includes('\0') ? value : undefined;
