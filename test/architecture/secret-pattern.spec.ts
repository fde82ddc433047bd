import { readFileSync } from 'node:fs';
import { TOKEN_PATTERN } from '@ruleforge/scim';

describe('docs/security.md', () => {
  it('has the pattern by which secret scanners find tokens', () =>
    expect(readFileSync('docs/security.md', 'utf8')).toContain(`\`${TOKEN_PATTERN.source}\``));
});
