import fc from 'fast-check';
import { searchWords, TERM_LENGTH, termsOf, toTerm } from './member-terms.js';

describe('termsOf', () => {
  it.each<[string, string[], string[]]>([
    ['Ada Lovelace', ['ada lovelace', 'ada@acme.test'], ['ada lovelace', 'ada@acme.test', 'lovelace']],
    ['Lovelace, Ada', ['lovelace, ada'], ['ada', 'lovelace, ada']],
    ['Ann Smith-Jones', ['ann smith-jones'], ['ann smith-jones', 'jones', 'smith-jones']],
    ['ada', ['ada', ''], ['ada']],
    ['«李»', [], ['李']],
  ])('finds %j with %j by %j', (name, exact, terms) => expect(termsOf(name, exact)).toEqual(terms));

  it('finds everybody by every word of the name', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 8 }), { maxLength: 8 }), (parts) => {
        const terms = termsOf(parts.join(' '), []);
        for (const word of searchWords(parts.join(' '))) {
          expect(terms.some((term) => term.startsWith(word))).toBe(true);
        }
      }),
    );
  });

  it('has few terms, and short ones, however long a name is', () => {
    const terms = termsOf(Array.from({ length: 5_000 }, (_, index) => `w${index}-x`).join(' '), ['y'.repeat(9_999)]);
    expect(terms.length).toBeLessThan(60);
    expect(Math.max(...terms.map((term) => term.length))).toBe(TERM_LENGTH);
  });
});

describe('toTerm', () => {
  it('cuts between characters, never through one', () => {
    expect(Array.from(toTerm('😀'.repeat(300)))).toHaveLength(TERM_LENGTH);
  });
});

describe('searchWords', () => {
  it.each<[string, string[]]>([
    [' Ada  LOVELACE ', ['ada', 'lovelace']],
    ['ada@acme', ['ada@acme']],
    ['"ada", ada', ['ada']],
    ['% _ \0', []],
    ['', []],
  ])('reads %j as %j', (text, words) => expect(searchWords(text)).toEqual(words));
});
