import { PagePositions } from './page-positions.js';

describe('PagePositions', () => {
  it('remembers where a page begins, for one organization', () => {
    const positions = new PagePositions();
    positions.remember('acme', 101, 'last');
    expect(positions.find('acme', 101)).toBe('last');
    expect(positions.find('acme', 102)).toBeUndefined();
    expect(positions.find('other', 101)).toBeUndefined();
  });

  it('forgets the oldest when there are too many, and all in time', () => {
    const positions = new PagePositions(2);
    for (const startIndex of [1, 2, 1, 3]) positions.remember('acme', startIndex, String(startIndex));
    expect([1, 2, 3].map((startIndex) => positions.find('acme', startIndex))).toEqual(['1', undefined, '3']);
    const brief = new PagePositions(2, 0);
    brief.remember('acme', 1, 'last');
    expect(brief.find('acme', 1)).toBeUndefined();
  });
});
