import { initialsOf } from './initials.js';

describe('initialsOf', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['Augusta Ada King', 'AK'],
    ['grace', 'G'],
    ['ada.lovelace', 'AL'],
    ['Émile (Zola)', 'ÉZ'],
    ['李 小龙', '李小'],
    ['  ', ''],
    ['<b>', 'B'],
  ])('of %j is %j', (name, initials) => expect(initialsOf(name)).toBe(initials));
});
