import { type ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import type { CheckedToken } from '../connections/token-checks.service.js';
import { ScimError } from '../core/errors/scim-error.js';
import { REALM, ScimBearerStrategy } from './bearer.strategy.js';
import { type HttpRequest, routedExchangeOf } from './exchange-of.js';
import { hasTwoCredentials } from './has-two-credentials.js';
import { Reading } from './reading.decorator.js';
import { RateLimits } from './rate-limits.service.js';

/**
 * Lets a request in whose token is live, belongs to the connection that the path names, if it names one, and may do
 * what the route does.
 *
 * @throws ScimError 401 with challenge, 403 for what the token or its connection may not do, 429, 503 while paused
 */
@Injectable()
export class ScimBearerGuard extends AuthGuard() {
  constructor(
    strategy: ScimBearerStrategy,
    private readonly limits: RateLimits,
  ) {
    super({ defaultStrategy: strategy.name });
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<HttpRequest & { user?: CheckedToken }>();
    const exchange = routedExchangeOf(context);
    const token = await this.authenticate(context, request);
    exchange.caller = {
      organizationId: token.organizationId,
      connectionId: token.connectionId,
      connectionName: token.connectionName,
      adopts: token.adopts,
      strict: token.strict,
      tokenId: token.id,
      oauthClientId: token.oauthClientId ?? undefined,
      access: token.access,
      requestId: exchange.requestId,
    };
    await this.limits.takeRequest(token.connectionId);
    refuseWhatIsNotAllowed(token, isReading(context, request.method));
    return true;
  }

  override handleRequest<Principal>(error: unknown, principal: Principal, challenge: unknown): Principal {
    if (error) throw error instanceof Error ? error : new Error('The bearer strategy failed.', { cause: error });
    if (principal) return principal;
    throw unauthorized(typeof challenge === 'string' ? challenge : undefined);
  }

  private async authenticate(context: ExecutionContext, request: HttpRequest & { user?: CheckedToken }) {
    try {
      if (hasTwoCredentials(request)) throw unauthorized();
      await super.canActivate(context);
      const token = request.user;
      const wanted = request.params?.['connectionId'];
      // The same answer as for an unknown token: a path tells nobody whether its connection exists.
      if (!token || (wanted !== undefined && wanted !== token.connectionId)) throw unauthorized(INVALID_TOKEN);
      return token;
    } catch (error) {
      if (error instanceof ScimError && error.status === 401) await this.limits.takeRefusal(request.ip ?? '');
      throw error;
    }
  }
}

function refuseWhatIsNotAllowed({ access, oauthClientId, connectionState }: CheckedToken, reads: boolean): void {
  if (connectionState === 'paused') throw ScimError.unavailable(undefined, PAUSED_RETRY_SECONDS);
  if (connectionState === 'draft') {
    throw ScimError.forbidden('This connection is still a draft. Activate it in Settings → Identity → Provisioning.');
  }
  if (access === 'read' && !reads) {
    throw ScimError.insufficientScope(oauthClientId === null ? READ_TOKEN : READ_SCOPE, NEEDS_WRITING);
  }
}

const isReading = (context: ExecutionContext, method: string) =>
  method === 'GET' || method === 'HEAD' || Reflect.getMetadata(Reading.KEY, context.getHandler()) === true;

/** When to ask a paused connection again. */
export const PAUSED_RETRY_SECONDS = 300;
const READ_TOKEN = 'This token may only read. Use one with write access.';
const READ_SCOPE = 'This access token may only read. Ask for one with the scope scim, by a client that may have it.';
const NEEDS_WRITING = `Bearer realm="${REALM}", error="insufficient_scope", scope="scim"`;
const INVALID_TOKEN = `Bearer realm="${REALM}", error="invalid_token"`;
const unauthorized = (challenge = `Bearer realm="${REALM}"`) =>
  ScimError.unauthorized('Send a valid bearer token of this connection in the Authorization header.', challenge);
