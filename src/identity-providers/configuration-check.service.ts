import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings.js';
import { OutboundFetch } from '../outbound/outbound-fetch.service.js';
import { AddressRefused } from '../outbound/public-lookup.js';
import type { IdentityProvider } from './identity-provider.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import { discoveryUrl, isSafe } from './read-issuer.js';

/** What is looked at, in this order; a check that depends on a failed one is left out. */
export type CheckName =
  'discovery' | 'issuer' | 'endpoints' | 'codeFlow' | 'signing' | 'keys' | 'secret' | 'pkce' | 'logout' | 'backChannel';

export type CheckOutcome = 'passed' | 'failed' | 'noted';

/** Why the provider's description of itself cannot be had. */
export type DiscoveryFailure = 'private' | 'unreachable' | 'notFound' | 'notJson';

export interface Check {
  readonly name: CheckName;
  readonly outcome: CheckOutcome;
  /** What was found, for who has to mend it: an issuer, an address, algorithms. */
  readonly found?: string;
  readonly failure?: DiscoveryFailure;
}

type Metadata = Readonly<Record<string, unknown>>;

/** Looks whether a provider can be signed in through, without signing anybody in. */
@Injectable()
export class ConfigurationCheck {
  constructor(
    private readonly settings: Settings,
    private readonly outbound: OutboundFetch,
    private readonly providers: IdentityProvidersService,
  ) {}

  async run(tx: EntityManager, provider: IdentityProvider): Promise<readonly Check[]> {
    const metadata = await this.fetchJson(discoveryUrl(provider.issuer));
    if (typeof metadata === 'string') {
      return [{ name: 'discovery', outcome: 'failed', failure: metadata, found: discoveryUrl(provider.issuer) }];
    }
    return [
      { name: 'discovery', outcome: 'passed', found: discoveryUrl(provider.issuer) },
      checkIssuer(metadata, provider.issuer),
      this.checkEndpoints(metadata),
      checkCodeFlow(metadata),
      checkSigning(metadata),
      await this.checkKeys(metadata),
      await this.checkSecret(tx, provider),
      note('pkce', listOf(metadata, 'code_challenge_methods_supported').includes('S256')),
      note('logout', typeof metadata['end_session_endpoint'] === 'string'),
      note('backChannel', metadata['backchannel_logout_supported'] === true),
    ];
  }

  private checkEndpoints(metadata: Metadata): Check {
    const required = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'];
    const optional = ['userinfo_endpoint', 'end_session_endpoint'].filter((name) => metadata[name] !== undefined);
    const unsafe = [...required, ...optional].filter((name) => !this.isSafeUrl(metadata[name]));
    return unsafe.length === 0
      ? { name: 'endpoints', outcome: 'passed' }
      : { name: 'endpoints', outcome: 'failed', found: unsafe.join(', ') };
  }

  private async checkKeys(metadata: Metadata): Promise<Check> {
    const url = metadata['jwks_uri'];
    if (!this.isSafeUrl(url)) return { name: 'keys', outcome: 'failed' };
    const set = await this.fetchJson(url);
    const hasKeys = typeof set !== 'string' && Array.isArray(set['keys']) && set['keys'].length > 0;
    return { name: 'keys', outcome: hasKeys ? 'passed' : 'failed', found: url };
  }

  private async checkSecret(tx: EntityManager, provider: IdentityProvider): Promise<Check> {
    const secret = await this.providers.readSecret(tx, provider).catch(() => undefined);
    return { name: 'secret', outcome: secret === undefined ? 'failed' : 'passed' };
  }

  private isSafeUrl(url: unknown): url is string {
    return typeof url === 'string' && URL.canParse(url) && isSafe(new URL(url), this.settings.ssoAllowPrivateNetworks);
  }

  private async fetchJson(url: string): Promise<Metadata | DiscoveryFailure> {
    try {
      const answer = await this.outbound.fetch(url, { headers: { accept: 'application/json' } });
      const text = await answer.text();
      return answer.status === 200 ? readObject(text) : 'notFound';
    } catch (error) {
      return isPrivate(error) ? 'private' : 'unreachable';
    }
  }
}

/** Fetch wraps what the lookup refused. */
const isPrivate = (error: unknown): boolean =>
  error instanceof AddressRefused || (error instanceof Error && error.cause !== undefined && isPrivate(error.cause));

function readObject(text: string): Metadata | DiscoveryFailure {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Metadata) : 'notJson';
  } catch {
    return 'notJson';
  }
}

/** OpenID Connect Discovery 1.0 §4.3: identical. A host alone is the same with and without its slash. */
function checkIssuer({ issuer }: Metadata, expected: string): Check {
  const isSame = typeof issuer === 'string' && URL.canParse(issuer) && new URL(issuer).href === new URL(expected).href;
  return { name: 'issuer', outcome: isSame ? 'passed' : 'failed', found: typeof issuer === 'string' ? issuer : '' };
}

function checkCodeFlow(metadata: Metadata): Check {
  const types = listOf(metadata, 'response_types_supported');
  return { name: 'codeFlow', outcome: types.includes('code') ? 'passed' : 'failed', found: types.join(', ') };
}

/** What ID tokens are signed by, unless the client is told otherwise at the provider, is RS256. */
function checkSigning(metadata: Metadata): Check {
  const algorithms = listOf(metadata, 'id_token_signing_alg_values_supported');
  const isSigned = algorithms.some((algorithm) => /^(?:[RPE]S(?:256|384|512)|EdDSA|Ed25519)$/.test(algorithm));
  return { name: 'signing', outcome: isSigned ? 'passed' : 'failed', found: algorithms.join(', ') };
}

const note = (name: CheckName, isThere: boolean): Check => ({ name, outcome: isThere ? 'passed' : 'noted' });

const listOf = (metadata: Metadata, name: string): readonly string[] => {
  const value = metadata[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
};
