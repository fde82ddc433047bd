import { generateKeyPairSync } from 'node:crypto';
import { calculateJwkThumbprint } from 'jose';
import { UnusableKeys } from './oauth-client-errors.js';
import { readPublicKeys } from './read-public-keys.js';

const ec = (namedCurve: string) => generateKeyPairSync('ec', { namedCurve });
const rsa = (modulusLength: number, publicExponent = 65_537) =>
  generateKeyPairSync('rsa', { modulusLength, publicExponent });
const publicOf = ({ publicKey }: ReturnType<typeof ec>) => publicKey.export({ format: 'jwk' });
const [p256, p384] = [ec('P-256'), ec('P-384')];
const [ed25519, x25519] = [generateKeyPairSync('ed25519'), generateKeyPairSync('x25519')];
const strong = rsa(2_048);
const good = publicOf(p256);

describe('readPublicKeys', () => {
  it.each([
    ['EC on P-256', good],
    ['EC on P-384', publicOf(p384)],
    ['Ed25519', publicOf(ed25519)],
    ['RSA of 2048 bits', publicOf(strong)],
  ])('takes %s, alone or in a set, by its thumbprint', async (_, jwk) => {
    const id = await calculateJwkThumbprint(jwk);
    expect(await readPublicKeys({ keys: [jwk] })).toEqual([{ id, jwk }]);
    expect(await readPublicKeys(jwk)).toEqual([{ id, jwk }]);
  });

  it('keeps of a key what verifying needs', async () => {
    const [key] = await readPublicKeys({ ...good, kid: 'one', alg: 'ES256', use: 'sig', x5c: ['MII'], note: 'ours' });
    expect(key?.jwk).toEqual({ ...good, kid: 'one', alg: 'ES256' });
  });

  it.each<[string, unknown, RegExp]>([
    ['a private EC key', p256.privateKey.export({ format: 'jwk' }), /private key \(it has "d"\)/],
    ['a private RSA key', strong.privateKey.export({ format: 'jwk' }), /private key/],
    ['a private key without a value', { ...good, d: null }, /private key/],
    ['a symmetric key', { kty: 'oct', k: 'c2VjcmV0' }, /symmetric/],
    ['a secret in a public key', { ...good, k: 'c2VjcmV0' }, /private key/],
    ['a short RSA key', publicOf(rsa(1_024)), /1024 bits/],
    ['a huge RSA key', { ...publicOf(strong), n: 'v'.repeat(1_000) }, /bits/],
    ['an RSA key with the exponent 3', publicOf(rsa(2_048, 3)), /exponent/],
    ['an RSA key with the exponent 1', { ...publicOf(strong), e: 'AQ' }, /exponent/],
    ['a curve of money', publicOf(ec('secp256k1')), /P-256 or P-384/],
    ['a key that agrees and does not sign', publicOf(x25519), /Ed25519/],
    ['a point that is not on its curve', { ...good, x: good.y }, /not a public key/],
    ['a key for encryption', { ...good, use: 'enc' }, /use must be "sig"/],
    ['a key for other operations', { ...good, key_ops: ['encrypt'] }, /use must be "sig"/],
    ['an algorithm that does not fit', { ...good, alg: 'RS256' }, /use ES256/],
    ['an HMAC', { ...good, alg: 'HS256' }, /use ES256/],
    ['a kid that is no text', { ...good, kid: 7 }, /"kid"/],
    ['a long kid', { ...good, kid: 'x'.repeat(2_000) }, /"kid"/],
    ['the same key twice', { keys: [good, { ...good, kid: 'two' }] }, /twice/],
    ['two keys of one name', { keys: [good, publicOf(p384)].map((jwk) => ({ ...jwk, kid: 'one' })) }, /same kid/],
    ['no key', { keys: [] }, /1 to 5/],
    ['six keys', { keys: Array.from({ length: 6 }, () => publicOf(ec('P-256'))) }, /1 to 5/],
    ['a text', 'https://acme.test/jwks', /not a JWK/],
    ['an address of keys', { jwks_uri: 'https://acme.test/jwks' }, /RSA, EC/],
    ['nothing', null, /not a JWK/],
    ['what objects have', { kty: 'constructor', crv: '__proto__' }, /RSA, EC/],
  ])('refuses %s, in plain words', async (_, input, sentence) => {
    const refusal = await readPublicKeys(input).then(undefined, (error: unknown) => error as Error);
    expect(refusal).toBeInstanceOf(UnusableKeys);
    expect(refusal).toMatchObject({ message: expect.stringMatching(sentence) });
  });
});
