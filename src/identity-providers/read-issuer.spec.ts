import { emailDomain } from './email-domain.js';
import { InvalidIssuer } from './identity-provider-errors.js';
import { readIssuer } from './read-issuer.js';

it.each([
  ['https://acme.okta.com', 'https://acme.okta.com'],
  [' https://acme.auth0.com/ ', 'https://acme.auth0.com/'],
  ['https://id.test/realms/a/.well-known/openid-configuration', 'https://id.test/realms/a'],
])('reads %j as the issuer %s', (text, issuer) => expect(readIssuer(text, false)).toBe(issuer));

it.each(
  [
    ['', 'acme', 'ftp://id.test', 'http://id.test', 'http://localhost', 'javascript:alert(1)', 'file:///etc/passwd'],
    ['https://user:pass@id.test', 'https://id.test?x', 'https://id.test#x', `https://id.test/${'x'.repeat(500)}`],
  ].flat(),
)('refuses %j', (text) => expect(() => readIssuer(text, false)).toThrow(InvalidIssuer));

it('does without TLS on this machine only, where that is allowed', () => {
  expect(readIssuer('http://localhost:3001', true)).toBe('http://localhost:3001');
  expect(() => readIssuer('http://10.0.0.1', true)).toThrow(InvalidIssuer);
});

it.each([
  ['@Acme.Example', 'acme.example'],
  [' bücher.example ', 'xn--bcher-kva.example'],
  ['acme', undefined],
  ['', undefined],
  ['a@acme.example', undefined],
  ['acme.example/x', undefined],
])('reads %j as the domain %s', (text, domain) => expect(emailDomain(text)).toBe(domain));
