import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';
import { calculateJwkThumbprint, importJWK } from 'jose';
import { UnusableKeys } from './oauth-client-errors.js';

/** A public key as a client registers it (RFC 7517), reduced to what verifying needs. */
export interface PublicKey {
  readonly kty: 'RSA' | 'EC' | 'OKP';
  readonly crv?: string;
  readonly n?: string;
  readonly e?: string;
  readonly x?: string;
  readonly y?: string;
  readonly kid?: string;
  readonly alg?: string;
}

/** A key and its thumbprint (RFC 7638), which is its id. */
export interface IdentifiedKey {
  readonly id: string;
  readonly jwk: PublicKey;
}

/** Keys that one client may have at once: enough to replace one while the other is in use. */
const MOST_KEYS = 5;

/**
 * A JWK Set, or one JWK, of public keys that are strong enough (RFC 7517; RFC 8725 §3.5).
 * @throws UnusableKeys that says which key is wrong, and what to send instead
 */
export async function readPublicKeys(input: unknown): Promise<readonly IdentifiedKey[]> {
  const given = isRecord(input) && Array.isArray(input['keys']) ? (input['keys'] as unknown[]) : [input];
  if (given.length === 0 || given.length > MOST_KEYS) {
    throw new UnusableKeys(`The JWK Set must have 1 to ${MOST_KEYS} keys.`);
  }
  const keys = await Promise.all(given.map((key, index) => readPublicKey(key, `Key ${index + 1}`)));
  refuseTwins(keys);
  return keys;
}

async function readPublicKey(input: unknown, name: string): Promise<IdentifiedKey> {
  const jwk = readMembers(input, name);
  const algorithms = algorithmsFor(jwk);
  if (algorithms.length === 0) throw new UnusableKeys(`${name} must be RSA, EC on P-256 or P-384, or OKP on Ed25519.`);
  refuseWeak(await importKey(jwk, algorithms, name), name);
  if (jwk.alg !== undefined && !algorithms.includes(jwk.alg)) {
    throw new UnusableKeys(
      `${name} has an alg that does not fit it: leave alg out, or use ${algorithms.join(' or ')}.`,
    );
  }
  return { id: await calculateJwkThumbprint({ ...jwk }), jwk };
}

function readMembers(input: unknown, name: string): PublicKey {
  if (!isRecord(input)) throw new UnusableKeys(`${name} is not a JWK, which is a JSON object.`);
  if (input['kty'] === 'oct') {
    throw new UnusableKeys(`${name} is a symmetric key (kty oct). Only public keys of type RSA, EC or OKP are taken.`);
  }
  const secret = PRIVATE_MEMBERS.find((member) => Object.hasOwn(input, member));
  if (secret !== undefined) {
    throw new UnusableKeys(
      `${name} is a private key (it has "${secret}"). Nobody but the client may have it: make another pair, and send the public key.`,
    );
  }
  if (!maySign(input)) throw new UnusableKeys(`${name} is not for signatures: its use must be "sig", or absent.`);
  const members = MEMBERS.filter((member) => input[member] !== undefined).map((member) => [member, input[member]]);
  const odd = members.find(([, value]) => typeof value !== 'string' || value.length > LONGEST_MEMBER);
  if (odd) throw new UnusableKeys(`${name} has a member "${String(odd[0])}" that is no text, or too long.`);
  return Object.fromEntries(members) as PublicKey;
}

/** By Node, which tells how strong it is, and by `jose`, which verifies by it. */
async function importKey(jwk: PublicKey, algorithms: readonly string[], name: string): Promise<KeyObject> {
  try {
    await Promise.all(algorithms.map((alg) => importJWK({ ...jwk }, alg)));
    return createPublicKey({ key: { ...jwk } as JsonWebKey, format: 'jwk' });
  } catch (cause) {
    throw Object.assign(new UnusableKeys(`${name} is not a public key of type RSA, EC or OKP as RFC 7518 has it.`), {
      cause,
    });
  }
}

/** The algorithms that a key may be used with: none, when it is of a kind that is not taken. */
export const algorithmsFor = ({ kty, crv = kty }: PublicKey): readonly string[] => ALGORITHMS.get(crv) ?? [];

function refuseWeak({ asymmetricKeyType, asymmetricKeyDetails = {} }: KeyObject, name: string): void {
  if (asymmetricKeyType !== 'rsa') return;
  const { modulusLength = 0, publicExponent = 0n } = asymmetricKeyDetails;
  if (modulusLength < 2_048 || modulusLength > 4_096) {
    throw new UnusableKeys(`${name} is an RSA key of ${modulusLength} bits. It must have 2048 to 4096.`);
  }
  if (publicExponent < 65_537n) {
    throw new UnusableKeys(`${name} is an RSA key with a small exponent. It must be 65537 ("AQAB").`);
  }
}

function refuseTwins(keys: readonly IdentifiedKey[]): void {
  if (new Set(keys.map(({ id }) => id)).size < keys.length) throw new UnusableKeys('The same key is there twice.');
  const names = keys.flatMap(({ jwk: { kid } }) => kid ?? []);
  if (new Set(names).size < names.length) throw new UnusableKeys('Two keys have the same kid.');
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const maySign = ({ use, key_ops: operations }: Readonly<Record<string, unknown>>) =>
  (use === undefined || use === 'sig') &&
  (operations === undefined || (Array.isArray(operations) && operations.includes('verify')));

const MEMBERS = ['kty', 'crv', 'n', 'e', 'x', 'y', 'kid', 'alg'] as const;
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k', 'priv'];
const LONGEST_MEMBER = 1_024;

const ALGORITHMS = new Map([
  ['RSA', ['PS256', 'RS256']],
  ['P-256', ['ES256']],
  ['P-384', ['ES384']],
  ['Ed25519', ['EdDSA']],
]);
