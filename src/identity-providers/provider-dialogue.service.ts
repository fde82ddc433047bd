import { Injectable } from '@nestjs/common';
import type { TokenEndpointResponse, TokenEndpointResponseHelpers } from 'openid-client';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings.js';
import type { FlowSecrets } from './flow-secrets.js';
import type { IdentityProvider } from './identity-provider.js';
import { type OidcClient, OidcClients } from './oidc-clients.service.js';
import { type ProviderClaims, readClaims } from './provider-claims.js';
import { toSignInError } from './to-sign-in-error.js';
import { AnswerInvalid } from './sign-in-errors.js';
import type { ReturnedFlow } from './sign-in-flows.service.js';

/** Where providers send people back to; it must be entered at the provider exactly like this. */
export const CALLBACK_PATH = '/sso/oidc/callback';

/** What a provider asserted just now. */
export interface Assertion {
  readonly claims: ProviderClaims;
  readonly idToken: string;
}

export interface Departure extends FlowSecrets {
  readonly state: string;
  readonly fresh: boolean;
  readonly loginHint: string | undefined;
}

/** The authorization code flow with PKCE, state and nonce (OpenID Connect Core §3.1, RFC 7636, RFC 9207). */
@Injectable()
export class ProviderDialogue {
  constructor(
    private readonly settings: Settings,
    private readonly clients: OidcClients,
  ) {}

  get callbackUrl(): string {
    return `${this.settings.publicUrl}${CALLBACK_PATH}`;
  }

  /** Where the browser has to go to sign in. @throws ProviderAway, SecretUnreadable */
  async departure(tx: EntityManager, provider: IdentityProvider, departure: Departure): Promise<URL> {
    const { oidc, configuration } = await this.clients.get(tx, provider);
    const { state, nonce, codeVerifier, fresh, loginHint } = departure;
    return oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.callbackUrl,
      scope: 'openid profile email',
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(codeVerifier),
      code_challenge_method: 'S256',
      ...(loginHint === undefined ? {} : { login_hint: loginHint }),
      ...(fresh ? { prompt: 'login', max_age: '0' } : {}),
    });
  }

  /**
   * Turns what the browser brought back into what the provider asserts, all of it verified.
   * @throws ProviderRefused, AnswerInvalid, ClientRejected, ProviderAway, SecretUnreadable
   */
  async assertion(
    tx: EntityManager,
    provider: IdentityProvider,
    flow: ReturnedFlow,
    query: URLSearchParams,
  ): Promise<Assertion> {
    const client = await this.clients.get(tx, provider);
    try {
      const tokens = await client.oidc.authorizationCodeGrant(client.configuration, this.returnedTo(query), {
        expectedState: flow.state,
        expectedNonce: flow.nonce,
        pkceCodeVerifier: flow.codeVerifier,
        idTokenExpected: true,
        ...(flow.fresh ? { maxAge: 0 } : {}),
      });
      const claims = readClaims(await this.readAll(client, provider, tokens), provider.matchClaim);
      if (claims.subject === '') throw new AnswerInvalid();
      return { claims, idToken: tokens.id_token ?? '' };
    } catch (error) {
      throw await toSignInError(error);
    }
  }

  /** Where the provider ends its own session too, if it can (OpenID Connect RP-Initiated Logout 1.0 §2). */
  async signOutUrl(tx: EntityManager, provider: IdentityProvider, idToken: string): Promise<URL | undefined> {
    const { oidc, configuration } = await this.clients.get(tx, provider);
    if (configuration.serverMetadata().end_session_endpoint === undefined) return undefined;
    return oidc.buildEndSessionUrl(configuration, {
      id_token_hint: idToken,
      post_logout_redirect_uri: `${this.settings.publicUrl}/sign-in`,
    });
  }

  /** The ID token's claims; those that it lacks, of userinfo about the same person (OpenID Connect Core §5.3.2). */
  private async readAll(
    { oidc, configuration }: OidcClient,
    { matchClaim }: IdentityProvider,
    tokens: TokenEndpointResponse & TokenEndpointResponseHelpers,
  ): Promise<Readonly<Record<string, unknown>>> {
    const claims: Readonly<Record<string, unknown>> = { ...tokens.claims() };
    const lacks = claims['email'] === undefined || claims[matchClaim] === undefined;
    if (!lacks || configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
    const more = await oidc.fetchUserInfo(configuration, tokens.access_token, String(claims['sub']));
    return { ...more, ...claims };
  }

  /** What the provider was told to send people back to, whatever host the request came in by. */
  private returnedTo(query: URLSearchParams): URL {
    const url = new URL(this.callbackUrl);
    url.search = query.toString();
    return url;
  }
}
