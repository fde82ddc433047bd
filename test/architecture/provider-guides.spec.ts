import { readFileSync } from 'node:fs';
import { CONNECTION_PROVIDERS } from '../../src/connections/connection-provider.js';
import { GUIDE_TEXTS } from '../../src/settings/connection-setup/guide-texts.js';
import { PROVIDER_GUIDES } from '../../src/settings/connection-setup/provider-guide.js';

const rows = readFileSync('docs/providers.md', 'utf8').split('\n');
const documented = CONNECTION_PROVIDERS.filter((provider) => provider !== 'other').map((id) => PROVIDER_GUIDES[id]);

describe('docs/providers.md', () => {
  it.each(documented)('names the fields of $name as the set-up does', ({ name, baseUrlField, tokenField, menu }) => {
    const cells = rowsOf(name).find((row) => row.length === 5);
    expect(cells?.slice(1, 4)).toEqual([`_${baseUrlField}_`, `_${tokenField}_`, menu.join(' → ')]);
  });

  it.each(documented)('maps the attributes of $name as the set-up does', ({ name, mapping }) => {
    const said = mapping.map(([attribute, source]) => `\`${attribute}\` ← \`${source}\``).join(', ');
    expect(rowsOf(name).map((row) => row[1])).toContain(said);
  });
});

describe('the guides', () => {
  it.each(CONNECTION_PROVIDERS)('for %s say the same in every language', (provider) => {
    const shapes = Object.values(GUIDE_TEXTS).map((guides) =>
      Object.values(guides[provider]).map((lines: readonly string[]) => lines.length),
    );
    expect(shapes[1]).toEqual(shapes[0]);
  });
});

const rowsOf = (provider: string) =>
  rows
    .map((row) =>
      row
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    .filter(([first]) => first === provider);
