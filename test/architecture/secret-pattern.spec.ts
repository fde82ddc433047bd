import { readFileSync } from 'node:fs';
import { CLIENT_SECRET_PATTERN, TOKEN_PATTERN } from '@ruleforge/scim';

describe('docs/security.md', () => {
  it.each([
    ['tokens', TOKEN_PATTERN],
    ['client secrets', CLIENT_SECRET_PATTERN],
  ])('has the pattern by which secret scanners find %s', (_, { source }) =>
    expect(readFileSync('docs/security.md', 'utf8')).toContain(`\`${source}\``),
  );
});
