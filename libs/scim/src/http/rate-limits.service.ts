import { setTimeout } from 'node:timers/promises';
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

  /** Waits until the connection may make so many requests more, or as many as a second has at all. */
  async awaitRequests(connectionId: string, count: number): Promise<void> {
    const points = Math.min(count, this.requests.points);
    for (;;) {
      const wait = await this.requests.consume(connectionId, points).then(() => 0, toWait);
      if (wait === 0) return;
      await setTimeout(wait);
    }
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
    throw ScimError.tooManyRequests(Math.ceil(toWait(refusal) / 1000));
  }
}

/** In milliseconds, at least one. */
function toWait(refusal: unknown): number {
  if (!(refusal instanceof RateLimiterRes)) throw refusal;
  return Math.max(1, refusal.msBeforeNext);
}
