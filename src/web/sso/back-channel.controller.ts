import { BadRequestException, Body, Controller, Header, HttpCode, Post, Req, UseGuards } from '@nestjs/common';
import { BackChannelLogout } from '../../identity-providers/back-channel-logout.service.js';
import { ProviderNotFound } from '../../identity-providers/identity-provider-errors.js';
import { AnswerInvalid } from '../../identity-providers/sign-in-errors.js';
import { requestIdOf, type WebRequest } from '../page/web-request.js';
import { ProviderId } from './provider-id.decorator.js';
import { RequestRateGuard } from './request-rate.guard.js';

/** Where providers say that somebody signed out there (OpenID Connect Back-Channel Logout 1.0 §2.5, §2.8). */
@UseGuards(RequestRateGuard)
@Controller('sso/oidc/:providerId/backchannel-logout')
export class BackChannelController {
  constructor(private readonly backChannel: BackChannelLogout) {}

  /** @throws BadRequestException for a token that proves nothing, or was obeyed already */
  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  async logOut(@ProviderId() providerId: string, @Body() body: unknown, @Req() request: WebRequest): Promise<void> {
    const token = (Object(body) as Record<string, unknown>)['logout_token'];
    if (typeof token !== 'string') throw refuse('Send a logout_token.');
    try {
      await this.backChannel.logOut(providerId, token, requestIdOf(request));
    } catch (error) {
      if (error instanceof ProviderNotFound) throw refuse('Nobody may enter through this provider.');
      if (error instanceof AnswerInvalid) throw refuse('The logout_token does not hold, or was obeyed already.');
      throw error;
    }
  }
}

const refuse = (sentence: string) => new BadRequestException({ error: 'invalid_request', error_description: sentence });
