import { InvalidIssuer } from './identity-provider-errors.js';

const DISCOVERY_PATH = '/.well-known/openid-configuration';
const LONGEST = 500;
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * The issuer, of what an administrator copied from the provider: the issuer itself, or the address of its discovery
 * document (OpenID Connect Discovery 1.0 §4). Without TLS on this very machine only, and only where that is allowed.
 * @throws InvalidIssuer
 */
export function readIssuer(text: string, allowsLoopback: boolean): string {
  const trimmed = text.trim();
  const issuer = trimmed.endsWith(DISCOVERY_PATH) ? trimmed.slice(0, -DISCOVERY_PATH.length) : trimmed;
  if (issuer.length > LONGEST || !URL.canParse(issuer)) throw new InvalidIssuer();
  const url = new URL(issuer);
  const isBare = url.username === '' && url.password === '' && !/[?#]/.test(issuer);
  if (!isBare || !isSafe(url, allowsLoopback)) throw new InvalidIssuer();
  return issuer;
}

/** Whether one may talk to this address: by TLS, or without leaving the machine where that is allowed. */
export const isSafe = ({ protocol, hostname }: URL, allowsLoopback: boolean): boolean =>
  protocol === 'https:' || (allowsLoopback && protocol === 'http:' && LOOPBACK.has(hostname));

/** Where the provider describes itself. */
export const discoveryUrl = (issuer: string): string => `${issuer.replace(/\/$/, '')}${DISCOVERY_PATH}`;
