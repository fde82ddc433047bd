import { Controller, HttpCode, Post, UseFilters } from '@nestjs/common';
import { ScimError } from '../core/errors/scim-error.js';
import { AccessTokens } from '../oauth/access-tokens.service.js';
import { ClientChecks, type ProvenClient } from '../oauth/client-checks.service.js';
import { OAuthError } from '../oauth/oauth-error.js';
import type { ClientProof, TokenRequest } from '../oauth/read-token-request.js';
import { grantScopes } from '../oauth/scopes.js';
import { Addresses } from './addresses.js';
import { PAUSED_RETRY_SECONDS } from './bearer.guard.js';
import { OAuthExceptionFilter } from './oauth-exception.filter.js';
import { type OAuthDocument, OAuthReplies } from './oauth-replies.service.js';
import { RateLimits } from './rate-limits.service.js';
import { type Conversation, Talk, WholeRequest } from './request-parts.decorator.js';
import { TokenRequestPipe } from './token-request.pipe.js';

/** Access tokens for the OAuth clients of a connection, by the client credentials grant (RFC 6749 §4.4). */
@Controller(':connectionId/oauth')
@UseFilters(OAuthExceptionFilter)
export class OAuthTokenController {
  constructor(
    private readonly clients: ClientChecks,
    private readonly tokens: AccessTokens,
    private readonly addresses: Addresses,
    private readonly limits: RateLimits,
    private readonly replies: OAuthReplies,
  ) {}

  @Post('token')
  @HttpCode(200)
  async issue(
    @Talk() talk: Conversation,
    @WholeRequest(TokenRequestPipe) { proof, scopes }: TokenRequest,
  ): Promise<OAuthDocument> {
    const client = await this.authenticate(talk, proof);
    await this.limits.takeRequest(client.connectionId);
    refuseWhatIsNotServed(client);
    const { scope, access } = grantScopes(scopes, client.access);
    const issued = await this.tokens.issue(client, access);
    // Its credentials were changed between the two statements: who asks again is judged by the new ones.
    if (!issued) throw ScimError.unavailable(undefined, 1);
    return this.replies.accessToken(talk, issued, scope);
  }

  private async authenticate({ exchange, request }: Conversation, proof: ClientProof): Promise<ProvenClient> {
    try {
      const connectionId = exchange.pathConnectionId ?? '';
      const client = await this.clients.find(connectionId, this.clients.claimedId(proof));
      exchange.oauthClientId = client?.id;
      const issuer = this.addresses.issuer(connectionId);
      return await this.clients.prove(client, proof, [issuer, this.addresses.tokenEndpoint(connectionId)]);
    } catch (error) {
      if (error instanceof OAuthError && error.status === 401) await this.limits.takeRefusal(request.ip ?? '');
      throw error;
    }
  }
}

/** What SCIM itself answers for such a connection, in the words of OAuth. */
function refuseWhatIsNotServed({ connectionState }: ProvenClient): void {
  if (connectionState === 'paused') throw ScimError.unavailable(undefined, PAUSED_RETRY_SECONDS);
  if (connectionState === 'draft') {
    throw OAuthError.unauthorizedClient('This connection is still a draft. Activate it in the settings of RuleForge.');
  }
}
