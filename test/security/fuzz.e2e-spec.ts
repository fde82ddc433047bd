import fc from 'fast-check';
import { expectConservation } from './support/conservation.js';
import { hostileRequests } from './support/hostile-requests.js';
import { stateOf } from './support/state.js';
import { Target } from './support/target.js';

const REQUESTS = 300;
const SEED = 20_261_124;

describe('requests that nobody thought of', () => {
  let acme: Target;
  beforeAll(async () => {
    acme = await Target.start();
  });
  afterAll(() => acme.stop());

  it('never break anything, and change nothing when they are refused', async () => {
    const { body: other } = await acme.post({ userName: 'other@acme.test', name: { givenName: 'O' }, active: false });
    const property = fc.asyncProperty(hostileRequests([acme.victim, other.id]), async (wish) => {
      const before = await stateOf(acme.app.dataSource);
      const { status, headers, body } = await acme.send(wish);
      if (status < 400) return;
      expect([400, 403, 404, 405, 409, 412, 413, 415]).toContain(status);
      expect(headers['content-type']).toBe('application/scim+json');
      expect(body).toMatchObject({ status: String(status), detail: expect.stringMatching(/\.$/) as string });
      expect(await stateOf(acme.app.dataSource)).toBe(before);
    });
    await fc.assert(property, { numRuns: REQUESTS, seed: SEED });
    await expectConservation(acme);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});
