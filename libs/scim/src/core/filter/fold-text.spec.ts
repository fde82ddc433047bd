import { foldText } from './fold-text.js';

it.each([
  ['Ada@ACME.test', 'ada@acme.test'],
  ['', ''],
  ['É', 'é'],
  ['E\u0301', 'é'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['straße', 'straße'],
  ['𐐀', '𐐨'],
])('%j folds to %j', (text, folded) => expect(foldText(text)).toBe(folded));

it('never takes a dotted capital I for an i', () => expect(foldText('adm\u0130n')).not.toBe('admin'));

it('lets no neighbour decide, for every code point that has a case', () => {
  for (let codePoint = 0x80; codePoint <= 0x1ffff; codePoint++) {
    const text = `A\u0301${String.fromCodePoint(codePoint)} A${String.fromCodePoint(codePoint)}B`.normalize('NFC');
    const one = Array.from(text, (each) => each.toLowerCase()).join('');
    if (foldText(text) !== one) throw new Error(`U+${codePoint.toString(16)}`);
  }
});

it('folds what is folded to itself, for every code point', () => {
  const changed: string[] = [];
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    const folded = foldText(String.fromCodePoint(codePoint));
    if (foldText(folded) !== folded) changed.push(codePoint.toString(16));
  }
  expect(changed).toEqual([]);
});
