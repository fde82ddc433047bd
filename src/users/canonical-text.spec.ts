import fc from 'fast-check';
import { foldText, isIdentifier } from './canonical-text.js';

describe('foldText', () => {
  it.each([
    ['ADA', 'ada'],
    ['RE\u0301NE', 'r\u00e9ne'],
    ['STRASSE', 'strasse'],
    ['Straße', 'straße'],
    ['\u0130', 'i\u0307'],
    ['ΣΑΣ', 'σασ'],
  ])('makes %j into %j', (text, folded) => expect(foldText(text)).toBe(folded));

  it('tells letters apart that only look alike', () => {
    expect(foldText('\u0430dmin')).not.toBe('admin');
    expect(foldText('adm\u0130n')).not.toBe('admin');
  });

  it('does not depend on what stands beside a letter', () => {
    fc.assert(
      fc.property(fc.constantFrom('Σ', 'Ω', 'I', 'ẞ'), fc.constantFrom('', 'a', ' '), (letter, neighbour) => {
        expect(foldText(letter + neighbour).startsWith(foldText(letter))).toBe(true);
      }),
    );
  });
});

describe('isIdentifier', () => {
  it.each(['ada', 'ada lovelace', 'a+b@acme.test', 'r\u00e9ne', 're\u0301ne', '\u0430dmin', '李', 'adm\u0130n'])(
    'takes %j',
    (text) => expect(isIdentifier(text)).toBe(true),
  );

  it.each([
    '\uff41dmin',
    '\ufb01',
    '\u017f',
    '\u212aate',
    'x\u00b2',
    'ad\u200bmin',
    '\ufeffada',
    'a\u202eb',
    'a\u00adb',
    'a\u{e0061}',
    'a\0b',
    'a\nb',
    '\ud800',
  ])('refuses %j', (text) => expect(isIdentifier(text)).toBe(false));
});
