import { isOutage } from './outage.js';

const failure = (message: string, more: object = {}) => Object.assign(new Error(message), more);

it.each([
  failure('connect ECONNREFUSED 127.0.0.1:5432', { code: 'ECONNREFUSED' }),
  failure('terminating connection due to administrator command', { code: '57P01' }),
  failure('canceling statement due to lock timeout', { code: '55P03' }),
  failure('could not serialize access', { code: '40001' }),
  failure('could not extend file: No space left on device', { code: '53100' }),
  failure('password authentication failed', { code: '28P01' }),
  failure('database "ruleforge" does not exist', { code: '3D000' }),
  failure('cannot execute INSERT in a read-only transaction', { code: '25006' }),
  failure('timeout exceeded when trying to connect'),
  failure('Connection terminated unexpectedly'),
  failure('Client was closed and is not queryable'),
  failure('Query runner already released. Cannot run queries anymore.'),
  new Error('The verb failed.', { cause: failure('read ECONNRESET', { code: 'ECONNRESET' }) }),
])('takes for our own passing trouble: %s', (error) => {
  expect(isOutage(error)).toBe(true);
});

it.each([
  failure('duplicate key value violates unique constraint', { code: '23505' }),
  failure('invalid byte sequence for encoding "UTF8": 0x00', { code: '22021' }),
  failure('column "x" does not exist', { code: '42703' }),
  new TypeError("Cannot read properties of undefined (reading 'id')"),
  'timeout exceeded when trying to connect',
  undefined,
])('takes for a defect: %s', (error) => {
  expect(isOutage(error)).toBe(false);
});
