/**
 * How far a provider is: `draft` until its configuration was checked, `validated` until an administrator lets people in
 * through it. A change of whom RuleForge talks to makes it a draft again.
 */
export type ProviderState = 'draft' | 'validated' | 'active';

/** An OpenID Connect provider through which members of one organization sign in. Its client secret is never read. */
export interface IdentityProvider extends ProviderSettings {
  readonly organizationId: string;
  readonly id: string;
  readonly state: ProviderState;
  /** When somebody last signed in for a test. */
  readonly testedAt: Date | null;
  /** Counts changes, so that nothing is used that was read before one. */
  readonly revision: number;
}

/** What an administrator sets. */
export interface ProviderSettings {
  readonly name: string;
  /** Exactly what the provider calls itself. */
  readonly issuer: string;
  readonly clientId: string;
  /** In ASCII, lower case. */
  readonly domains: readonly string[];
  /** The SCIM connection by which the same provider provisions; its externalIds are compared with `matchClaim`. */
  readonly connectionId: string | null;
  readonly matchClaim: MatchClaim;
  /** Whether an e-mail of an allowed domain counts as verified where the provider does not say whether it is. */
  readonly trustsEmail: boolean;
}

/** Claims that providers are known to send as a SCIM externalId too. */
export const MATCH_CLAIMS = ['sub', 'oid', 'uid', 'employee_id', 'preferred_username'] as const;

export type MatchClaim = (typeof MATCH_CLAIMS)[number];

export const PROVIDER_LIMITS = {
  providers: 20,
  domains: 50,
  name: 100,
  issuer: 500,
  clientId: 500,
  clientSecret: 2_000,
};
