import { createHmac } from 'node:crypto';

/**
 * The value of `X-RuleForge-Signature`: for each secret that is good, `v1=` and the HMAC-SHA-256, in hexadecimal, of the
 * timestamp (that of `X-RuleForge-Timestamp`), a dot, and the body.
 */
export const signWebhook = (secrets: readonly string[], timestamp: number, body: string): string =>
  secrets.map((secret) => `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`).join(',');
