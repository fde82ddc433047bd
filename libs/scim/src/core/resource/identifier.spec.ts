import { checkAddress, checkIdentifier } from './identifier.js';

describe('checkIdentifier', () => {
  it.each([
    'ada',
    'ada.lovelace+x@corp.test',
    'José',
    'Jose\u0301',
    'Müller',
    '山田太郎',
    'аdmin',
    'Ada Lovelace',
    'ß',
    'admİn',
  ])('takes %s', (text) => expect(() => checkIdentifier('userName', text)).not.toThrow());

  it.each([
    ['blanks alone', ' \t'],
    ['a leading blank', ' ada'],
    ['a trailing no-break space', 'ada\u00A0'],
    ['a line feed', 'a\nb'],
    ['a zero width space', 'a\u200Bb'],
    ['a soft hyphen', 'a\u00ADb'],
    ['a byte order mark', 'a\uFEFFb'],
    ['a bidi override', 'a\u202Eb'],
    ['a tag', 'a\u{E0041}b'],
    ['an Ogham space', 'a\u1680b'],
    ['a full-width form', 'ａdmin'],
    ['a ligature', 'ﬁn'],
    ['a long s', 'ſam'],
    ['the Kelvin sign', '\u212Aate'],
    ['the Angstrom sign', '\u212Bngstrom'],
  ])('refuses %s', (_what, text) => expect(() => checkIdentifier('userName', text)).toThrow(/^userName (must|has)/));

  it('lets no code point pass that case or compatibility mapping turns into ASCII', () => {
    const passed: string[] = [];
    for (let code = 0x80; code <= 0x10ffff; code++) {
      if (code >= 0xd800 && code <= 0xdfff) continue;
      const text = String.fromCodePoint(code);
      if (!/^[\x21-\x7E]+$/.test(text.normalize('NFKC'))) continue;
      try {
        checkIdentifier('userName', text);
        passed.push(text);
      } catch {
        continue;
      }
    }
    expect(passed).toEqual([]);
  });
});

describe('checkAddress', () => {
  it('takes what a userName may be, but for blanks', () => {
    expect(() => checkAddress('emails.value', 'José@x.test')).not.toThrow();
    expect(() => checkAddress('emails.value', 'a b@x.test')).toThrow('emails.value must have no blanks.');
  });
});
