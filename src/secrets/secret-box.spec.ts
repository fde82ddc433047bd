import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../config/settings.js';
import { SecretBox } from './secret-box.service.js';
import { SecretUnreadable } from './secret-errors.js';

describe('a box of secrets', () => {
  const keyOf = (byte: number) => ({ RULEFORGE_SECRETS_KEY: Buffer.alloc(32, byte).toString('base64') });
  const boxBy = (variables: Record<string, string>) => new SecretBox(readSettings(variables));
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'ruleforge-secrets-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('opens what it sealed, for the same purpose and by the same key only', async () => {
    const sealed = await boxBy(keyOf(1)).seal('sesame', 'a');
    expect(sealed).not.toContain('sesame');
    await expect(boxBy(keyOf(1)).open(sealed, 'a')).resolves.toBe('sesame');
    await expect(boxBy(keyOf(1)).open(sealed, 'b')).rejects.toBeInstanceOf(SecretUnreadable);
    await expect(boxBy(keyOf(2)).open(sealed, 'a')).rejects.toBeInstanceOf(SecretUnreadable);
    await expect(boxBy(keyOf(1)).open('nonsense', 'a')).rejects.toBeInstanceOf(SecretUnreadable);
  });

  it('makes a key that nobody else can read, once, and leaves nothing beside it', async () => {
    const inDirectory = { RULEFORGE_DATA_DIR: join(directory, 'data') };
    const sealed = await boxBy(inDirectory).seal('sesame', 'a');
    await expect(boxBy(inDirectory).open(sealed, 'a')).resolves.toBe('sesame');
    expect(readdirSync(join(directory, 'data'))).toEqual(['secrets.key']);
    expect(statSync(join(directory, 'data/secrets.key')).mode & 0o777).toBe(0o600);
  });

  it('uses no key that is cut short', async () => {
    writeFileSync(join(directory, 'secrets.key'), 'c2hvcnQ=');
    await expect(boxBy({ RULEFORGE_DATA_DIR: directory }).seal('sesame', 'a')).rejects.toBeInstanceOf(SecretUnreadable);
  });
});
