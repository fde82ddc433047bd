import { readNextPath } from './next-path.js';

describe('readNextPath', () => {
  it.each(['/', '/settings/members', '/settings/members?search=ada&status=active#top', '/a//b'])('keeps %s', (path) =>
    expect(readNextPath(path)).toBe(path),
  );

  it.each([
    undefined,
    ['/settings'],
    '',
    'settings',
    'https://evil.test/',
    '//evil.test',
    '/\\evil.test',
    '/a\\b',
    '/\t/evil.test',
    '/\n/evil.test',
    'javascript:alert(1)',
  ])('sends %j to the start', (next) => expect(readNextPath(next)).toBe('/settings/members'));

  it('sends a path of unreasonable length to the start', () =>
    expect(readNextPath(`/${'a'.repeat(2_001)}`)).toBe('/settings/members'));
});
