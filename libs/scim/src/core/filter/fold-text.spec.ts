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

it('folds what is folded to itself, for every code point', () => {
  const changed: string[] = [];
  for (let codePoint = 0; codePoint <= 0x10ffff; codePoint++) {
    const folded = foldText(String.fromCodePoint(codePoint));
    if (foldText(folded) !== folded) changed.push(codePoint.toString(16));
  }
  expect(changed).toEqual([]);
});
