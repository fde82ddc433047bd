import { readdirSync, readFileSync } from 'node:fs';

const read = (file: string) => readFileSync(file, 'utf8').replaceAll(/^ +/gm, '');

const SOURCES = ['examples/two-tables', 'test/contracts/support'].flatMap((folder) =>
  readdirSync(folder).map((file) => read(`${folder}/${file}`)),
);

const blocksOf = (file: string) => [...read(file).matchAll(/^```ts\n(.*?)\n```$/gms)].map(([, block = '']) => block);

/** Code that is compiled and run elsewhere cannot rot in a README. */
describe.each(['README.md', 'libs/scim/README.md'])('the TypeScript in %s', (file) => {
  it.each(blocksOf(file))('stands in a source that is compiled: %#', (block) => {
    expect(SOURCES.filter((source) => source.includes(block)).length).toBeGreaterThan(0);
  });
});
