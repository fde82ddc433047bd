import fc from 'fast-check';
import { foldText } from '../users/canonical-text.js';
import { InvalidUserName } from './member-errors.js';
import { findUserNameKey, userNameKey } from './user-name-key.js';

describe('userNameKey', () => {
  it.each([
    [' Ada@Acme.test ', 'ada@acme.test'],
    ['R\u00c9NE', 'r\u00e9ne'],
    ['re\u0301ne', 'r\u00e9ne'],
    ['W\u030a', '\u1e98'],
  ])('makes %j into %j', (userName, key) => expect(userNameKey(userName)).toBe(key));

  it.each(['', '  ', '\u00a0', '\uff41', 'a'.repeat(257), 'a\0'])('refuses %j', (userName) =>
    expect(() => userNameKey(userName)).toThrow(InvalidUserName),
  );

  it('is the key of itself, and of the text as filters fold it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (userName) => {
        const key = findUserNameKey(userName);
        if (key === undefined) return;
        expect(findUserNameKey(key)).toBe(key);
        expect(findUserNameKey(foldText(userName))).toBe(key);
      }),
    );
  });
});
