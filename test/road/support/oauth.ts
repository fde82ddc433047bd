import { exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose';

/** What the token endpoint answered. */
export interface TokenAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>> & {
    readonly access_token: string;
    readonly error_description: string;
  };
}

export type Form = Readonly<Record<string, string>> | string;

export const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** A key pair of a client, with what it registers. */
export interface SigningKey {
  readonly alg: string;
  readonly privateKey: CryptoKey;
  readonly jwk: JWK;
}

/** A key of its own each time, but for RSA, of which making one takes long. */
export async function aKey(alg = 'ES256', more: Partial<JWK> = {}): Promise<SigningKey> {
  const { privateKey, publicKey } = await (RSA.get(alg) ?? makePair(alg));
  return { alg, privateKey, jwk: { ...(await exportJWK(publicKey)), ...more } };
}

function makePair(alg: string) {
  const pair = generateKeyPair(alg, { extractable: true });
  if (/^[PR]S/.test(alg)) RSA.set(alg, pair);
  return pair;
}

const RSA = new Map<string, ReturnType<typeof generateKeyPair>>();

/** Speaks to the token endpoint of one connection. */
export class OAuthParty {
  constructor(
    readonly issuer: string,
    readonly clientId: string,
  ) {}

  get tokenEndpoint(): string {
    return `${this.issuer}/oauth/token`;
  }

  /** Posts a form, with the grant in it unless it is text. */
  async ask(form: Form, headers: Readonly<Record<string, string>> = {}): Promise<TokenAnswer> {
    const body = typeof form === 'string' ? form : new URLSearchParams({ ...GRANT, ...form }).toString();
    const response = await fetch(this.tokenEndpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      body,
    });
    const answer = (await response.json()) as TokenAnswer['body'];
    return { status: response.status, headers: response.headers, body: answer };
  }

  askBySecret = (secret = '', more: Form = {}) =>
    this.ask({ client_id: this.clientId, client_secret: secret, ...(more as object) });

  /** What `client_secret_basic` sends. */
  basic = (secret = '', clientId = this.clientId) => ({
    authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
  });

  /** With an assertion that is right but for those claims; `undefined` leaves one out. */
  askByKey = async (key: SigningKey, claims: JWTPayload = {}, header: object = {}) =>
    this.askByAssertion(await this.sign(key, claims, header));

  askByAssertion = (assertion: string, more: Form = {}) =>
    this.ask({ client_assertion_type: ASSERTION_TYPE, client_assertion: assertion, ...(more as object) });

  sign({ alg, privateKey }: Pick<SigningKey, 'alg' | 'privateKey'>, claims: JWTPayload = {}, header: object = {}) {
    return new SignJWT(this.claims(claims)).setProtectedHeader({ alg, ...header }).sign(privateKey);
  }

  claims(more: JWTPayload = {}): JWTPayload {
    const now = Math.floor(Date.now() / 1_000);
    const { clientId: iss, issuer: aud } = this;
    const claims = { iss, sub: iss, aud, iat: now, exp: now + 60, jti: crypto.randomUUID(), ...more };
    return JSON.parse(JSON.stringify(claims)) as JWTPayload;
  }
}

const GRANT = { grant_type: 'client_credentials' };
