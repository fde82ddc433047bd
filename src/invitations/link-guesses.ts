import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { TooManyAttempts } from '../users/user-errors.js';

const GUESSES = 100;
const WINDOW_SECONDS = 300;

/** Counts links that lead nowhere, by where they come from: who tries many is no longer answered for a while. */
@Injectable()
export class LinkGuesses {
  private readonly limiter = new RateLimiterMemory({ points: GUESSES, duration: WINDOW_SECONDS });

  /** @throws TooManyAttempts */
  async refuseGuesser(address: string): Promise<void> {
    const made = await this.limiter.get(address);
    if (made && made.remainingPoints <= 0) throw new TooManyAttempts(Math.ceil(made.msBeforeNext / 1_000));
  }

  async count(address: string): Promise<void> {
    await this.limiter.penalty(address);
  }
}
