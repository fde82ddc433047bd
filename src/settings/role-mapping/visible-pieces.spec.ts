import { toVisiblePieces } from './visible-pieces.js';

const blank = { sign: '␣', code: 'U+0020' };

describe('toVisiblePieces', () => {
  it.each([
    ['Engineers', [{ text: 'Engineers' }]],
    ['Cloud team', [{ text: 'Cloud team' }]],
    ['Engineers ', [{ text: 'Engineers' }, blank]],
    [' Cloud  team', [blank, { text: 'Cloud' }, blank, blank, { text: 'team' }]],
    ['Cloud\u00a0team', [{ text: 'Cloud' }, { sign: 'U+00A0', code: 'U+00A0' }, { text: 'team' }]],
    ['\u200bOps', [{ sign: 'U+200B', code: 'U+200B' }, { text: 'Ops' }]],
    [' ', [blank]],
    ['', []],
  ])('of %j are %j', (name, pieces) => expect(toVisiblePieces(name)).toEqual(pieces));
});
