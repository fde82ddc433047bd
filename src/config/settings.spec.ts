import { readSettings } from './settings.js';
import { unknownVariables } from './variable.js';

describe('settings', () => {
  it('has a default for everything', () => {
    expect(readSettings({})).toMatchObject({
      dataDirectory: './data',
      databaseUrl: undefined,
      port: 3000,
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      logLevel: 'info',
      scimRequestsPerSecond: 5000,
    });
  });

  it('reads variables, and an empty one as absent', () => {
    const env = { PORT: '8080', RULEFORGE_HOST: '', RULEFORGE_LOG_LEVEL: 'warn', HOME: '/root' };
    expect(readSettings(env)).toMatchObject({ port: 8080, host: '127.0.0.1', logLevel: 'warn' });
    expect(readSettings(env)).not.toHaveProperty('HOME');
  });

  it('takes the public address without the slash at its end', () => {
    expect(readSettings({ RULEFORGE_PUBLIC_URL: 'https://acme.example.com/' }).publicUrl).toBe(
      'https://acme.example.com',
    );
  });

  it.each([
    [{ PORT: 'http' }, 'PORT must be a whole number from 1 to 65535.'],
    [{ PORT: '0' }, 'PORT must be a whole number from 1 to 65535.'],
    [{ PORT: '3e3' }, 'PORT must be a whole number from 1 to 65535.'],
    [
      { DATABASE_URL: 'mysql://root:secret@db' },
      'DATABASE_URL must look like postgres://user:password@host:5432/database.',
    ],
    [{ RULEFORGE_PUBLIC_URL: 'acme' }, 'RULEFORGE_PUBLIC_URL must be an address like https://ruleforge.example.com.'],
    [{ RULEFORGE_LOG_LEVEL: 'loud' }, 'RULEFORGE_LOG_LEVEL must be one of debug, info, warn, error, silent.'],
    [
      { PORT: '-1', RULEFORGE_DATABASE_POOL: 'many' },
      'RULEFORGE_DATABASE_POOL must be a whole number from 1 to 1000. PORT must be a whole number from 1 to 65535.',
    ],
  ])('answers %j with one sentence a variable, and no value that may be a secret', (env, sentence) => {
    expect(() => readSettings(env)).toThrow(new Error(sentence));
  });

  it('names variables that look misspelt', () => {
    expect(unknownVariables({ RULEFORGE_DATADIR: '/x', RULEFORGE_DATA_DIR: '/y', PATH: '/bin' })).toEqual([
      'RULEFORGE_DATADIR',
    ]);
  });
});
