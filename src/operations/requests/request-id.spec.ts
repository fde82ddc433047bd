import { requestIdOf } from './request-id.js';

const GENERATED = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[\da-f]{4}-[\da-f]{12}$/;

it.each(['abcdefgh', '7f3a.9_-B', 'a'.repeat(64)])('keeps the caller’s id %s', (given) => {
  expect(requestIdOf({ 'x-request-id': given })).toBe(given);
});

it.each([undefined, '', 'short', 'a'.repeat(65), 'with space', 'line\nbreak', '{"json":true}', 'ünïcödé!'])(
  'makes one of its own for %j',
  (given) => {
    expect(requestIdOf({ 'x-request-id': given })).toMatch(GENERATED);
  },
);
