import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');
export const PLACE = path.join(ROOT, 'dist-test');

/** What drives the application in the test's own process: loading it takes each file longer than most of its tests. */
const FOLDERS = ['road', 'domain', 'security', 'idp', 'operations', 'sso', 'events', 'activity', 'judges', 'screens'];

/**
 * Files that import the specs of those folders, a share each, so that a whole run loads the application a few times and not
 * once a spec. @returns their directory, for `roots`
 */
export function writeTogether(shares = 5) {
  rmSync(PLACE, { recursive: true, force: true });
  mkdirSync(PLACE);
  specs().forEach((spec, index) => {
    const share = path.join(PLACE, `together-${(index % shares) + 1}.e2e-spec.ts`);
    writeFileSync(share, `import '${path.relative(PLACE, spec).replace(/\.ts$/, '.js')}';\n`, { flag: 'a' });
  });
  return PLACE;
}

/** The largest first, so that the shares are about as large. */
const specs = () =>
  FOLDERS.flatMap((folder) => {
    const directory = path.join(ROOT, 'test', folder);
    return readdirSync(directory)
      .filter((file) => file.endsWith('.e2e-spec.ts'))
      .map((file) => path.join(directory, file));
  }).sort((one, other) => statSync(other).size - statSync(one).size);

/** Whether a spec is imported by one of those files. */
export const TOGETHER = `<rootDir>/test/(?:${FOLDERS.join('|')})/.*\\.e2e-spec\\.ts$`;
