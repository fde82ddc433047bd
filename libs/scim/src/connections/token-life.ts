import type { Token } from './token.entity.js';

/** Where a token stands, as of some moment. */
export interface TokenLife {
  /** `live` and `replaced` open the connection; the latter for the overlap, beside its successor. */
  readonly state: 'live' | 'replaced' | 'expired' | 'revoked';
  /** Days that it still has, the last one counted whole; 0 when it opens nothing any more. */
  readonly expiresInDays: number;
  /** Somebody has not been given the successor yet. */
  readonly usedAfterRotation: boolean;
}

type Dates = Pick<Token, 'expiresAt' | 'revokedAt' | 'replacedAt' | 'lastUsedAt'>;

/** What a token's dates say at `now`. */
export function lifeOf({ expiresAt, revokedAt, replacedAt, lastUsedAt }: Dates, now: Date): TokenLife {
  const leftMs = revokedAt ? 0 : Math.max(0, expiresAt.getTime() - now.getTime());
  return {
    state: revokedAt ? 'revoked' : leftMs === 0 ? 'expired' : replacedAt ? 'replaced' : 'live',
    expiresInDays: Math.ceil(leftMs / DAY_MS),
    usedAfterRotation: replacedAt !== null && lastUsedAt !== null && lastUsedAt > replacedAt,
  };
}

const DAY_MS = 86_400_000;
