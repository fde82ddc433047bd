import fc from 'fast-check';
import { OAuthError } from './oauth-error.js';
import { readTokenRequest } from './read-token-request.js';

const basic = (text: string) => `Basic ${Buffer.from(text).toString('base64')}`;
const GRANT = 'grant_type=client_credentials';
const JWT_BEARER = 'client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer';

describe('readTokenRequest', () => {
  it.each([
    [
      'the body',
      `${GRANT}&client_id=a&client_secret=b%2Bc`,
      undefined,
      { kind: 'secret', clientId: 'a', secret: 'b+c' },
    ],
    ['a header', GRANT, basic('a:b'), { kind: 'secret', clientId: 'a', secret: 'b' }],
    ['an encoded header', GRANT, basic('a%5F+1:b%3Ac&d'), { kind: 'secret', clientId: 'a_ 1', secret: 'b:c&d' }],
    ['a header with a colon more', GRANT, basic('a:b:c'), { kind: 'secret', clientId: 'a', secret: 'b:c' }],
    ['a header in lower case', GRANT, basic('a:b').replace('B', 'b'), { kind: 'secret', clientId: 'a', secret: 'b' }],
    [
      'an assertion',
      `${GRANT}&${JWT_BEARER}&client_assertion=x.y.z`,
      undefined,
      { kind: 'assertion', assertion: 'x.y.z' },
    ],
  ])('takes the proof from %s', (_, form, authorization, proof) =>
    expect(readTokenRequest(form, authorization)).toEqual({ proof, scopes: [] }),
  );

  it.each([
    ['scope=scim', ['scim']],
    ['scope=scim.read+scim+scim', ['scim.read', 'scim']],
    ['scope=', []],
    ['resource=a&resource=b&audience=c', []],
  ])('reads %s', (more, scopes) =>
    expect(readTokenRequest(`${GRANT}&client_id=a&client_secret=b&${more}`).scopes).toEqual(scopes),
  );

  it('answers whatever comes by a request or by an OAuth error', () => {
    const names = fc.constantFrom('grant_type', 'client_id', 'client_secret', 'client_assertion', 'scope', '__proto__');
    const values = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('client_credentials', 'scim', '%', '%00'));
    const forms = fc.array(fc.tuple(names, values)).map((pairs) => pairs.map((pair) => pair.join('=')).join('&'));
    const headers = fc.option(fc.oneof(fc.string(), fc.string({ unit: 'binary' }).map(basic)), { nil: undefined });
    fc.assert(
      fc.property(forms, headers, (form, header) => {
        try {
          readTokenRequest(form, header);
        } catch (error) {
          expect(error).toBeInstanceOf(OAuthError);
        }
      }),
    );
  });
});
