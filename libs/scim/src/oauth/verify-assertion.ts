import { errors, importJWK, type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose';
import { OAuthError } from './oauth-error.js';
import { algorithmsFor, type IdentifiedKey, type PublicKey } from './read-public-keys.js';

/** What a client may sign with: no `none`, and nothing that a public key could be mistaken for the secret of. */
export const ASSERTION_ALGORITHMS = ['ES256', 'ES384', 'PS256', 'RS256', 'EdDSA'];

/** How far ahead an assertion may expire, and how far two clocks may be apart. */
const ASSERTION_LIMITS = { seconds: 600, clockTolerance: 30, jti: 255 };

export interface VerifiedAssertion {
  /** The key that signed it. */
  readonly keyId: string;
  readonly jti: string;
  /** From then on it is refused for its age. */
  readonly goneAt: Date;
}

interface Expectation {
  readonly clientId: string;
  /** The issuer and the token endpoint: one of them must be the only audience. */
  readonly audiences: readonly string[];
  readonly keys: readonly IdentifiedKey[];
}

/**
 * A client's assertion (RFC 7523 §3, and the narrower audience of its revision), signed by one of the keys. Whether it was
 * used before is for the caller to say.
 *
 * @throws OAuthError 401; what is wrong with the claims is told only to who has the key
 */
export async function verifyAssertion(assertion: string, expected: Expectation): Promise<VerifiedAssertion> {
  for (const { id, jwk } of expected.keys) {
    const payload = await verifyBy(jwk, assertion, expected);
    if (payload) return { keyId: id, ...readClaims(payload) };
  }
  throw OAuthError.invalidClient();
}

/** The claims, or `undefined` when it was not signed by this key. */
async function verifyBy(jwk: PublicKey, assertion: string, { clientId, audiences }: Expectation) {
  try {
    const { payload } = await jwtVerify(assertion, (header) => keyFor(header, jwk), {
      algorithms: ASSERTION_ALGORITHMS,
      issuer: clientId,
      subject: clientId,
      audience: [...audiences],
      clockTolerance: ASSERTION_LIMITS.clockTolerance,
      requiredClaims: ['exp', 'jti'],
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw refusedClaim('exp', 'lies in the past: compare the clocks.');
    if (error instanceof errors.JWTClaimValidationFailed)
      throw refusedClaim(error.claim, EXPECTATIONS.get(error.claim));
    if (error instanceof errors.JOSEError || error instanceof NotThisKey) return undefined;
    throw error;
  }
}

function keyFor({ alg, kid }: JWTHeaderParameters, jwk: PublicKey) {
  const isNamed = kid === undefined || jwk.kid === undefined || kid === jwk.kid;
  const isFit = (jwk.alg === undefined || jwk.alg === alg) && algorithmsFor(jwk).includes(alg);
  if (!isNamed || !isFit) throw new NotThisKey();
  return importJWK({ ...jwk }, alg);
}

function readClaims({ exp = 0, jti, aud }: JWTPayload): Omit<VerifiedAssertion, 'keyId'> {
  // One that another server may take too could have been made for that one, by whoever runs it.
  if (Array.isArray(aud) && aud.length !== 1) throw refusedClaim('aud', EXPECTATIONS.get('aud'));
  const now = Date.now() / 1_000;
  const { seconds, clockTolerance } = ASSERTION_LIMITS;
  if (exp > now + seconds + clockTolerance) throw refusedClaim('exp', `must be at most ${seconds} s ahead.`);
  if (typeof jti !== 'string' || jti === '' || jti.length > ASSERTION_LIMITS.jti) {
    throw refusedClaim('jti', EXPECTATIONS.get('jti'));
  }
  return { jti, goneAt: new Date(Math.ceil(exp + clockTolerance) * 1_000) };
}

const EXPECTATIONS = new Map([
  ['iss', 'must be the client_id.'],
  ['sub', 'must be the client_id.'],
  ['aud', 'must be the issuer, or the token endpoint, and nothing else.'],
  ['exp', 'must be there, as a number.'],
  ['jti', `must be there, as a text of at most ${ASSERTION_LIMITS.jti} characters.`],
  ['nbf', 'lies in the future: compare the clocks.'],
]);

const refusedClaim = (claim: string, expectation = 'is not as RFC 7523 has it.') =>
  OAuthError.invalidClient(`The assertion is signed by the client, but its ${claim} ${expectation}`);

/** Says that an assertion names another key, or an algorithm that this one is not for. */
class NotThisKey extends Error {}
