import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import { type FlowSecrets, flowSecretsOf, isToken, randomToken, tokenDigest } from './flow-secrets.js';
import { BEGIN_FLOW, USE_FLOW } from './sign-in-flows.statements.js';
import type { IdentityProvider } from './identity-provider.js';
import { FlowUnknown } from './sign-in-errors.js';

/** Longer than a second factor takes, shorter than a lunch break. */
export const FLOW_SECONDS = 600;

export interface FlowWish {
  readonly provider: Pick<IdentityProvider, 'organizationId' | 'id'>;
  /** The cookie of the browser. */
  readonly browser: string;
  /** A path of this site. */
  readonly nextPath: string;
  /** Whether the provider must ask who it is, also somebody whom it knows. */
  readonly fresh: boolean;
  /** The member who only tests; nobody is signed in then. */
  readonly testerId?: string;
}

/** A flow that came back to the browser in which it was begun. */
export interface ReturnedFlow extends FlowSecrets {
  readonly state: string;
  readonly organizationId: string;
  readonly providerId: string;
  readonly testerId: string | null;
  readonly fresh: boolean;
  readonly nextPath: string;
}

interface FlowRow extends Record<string, unknown> {
  readonly browserDigest: Buffer;
  readonly organizationId: string;
  readonly providerId: string;
  readonly testerId: string | null;
  readonly fresh: boolean;
  readonly nextPath: string;
  readonly live: boolean;
}

/** Sign-ins between leaving for the provider and coming back. Each is used once, by the browser that began it. */
@Injectable()
export class SignInFlows {
  async begin(tx: EntityManager, wish: FlowWish): Promise<FlowSecrets & { readonly state: string }> {
    const { provider, browser, nextPath, fresh, testerId = null } = wish;
    const state = randomToken();
    const digests = [tokenDigest(state), tokenDigest(browser)];
    const more = [provider.organizationId, provider.id, testerId, fresh, nextPath, FLOW_SECONDS];
    await runStatement(tx, BEGIN_FLOW, [...digests, ...more]);
    return { state, ...flowSecretsOf(browser, state) };
  }

  /** @throws FlowUnknown for one that is used, expired, another browser's, or none */
  async use(tx: EntityManager, state: unknown, browser: string | undefined): Promise<ReturnedFlow> {
    if (!isToken(state)) throw new FlowUnknown();
    const [flow] = await runStatement<FlowRow>(tx, USE_FLOW, [tokenDigest(state)]);
    const isOurs = flow?.live && isToken(browser) && tokenDigest(browser).equals(flow.browserDigest);
    if (!isOurs) throw new FlowUnknown();
    const { organizationId, providerId, testerId, fresh, nextPath } = flow;
    return { state, organizationId, providerId, testerId, fresh, nextPath, ...flowSecretsOf(browser, state) };
  }
}
