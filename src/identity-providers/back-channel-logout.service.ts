import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { errors, type JWTPayload, jwtVerify } from 'jose';
import { AuditService } from '../audit/audit.service.js';
import { Transactions } from '../database/transactions.js';
import { runStatement } from '../database/statement.js';
import { USE_LOGOUT_TOKEN } from './back-channel-logout.statements.js';
import type { IdentityProvider } from './identity-provider.js';
import { IdentityProvidersService } from './identity-providers.service.js';
import { OidcClients } from './oidc-clients.service.js';
import { type LoggedOut, ProviderAccess } from './provider-access.service.js';
import { AnswerInvalid, ProviderAway } from './sign-in-errors.js';

/** How long after it was issued a logout token is obeyed. */
const MOST_AGE_SECONDS = 600;

/** Ends sessions because the provider that opened them says so (OpenID Connect Back-Channel Logout 1.0). */
@Injectable()
export class BackChannelLogout {
  constructor(
    private readonly transactions: Transactions,
    private readonly providers: IdentityProvidersService,
    private readonly clients: OidcClients,
    private readonly access: ProviderAccess,
    private readonly audit: AuditService,
  ) {}

  /**
   * When it returns, the sessions have ended. There may have been none.
   * @throws ProviderNotFound, AnswerInvalid, ProviderAway, SecretUnreadable
   */
  async logOut(providerId: string, token: string, requestId: string | undefined): Promise<void> {
    const provider = await this.providers.getActive(this.transactions.single, providerId);
    const payload = await this.verify(provider, token);
    await this.transactions.run(async (tx) => {
      const { organizationId, id, name } = provider;
      const digest = createHash('sha256').update(payload.jti).digest();
      const [first] = await runStatement(tx, USE_LOGOUT_TOKEN, [organizationId, id, digest, 2 * MOST_AGE_SECONDS]);
      if (!first) throw new AnswerInvalid();
      const ended = await this.access.endSessionsOf(tx, provider, payload.whom);
      const byName = new Map(ended.map((session) => [session.memberId, session.name]));
      for (const [memberId, memberName] of byName) {
        await this.audit.record(tx, {
          organizationId,
          actor: { kind: 'system', id: 'single-sign-on', name: 'Single sign-on', ...(requestId && { requestId }) },
          action: 'member.signed_out',
          subject: { kind: 'member', id: memberId, name: memberName },
          details: {
            by: 'identity_provider',
            provider: name,
            sessionsEnded: ended.filter((session) => session.memberId === memberId).length,
          },
        });
      }
    });
  }

  /** Back-Channel Logout 1.0 §2.6. */
  private async verify(provider: IdentityProvider, token: string): Promise<LogoutToken> {
    const { configuration, keys } = await this.clients.get(this.transactions.single, provider);
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer: configuration.serverMetadata().issuer,
        audience: provider.clientId,
        algorithms: ALGORITHMS,
        maxTokenAge: MOST_AGE_SECONDS,
        clockTolerance: 30,
      });
      if (!TYPES.has((protectedHeader.typ ?? '').toLowerCase())) throw new AnswerInvalid();
      return readLogoutToken(payload);
    } catch (error) {
      if (
        error instanceof errors.JWKSTimeout ||
        !(error instanceof errors.JOSEError || error instanceof AnswerInvalid)
      ) {
        throw new ProviderAway(error);
      }
      throw error instanceof AnswerInvalid ? error : new AnswerInvalid(error);
    }
  }
}

interface LogoutToken {
  readonly jti: string;
  readonly whom: LoggedOut;
}

function readLogoutToken({ jti, sub, sid, nonce, events }: JWTPayload): LogoutToken {
  const isLogout = typeof events === 'object' && events !== null && Object.hasOwn(events, LOGOUT_EVENT);
  // A nonce would make it an ID token, which somebody might pass off as this.
  if (!isLogout || nonce !== undefined || typeof jti !== 'string' || jti === '') throw new AnswerInvalid();
  const session = typeof sid === 'string' && sid !== '' ? sid : undefined;
  if (typeof sub === 'string' && sub !== '') return { jti, whom: { by: 'subject', subject: sub, sid: session } };
  if (session === undefined) throw new AnswerInvalid();
  return { jti, whom: { by: 'sid', sid: session } };
}

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Explicit typing came late to the specification: tokens without it are told apart by their event and lack of a nonce. */
const TYPES: ReadonlySet<string> = new Set(['logout+jwt', 'application/logout+jwt', 'jwt', '']);

/** Signatures only: neither `none` nor a key that the client knows too. */
const ALGORITHMS = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];
