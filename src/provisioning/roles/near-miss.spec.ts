import { differencesOf, nearMissKey, type Difference } from './near-miss.js';

describe('a group that is nearly the one that was named', () => {
  it.each<[string, string, Difference[]]>([
    ['Engineers', 'engineers', ['case']],
    ['Engineers', 'Engineers ', ['blanks']],
    ['Security Engineers', 'Security\u00a0Engineers', ['blanks']],
    ['Security Engineers', 'SecurityEngineers', ['blanks']],
    ['Engineers', 'Engin\u200beers', ['invisible']],
    ['Engineers', '\ufeff ENGINEERS', ['invisible', 'blanks', 'case']],
    ['Engineers', 'Engineers', []],
  ])('%j and %j', (name, other, differences) => {
    expect(nearMissKey(name)).toBe(nearMissKey(other));
    expect(differencesOf(name, other)).toEqual(differences);
  });

  it('is no other word', () => expect(nearMissKey('Engineers')).not.toBe(nearMissKey('Engineer')));
});
