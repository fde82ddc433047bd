import { existsSync, readFileSync } from 'node:fs';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const exists = (path: string) => existsSync(new URL(`../../${path}`, import.meta.url));

/** What RFC 7643, RFC 7644, RFC 9865 and newer documents ask, numbered from 1. */
const OBLIGATIONS = 177;
const LINE = /^\| (\d+)(?: [MSYN])? \| (.+) \| (.+) \| ?(.*)\|$/gm;
const CITATION = /`([^`]+)` "([^"]+)"/g;

const lines = [...read('docs/rfc.md').matchAll(LINE)].map(([, number, obligation, deed, proof]) => ({
  number: Number(number),
  obligation: obligation!,
  deed: deed!,
  proof: proof!.trim(),
}));

describe('docs/rfc.md', () => {
  it('has a line for every obligation, in order', () => {
    expect(lines.map(({ number }) => number)).toEqual(Array.from({ length: OBLIGATIONS }, (_, index) => index + 1));
  });

  it.each(lines)('$number has a test, is planned, or is not claimed: $obligation', ({ deed, proof }) => {
    if (proof === '') expect(deed).toMatch(/planned: whole protocol|Not claimed: /);
    else expect(proof.replaceAll(CITATION, '')).toMatch(/^[ ·]*$/);
  });

  const citations = lines.flatMap(({ number, proof }) =>
    [...proof.matchAll(CITATION)].map(([, file, sentence]) => ({ number, file: file!, sentence: sentence! })),
  );

  it.each(citations)('$number cites a test that exists: $file, "$sentence"', ({ file, sentence }) => {
    const path = file.includes('/') ? file : `test/road/${file}.e2e-spec.ts`;
    expect(exists(path)).toBe(true);
    expect(testNames(read(path)).some((name) => name.startsWith(sentence))).toBe(true);
  });
});

describe('what independent implementations disagree about', () => {
  const [, section = ''] = read('docs/rfc.md').split('## Where independent implementations disagree');
  const rows = [...section.matchAll(/^\| (?!about)(.+?) \| (.+) \| .+ \| `(\w+)` "(.+)" \|$/gm)].map(
    ([, about = '', words = '', file = '', sentence = '']) => ({ about, words, file, sentence }),
  );

  it.each(rows)('$about: is told in the words of an RFC and shown by a test', ({ words, file, sentence }) => {
    expect(words).toMatch(/RFC \d{4} §\d/);
    const path = ['e2e-spec', 'spec'].map((kind) => `test/judges/${file}.${kind}.ts`).find(exists);
    expect(testNames(read(path!))).toContain(sentence);
  });

  it('is written down, row by row', () => {
    expect(rows).toHaveLength(section.split('\n').filter((line) => line.startsWith('| ')).length - 1);
  });
});

/** The names of the tests in a file, as they are written there. */
const testNames = (source: string) =>
  [...source.matchAll(/(?:\bit|\]|\))\(\s*(['"`])((?:(?!\1).)+)\1,/g)].map(([, , name]) => name!);
