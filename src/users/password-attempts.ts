import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { foldText } from './canonical-text.js';
import { TooManyAttempts } from './user-errors.js';

const ATTEMPTS = 10;
const WINDOW_SECONDS = 300;

/** Counts passwords tried from one address for one account, at whichever door, so that none can be guessed. */
@Injectable()
export class PasswordAttempts {
  private readonly limiter = new RateLimiterMemory({ points: ATTEMPTS, duration: WINDOW_SECONDS });

  /** Counts one before it is known whether it succeeds: guesses made at once count too. @throws TooManyAttempts */
  async begin(email: string, address: string): Promise<void> {
    try {
      await this.limiter.consume(keyOf(email, address));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new TooManyAttempts(Math.ceil(refusal.msBeforeNext / 1_000));
    }
  }

  /** Whoever knows the password may begin anew. */
  async succeeded(email: string, address: string): Promise<void> {
    await this.limiter.delete(keyOf(email, address));
  }
}

const keyOf = (email: string, address: string) =>
  createHash('sha256')
    .update(`${address}\n${foldText(email.trim())}`)
    .digest('base64');
