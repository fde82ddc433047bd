import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ScimError } from '../core/errors/scim-error.js';
import { SCIM_LIMITS, SCIM_SETTINGS, type ScimSettings } from '../scim.options.js';

/**
 * How much one connection may ask of one process, and how often one address may be refused. They are apart, so that
 * whoever guesses tokens slows down nobody's good one.
 */
@Injectable()
export class RateLimits {
  private readonly requests: RateLimiterMemory;
  private readonly refusals: RateLimiterMemory;

  constructor(@Inject(SCIM_SETTINGS) settings: ScimSettings) {
    this.requests = new RateLimiterMemory({
      points: settings.requestsPerSecond ?? SCIM_LIMITS.requestsPerSecond,
      duration: 1,
    });
    this.refusals = new RateLimiterMemory({
      points: settings.refusalsPerTenSeconds ?? SCIM_LIMITS.refusalsPerTenSeconds,
      duration: 10,
    });
  }

  /** @throws ScimError 429 */
  takeRequest(connectionId: string): Promise<void> {
    return take(this.requests, connectionId);
  }

  /** @throws ScimError 429 */
  takeRefusal(address: string): Promise<void> {
    return take(this.refusals, address);
  }
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw ScimError.tooManyRequests(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}
