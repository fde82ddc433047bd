import { Body, HttpCode, Ip, Post, Req, Res } from '@nestjs/common';
import { SessionCookies } from '../identity/session-cookies.service.js';
import { SignInService } from '../identity/sign-in.service.js';
import { Public } from './access.decorators.js';
import { type ApiRequest, requestIdOf } from './api-request.js';
import { LoginDto } from './auth.dto.js';
import { ProductController } from './product-controller.decorator.js';

/** Sign-in and sign-out. */
@Public(true)
@ProductController('auth')
export class AuthController {
  constructor(
    private readonly signIns: SignInService,
    private readonly cookies: SessionCookies,
  ) {}

  @Post('login')
  @HttpCode(204)
  async login(
    @Body() { email, password, organizationId }: LoginDto,
    @Ip() address: string,
    @Req() request: ApiRequest,
    @Res({ passthrough: true }) response: unknown,
  ): Promise<void> {
    const client = request.headers['user-agent'];
    const requestId = requestIdOf(request);
    const session = await this.signIns.signIn({ email, password, organizationId, address, client, requestId });
    await this.signIns.signOut(this.cookies.read(request.headers) ?? '');
    this.cookies.give(response, session);
  }

  @Post('logout')
  @HttpCode(204)
  async logout(@Req() request: ApiRequest, @Res({ passthrough: true }) response: unknown): Promise<void> {
    await this.signIns.signOut(this.cookies.read(request.headers) ?? '');
    this.cookies.take(response);
  }
}
