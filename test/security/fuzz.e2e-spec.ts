import fc from 'fast-check';
import { expectConservation } from './support/conservation.js';
import { hostileGroupRequests, hostileRequests } from './support/hostile-requests.js';
import type { Wish } from './support/send.js';
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

  /** Sends each; one that is refused has changed nothing and is refused in the words of the protocol. */
  async function sendAll(wishes: fc.Arbitrary<Wish>): Promise<void> {
    const property = fc.asyncProperty(wishes, async (wish) => {
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
  }

  it('never break a User, and change nothing when they are refused', async () => {
    const { body: other } = await acme.post({ userName: 'other@acme.test', name: { givenName: 'O' }, active: false });
    await sendAll(hostileRequests([acme.victim, other.id]));
  });

  it('never break a Group, and change nothing when they are refused', async () => {
    const { body: other } = await acme.post({ userName: 'member@acme.test' });
    const create = (displayName: string) => acme.send({ method: 'POST', path: '/Groups', body: { displayName } });
    const groups = await Promise.all(['Engineers', 'Reviewers'].map(create));
    const ids = groups.map(({ body }) => String(body.id));
    await sendAll(hostileGroupRequests(ids, [acme.victim, other.id]));
  });
});
