import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, customFetch as joseFetch, type JWTVerifyGetKey } from 'jose';
import type { Configuration, ServerMetadata } from 'openid-client';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings.js';
import { OutboundFetch } from '../outbound/outbound-fetch.service.js';
import type { IdentityProvider } from './identity-provider.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import { isSafe } from './read-issuer.js';
import { ProviderAway } from './sign-in-errors.js';

type OpenIdClient = typeof import('openid-client');

/** RuleForge as a client of one provider: what the provider says of itself, and how to talk to it. */
export interface OidcClient {
  readonly oidc: OpenIdClient;
  readonly configuration: Configuration;
  /** The provider's public keys, fetched when they are needed and again when an unknown one is. */
  readonly keys: JWTVerifyGetKey;
}

/** How long a provider's description of itself counts; a change of the settings makes it void at once. */
const FRESH_MS = 300_000;
const MOST_KEPT = 500;
const PATIENCE_SECONDS = 5;

/** Clients of providers, by discovery (OpenID Connect Discovery 1.0 §4). */
@Injectable()
export class OidcClients {
  private readonly kept = new Map<string, { readonly client: Promise<OidcClient>; readonly until: number }>();

  constructor(
    private readonly settings: Settings,
    private readonly outbound: OutboundFetch,
    private readonly providers: IdentityProvidersService,
  ) {}

  /** @throws ProviderAway, SecretUnreadable */
  async get(tx: EntityManager, provider: IdentityProvider): Promise<OidcClient> {
    const key = `${provider.id} ${provider.revision}`;
    const known = this.kept.get(key);
    if (known && known.until > Date.now()) return known.client;
    const secret = await this.providers.readSecret(tx, provider);
    const client = this.discover(provider, secret);
    this.keep(key, client);
    client.catch(() => this.kept.delete(key));
    return client;
  }

  private keep(key: string, client: Promise<OidcClient>): void {
    this.kept.delete(key);
    this.kept.set(key, { client, until: Date.now() + FRESH_MS });
    const [oldest] = this.kept.keys();
    if (this.kept.size > MOST_KEPT && oldest !== undefined) this.kept.delete(oldest);
  }

  private async discover({ issuer, clientId }: IdentityProvider, secret: string): Promise<OidcClient> {
    try {
      const server = new URL(issuer);
      // Loaded with the first sign-in: a process that only provisions goes without.
      const oidc = await import('openid-client');
      const isLoopback = server.protocol === 'http:';
      const discovered = await oidc.discovery(server, clientId, undefined, undefined, {
        [oidc.customFetch]: this.fetch,
        timeout: PATIENCE_SECONDS,
        execute: isLoopback ? [oidc.allowInsecureRequests] : [],
      });
      const metadata = discovered.serverMetadata();
      this.refuseUnsafe(metadata);
      const configuration = new oidc.Configuration(
        metadata,
        clientId,
        undefined,
        authenticationOf(oidc, metadata, secret),
      );
      configuration[oidc.customFetch] = this.fetch;
      configuration.timeout = PATIENCE_SECONDS;
      if (isLoopback) oidc.allowInsecureRequests(configuration);
      oidc.enableNonRepudiationChecks(configuration);
      return { oidc, configuration, keys: this.keysAt(metadata.jwks_uri ?? '') };
    } catch (cause) {
      throw new ProviderAway(cause);
    }
  }

  /** Browsers are sent to some of these, and none may be a script or cross the network in the clear. */
  private refuseUnsafe(metadata: ServerMetadata): void {
    const optional = [metadata.end_session_endpoint, metadata.userinfo_endpoint].filter((url) => url !== undefined);
    for (const url of [metadata.authorization_endpoint, metadata.token_endpoint, metadata.jwks_uri, ...optional]) {
      if (!this.isSafeUrl(url)) throw new TypeError(`The provider names an endpoint that is not safe: ${String(url)}`);
    }
  }

  private isSafeUrl(url: string | undefined): boolean {
    return url !== undefined && URL.canParse(url) && isSafe(new URL(url), this.settings.ssoAllowPrivateNetworks);
  }

  private keysAt(url: string): JWTVerifyGetKey {
    return createRemoteJWKSet(new URL(url), { [joseFetch]: this.fetch, timeoutDuration: PATIENCE_SECONDS * 1_000 });
  }

  private readonly fetch = async (url: string, options: object): Promise<Response> => {
    if (!this.isSafeUrl(url)) throw new TypeError('Only addresses with TLS are asked.');
    // Undici's answer is the platform's in everything but the declaration.
    return (await this.outbound.fetch(url, options)) as unknown as Response;
  };
}

/** Basic, which is the default of OpenID Connect Core §9, unless the provider says that it knows only the other. */
function authenticationOf(oidc: OpenIdClient, metadata: ServerMetadata, secret: string) {
  const takesBasic = metadata.token_endpoint_auth_methods_supported?.includes('client_secret_basic') ?? true;
  return takesBasic ? oidc.ClientSecretBasic(secret) : oidc.ClientSecretPost(secret);
}
