import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-http-bearer';
import { type CheckedToken, TokenChecks } from '../connections/token-checks.service.js';
import { ScimError } from '../core/errors/scim-error.js';

type Verify = (token: string, done: (error: unknown, user?: unknown, info?: string) => void) => void;
type BearerRequest = Parameters<Strategy<Verify>['authenticate']>[0];

export const REALM = 'scim';

/** `passport-http-bearer` also reads tokens from query and body (RFC 6750 §2.2, §2.3), and cannot be told not to. */
class HeaderOnlyBearerStrategy extends Strategy<Verify> {
  constructor(options: { realm: string }, verify: Verify) {
    super(options, verify);
    // Passport is one for the process: under one name, the last of several modules would answer for all of them.
    this.name = `scim-bearer-${++instances}`;
  }

  override authenticate({ headers }: BearerRequest, options?: object): void {
    super.authenticate({ headers } as BearerRequest, options);
  }
}

let instances = 0;

/** Bearer tokens of connections, from the `Authorization` header only (RFC 6750 §2.1). */
@Injectable()
export class ScimBearerStrategy extends PassportStrategy(HeaderOnlyBearerStrategy) {
  constructor(private readonly tokens: TokenChecks) {
    super({ realm: REALM });
  }

  /** @throws ScimError 401 for a token that was good once: its owner is told what to do, a guesser learns nothing */
  async validate(token: string): Promise<CheckedToken | false> {
    const checked = await this.tokens.find(token);
    if (!checked || checked.connectionState === 'removed') return false;
    const advice = checked.oauthClientId === null ? ISSUE : ASK;
    if (checked.revokedAt) throw refused(`The token was revoked. ${advice}`);
    if (checked.expiresAt.getTime() <= Date.now()) throw refused(`The token has expired. ${advice}`);
    return checked;
  }
}

const ISSUE = 'Issue another one and enter it at the provider.';
const ASK = 'Ask the token endpoint for another one.';
const refused = (detail: string) =>
  ScimError.unauthorized(detail, `Bearer realm="${REALM}", error="invalid_token", error_description="${detail}"`);
