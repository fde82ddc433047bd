import { type CanActivate, type ExecutionContext, HttpException, Injectable } from '@nestjs/common';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Settings } from '../../config/settings.js';
import type { ScreenRequest } from '../page/web-request.js';

/** Bounds what one address may ask of the pages that everybody can ask, on one process. */
@Injectable()
export class RequestRateGuard implements CanActivate {
  private readonly limiter: RateLimiterMemory;

  constructor({ ssoRequestsPerMinute: points }: Settings) {
    this.limiter = new RateLimiterMemory({ points, duration: 60 });
  }

  /** @throws HttpException 429 */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    await this.count(context.switchToHttp().getRequest<ScreenRequest>().ip ?? '');
    return true;
  }

  /** @throws HttpException 429 */
  async count(address: string): Promise<void> {
    try {
      await this.limiter.consume(address);
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      throw new HttpException('Too many requests. Wait a moment, then try again.', 429);
    }
  }
}
