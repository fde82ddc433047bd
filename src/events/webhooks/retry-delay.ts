const LONGEST_SECONDS = 21_600;

/**
 * How many seconds to wait after that many failed attempts: `first`, doubled with each, up to six hours; somewhere in the
 * upper half of that, as `random` (0 to 1) says, so that what failed together does not come again together.
 */
export const retryDelay = (attempts: number, first: number, random: number): number =>
  Math.min(first * 2 ** (attempts - 1), LONGEST_SECONDS) * (0.5 + random / 2);
