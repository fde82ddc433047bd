import { isDigestOf } from './credential-format.js';
import { CLIENT_SECRETS } from '../oauth/client-secret-format.js';
import { TOKENS } from './token-format.js';

describe.each([
  ['a token', TOKENS, 'rfscim_'],
  ['a client secret', CLIENT_SECRETS, 'rfscimsecret_'],
])('%s', (_, format, prefix) => {
  const found = (text: string) => format.pattern.exec(text)?.[0];

  it('is found by the pattern of secret scanners wherever it stands, and known by its checksum', () => {
    for (let minted = 0; minted < 1_000; minted += 1) {
      const { keyId, text, digest } = format.mint();
      const places = [text, `token=${text}`, `"${text}"`, `Bearer ${text}\r\n`, `https://x.test/?t=${text}&a=b`];
      expect(places.map(found)).toEqual(places.map(() => text));
      expect([format.readKeyId(text), isDigestOf(text, digest)]).toEqual([keyId, true]);
    }
  });

  it.each([
    ['a shorter one', (text: string) => text.slice(0, -1)],
    ['a longer one', (text: string) => `${text}0`],
    ['one inside of a word', (text: string) => `my${text}`],
    ['another prefix', (text: string) => text.replace(prefix, 'rfk_')],
  ])('is not seen in %s', (__, change) => expect(found(change(format.mint().text))).toBeUndefined());

  it('is told from a look-alike by its checksum', () => {
    const lookAlike = format.mint().text.replace(/.{8}$/, '00000000');
    expect([found(lookAlike), format.readKeyId(lookAlike)]).toEqual([lookAlike, undefined]);
  });
});

it('is a token or a client secret, and never both', () => {
  expect(TOKENS.pattern.test(CLIENT_SECRETS.mint().text)).toBe(false);
  expect(CLIENT_SECRETS.pattern.test(TOKENS.mint().text)).toBe(false);
});
