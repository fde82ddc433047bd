import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyPackage } from './copy-package.js';

describe('the copy of the npm package', () => {
  let place: string;
  beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'ruleforge-package-'));
    mkdirSync(join(place, 'package/native/lib'), { recursive: true });
    writeFileSync(join(place, 'package/package.json'), '{"version":"18.4.0"}');
    writeFileSync(join(place, 'package/native/lib/libpq.so.5.18'), 'library');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    writeFileSync(join(place, 'package/native/pg-symlinks.json'), JSON.stringify(links));
  });
  afterEach(() => rmSync(place, { recursive: true }));

  it('has the library links that an install script would have made, and everybody may enter it', () => {
    const copy = copyPackage(join(place, 'package/native'), join(place, 'cache'));
    expect(copy).toBe(join(place, 'cache/postgresql-18.4.0'));
    expect(readlinkSync(join(copy, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
    expect(readFileSync(join(copy, 'lib/libpq.so.5'), 'utf8')).toBe('library');
    expect(statSync(copy).mode & 0o777).toBe(0o755);
  });

  it('is made once for each release, and nothing half-made is left beside it', () => {
    const first = copyPackage(join(place, 'package/native'), join(place, 'cache'));
    expect(copyPackage(join(place, 'package/native'), join(place, 'cache'))).toBe(first);
    expect(readdirSync(join(place, 'cache'))).toEqual(['postgresql-18.4.0']);
  });
});
