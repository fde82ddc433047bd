import { lifeOf } from './token-life.js';

const DAY_MS = 86_400_000;
const NOW = new Date('2026-06-01T12:00:00Z');
const inDays = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const nothing = { revokedAt: null, replacedAt: null, lastUsedAt: null };

describe('lifeOf', () => {
  it.each([
    ['a new token', { expiresAt: inDays(365) }, 'live', 365, false],
    ['one in its last hour', { expiresAt: inDays(0.01) }, 'live', 1, false],
    ['one that has just expired', { expiresAt: NOW }, 'expired', 0, false],
    ['a revoked one, whatever it had left', { expiresAt: inDays(9), revokedAt: inDays(-1) }, 'revoked', 0, false],
    [
      'a replaced one that rests',
      { expiresAt: inDays(1), replacedAt: NOW, lastUsedAt: inDays(-1) },
      'replaced',
      1,
      false,
    ],
    ['a replaced one in use', { expiresAt: inDays(1), replacedAt: inDays(-1), lastUsedAt: NOW }, 'replaced', 1, true],
    ['a replaced one that was never used', { expiresAt: inDays(1), replacedAt: NOW }, 'replaced', 1, false],
    ['a replaced one after its overlap', { expiresAt: inDays(-1), replacedAt: inDays(-2) }, 'expired', 0, false],
  ])('of %s', (_, dates, state, expiresInDays, usedAfterRotation) =>
    expect(lifeOf({ ...nothing, ...dates }, NOW)).toEqual({ state, expiresInDays, usedAfterRotation }),
  );
});
