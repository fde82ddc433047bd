import { createHash, createHmac, randomBytes } from 'node:crypto';

/** What only this browser and this flow know, and the database does not. */
export interface FlowSecrets {
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** 256 random bits, for a browser or for a state. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** Whether a text is a token of ours. */
export const isToken = (text: unknown): text is string => typeof text === 'string' && FORM.test(text);

/** What the database knows a token by. */
export const tokenDigest = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Derived from the browser's cookie and the flow's state, so that neither is worth anything without the other. */
export const flowSecretsOf = (browser: string, state: string): FlowSecrets => ({
  nonce: derive(browser, `nonce ${state}`),
  codeVerifier: derive(browser, `code verifier ${state}`),
});

const derive = (browser: string, purpose: string) => createHmac('sha256', browser).update(purpose).digest('base64url');

const FORM = /^[\w-]{43}$/;
