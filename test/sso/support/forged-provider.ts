import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';

/** What the next ID token says besides, or instead of, what an honest one would; `undefined` leaves a claim out. */
export type Forgery = Readonly<Record<string, unknown>>;

/** A provider that says whatever a test wants it to, in ID tokens that are signed as they should be. */
export interface ForgedProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What the discovery document says besides. */
  metadata: Forgery;
  /** The token endpoint's next answers, in place of an honest one. */
  tokenAnswer: { readonly status: number; readonly body: object } | undefined;
  /** What the token endpoint was asked, one entry a request. */
  readonly asked: URLSearchParams[];
  /** A code for an ID token with the claims; the nonce is that of the departure unless it is among them. */
  codeFor(departure: URL, claims: Forgery): string;
  sign(claims: JWTPayload, type?: string): Promise<string>;
  close(): Promise<void>;
}

export async function startForgedProvider(): Promise<ForgedProvider> {
  const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
  const codes = new Map<string, Forgery>();
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider: ForgedProvider = {
    issuer,
    clientId: 'ruleforge',
    clientSecret: 'a secret of the provider',
    metadata: {},
    tokenAnswer: undefined,
    asked: [],
    codeFor(departure, claims) {
      const code = `code-${codes.size}`;
      codes.set(code, { nonce: departure.searchParams.get('nonce'), ...claims });
      return code;
    },
    sign: (claims, typ = 'JWT') =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'one', typ }).sign(privateKey),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };

  async function answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
    const { url } = request;
    if (url === '/.well-known/openid-configuration') {
      return { status: 200, body: { ...describe(issuer), ...provider.metadata } };
    }
    if (url === '/keys') return { status: 200, body: { keys: [jwk] } };
    if (url === '/token') return token(new URLSearchParams(await text(request)));
    return { status: 404, body: {} };
  }

  async function token(asked: URLSearchParams): Promise<{ status: number; body: object }> {
    provider.asked.push(asked);
    const claims = codes.get(asked.get('code') ?? '');
    codes.delete(asked.get('code') ?? '');
    if (provider.tokenAnswer) return provider.tokenAnswer;
    if (!claims) return { status: 400, body: { error: 'invalid_grant' } };
    const now = Math.floor(Date.now() / 1_000);
    const honest = { iss: issuer, aud: provider.clientId, iat: now, exp: now + 60 };
    const id_token = await provider.sign({ ...honest, ...claims });
    return { status: 200, body: { access_token: 'x', token_type: 'Bearer', id_token } };
  }
  return provider;
}

const describe = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ['code'],
  id_token_signing_alg_values_supported: ['RS256'],
});
