import * as fc from 'fast-check';
import { compareText } from './compare-text.js';

it('orders by code point, as the bytes of UTF-8 are ordered', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'B', 'é', '\ud7ff', '\ue000', '\uffff', '😀', '\u{10ffff}') });
  fc.assert(
    fc.property(text, text, (one, other) => {
      expect(Math.sign(compareText(one, other))).toBe(Buffer.compare(Buffer.from(one), Buffer.from(other)));
    }),
  );
});

it('puts U+FFFF before U+1F600, though its unit is the greater one', () => {
  const [one, other] = ['\uffff', '😀'];
  expect(compareText(one, other)).toBeLessThan(0);
  expect([one, other].sort()).toEqual([other, one]);
});
