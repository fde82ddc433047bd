import { addressKey } from './address-key.js';

describe('addressKey', () => {
  it.each([
    [' Ada@ACME.test ', 'ada@acme.test'],
    ['a+b@acme.test', 'a+b@acme.test'],
    ['a.b@acme.test', 'a.b@acme.test'],
    ['x@M\u00fcnchen.example', 'x@xn--mnchen-3ya.example'],
    ['x@xn--mnchen-3ya.example', 'x@xn--mnchen-3ya.example'],
    ['adm\u0130n@acme.test', 'admi\u0307n@acme.test'],
  ])('makes %j into %j', (address, key) => expect(addressKey(address)).toBe(key));

  it.each([
    '',
    'ada',
    'ada@',
    '@acme.test',
    'a@evil@acme.test',
    'a@acme.test\r\nBcc:x',
    'a@[127.0.0.1]',
    'a@localhost',
    '"a@evil"@acme.test',
    '=?utf-8?q?a=40evil?=@acme.test',
    'a\0@acme.test',
    '\uff41dmin@acme.test',
    `${'a'.repeat(250)}@acme.test`,
  ])('has none for %j', (address) => expect(addressKey(address)).toBeUndefined());
});
