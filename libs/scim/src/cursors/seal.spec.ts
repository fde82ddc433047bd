import { randomBytes } from 'node:crypto';
import { seal, unseal } from './seal.js';

const key = randomBytes(32);

it.each(['', 'a', 'é😀', 'x'.repeat(5_000)])('gives back what was sealed, to who has the key: %#', (text) => {
  const sealed = seal(key, text, 'this');
  expect(unseal(key, sealed, 'this')).toBe(text);
  expect(unseal(randomBytes(32), sealed, 'this')).toBeUndefined();
  expect(unseal(key, sealed, 'that')).toBeUndefined();
});

it('never seals the same text the same way', () =>
  expect(seal(key, 'a', 'this').equals(seal(key, 'a', 'this'))).toBe(false));

it('gives nothing of what was changed or cut off, wherever', () => {
  const sealed = seal(key, 'text', 'this');
  for (const index of sealed.keys()) {
    const changed = Buffer.from(sealed);
    changed[index]! ^= 1;
    expect(unseal(key, changed, 'this')).toBeUndefined();
    expect(unseal(key, sealed.subarray(0, index), 'this')).toBeUndefined();
  }
});
