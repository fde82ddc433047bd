import { retryDelay } from './retry-delay.js';

it.each([
  [1, 30],
  [2, 60],
  [5, 480],
  [10, 15_360],
  [11, 21_600],
  [90, 21_600],
])('after %i attempts waits between half of %i seconds and all of it', (attempts, seconds) => {
  expect(retryDelay(attempts, 30, 0)).toBe(seconds / 2);
  expect(retryDelay(attempts, 30, 1)).toBe(seconds);
});

it('makes fourteen attempts in about a day', () => {
  const waits = Array.from({ length: 13 }, (_, index) => retryDelay(index + 1, 30, 0.5));
  expect(waits.reduce((sum, wait) => sum + wait) / 3_600).toBeCloseTo(20, -1);
});
