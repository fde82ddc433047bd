import { isDigestOf, mintToken, readKeyId, TOKEN_PATTERN } from './token-format.js';

const found = (text: string) => TOKEN_PATTERN.exec(text)?.[0];

describe('a token', () => {
  it('is found by the pattern of secret scanners wherever it stands, and known by its checksum', () => {
    for (let minted = 0; minted < 1_000; minted += 1) {
      const { keyId, token, digest } = mintToken();
      const texts = [token, `token=${token}`, `"${token}"`, `Bearer ${token}\r\n`, `https://x.test/?t=${token}&a=b`];
      expect(texts.map(found)).toEqual(texts.map(() => token));
      expect([readKeyId(token), isDigestOf(token, digest)]).toEqual([keyId, true]);
    }
  });

  it.each([
    ['a shorter one', (token: string) => token.slice(0, -1)],
    ['a longer one', (token: string) => `${token}0`],
    ['one inside of a word', (token: string) => `my${token}`],
    ['another prefix', (token: string) => token.replace('rfscim', 'rfk')],
  ])('is not seen in %s', (_, change) => expect(found(change(mintToken().token))).toBeUndefined());

  it('is told from a look-alike by its checksum', () => {
    const lookAlike = mintToken().token.replace(/.{8}$/, '00000000');
    expect([found(lookAlike), readKeyId(lookAlike)]).toEqual([lookAlike, undefined]);
  });
});
