import fc from 'fast-check';
import { expectConservation } from './support/conservation.js';
import { hostileGroupRequests, hostileRequests } from './support/hostile-requests.js';
import type { Wish } from './support/send.js';
import { stateOf } from './support/state.js';
import { Target } from './support/target.js';

const REQUESTS = 200;
const SEED = 20_261_125;

const REFERENCE = fc.constantFrom('bulkId:a', 'bulkId:b', 'bulkId:', 'bulkId:nobody', 'bulkId:__proto__');

describe('Bulk requests that nobody thought of', () => {
  let acme: Target;
  beforeAll(async () => {
    acme = await Target.start();
  });
  afterAll(() => acme.stop());

  it('are answered operation by operation; when all fail, nothing has changed', async () => {
    const { body: other } = await acme.post({ userName: 'member@acme.test' });
    const { body: group } = await acme.send({ method: 'POST', path: '/Groups', body: { displayName: 'Engineers' } });
    const users = [acme.victim, other.id];
    const single = fc.oneof(hostileRequests(users), hostileGroupRequests([group.id], users));
    const operation = fc
      .tuple(single, fc.constantFrom('a', 'b', 'c', '', 1, undefined), fc.option(REFERENCE))
      .map(toOperation);
    const request = fc.record(
      {
        Operations: fc.array(fc.oneof({ arbitrary: operation, weight: 9 }, fc.jsonValue()), { maxLength: 5 }),
        failOnErrors: fc.constantFrom(1, 2, '1', 0, null),
        schemas: fc.constantFrom(['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], 'x', 1),
      },
      { requiredKeys: ['Operations'] },
    );
    const property = fc.asyncProperty(request, async (body) => {
      const before = await stateOf(acme.app.dataSource);
      const answer = await acme.send({ method: 'POST', path: '/Bulk', body: JSON.stringify(body) });
      expect([200, 400]).toContain(answer.status);
      const results = answer.status === 200 ? (answer.body.Operations as { status: string }[]) : [];
      expect(results.length).toBeLessThanOrEqual(body.Operations.length);
      for (const { status } of results)
        expect(['200', '201', '204', '400', '403', '404', '409', '412']).toContain(status);
      if (results.every(({ status }) => Number(status) >= 400)) expect(await stateOf(acme.app.dataSource)).toBe(before);
    });
    await fc.assert(property, { numRuns: REQUESTS, seed: SEED });
    await expectConservation(acme);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

/** The single request as an operation, now and then with a reference where its ids or texts were. */
function toOperation([{ method, path, body }, bulkId, reference]: [Wish, unknown, string | null]) {
  const text =
    typeof body === 'string' && reference !== null ? body.replaceAll('"a"', JSON.stringify(reference)) : body;
  return {
    method,
    bulkId,
    path: reference === null ? path : path.replace(/[-\da-f]{36}/, reference),
    ...(text !== undefined && { data: parsed(text) }),
  };
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}
