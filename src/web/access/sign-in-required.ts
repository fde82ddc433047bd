import { UnauthorizedException } from '@nestjs/common';

export const SIGN_IN_PATH = '/sign-in';

/** The sign-in page for somebody who is in already, and wants to enter another organization. */
export const SIGN_IN_AGAIN_PATH = `${SIGN_IN_PATH}?again=yes`;

/** A screen was asked for without a session that still opens it. */
export class SignInRequired extends UnauthorizedException {
  constructor(private readonly path: string) {
    super('Sign in to see this page.');
  }

  /** Where to sign in, and come back from. */
  get signInPath(): string {
    return `${SIGN_IN_PATH}?next=${encodeURIComponent(this.path)}`;
  }
}
