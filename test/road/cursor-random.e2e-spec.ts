import fc from 'fast-check';
import { aGroup, aUser, ENTERPRISE, RULEFORGE } from './support/documents.js';
import { Organization } from './support/organization.js';
import { type RunningApplication, startApplication } from '../support/running-application.js';

const word = fc.constantFrom('a', 'B', 'ab', 'É', '😀', '%', "o'x", 'z'.repeat(40));
const person = fc.record(
  {
    displayName: word,
    title: word,
    active: fc.boolean(),
    name: fc.record({ givenName: word, familyName: word }, { requiredKeys: [] }),
    emails: fc.array(
      fc.record({ value: word.map((text) => `${text}@x.test`), type: fc.constantFrom('work', 'home') }),
      {
        maxLength: 2,
      },
    ),
    [ENTERPRISE]: fc.record({ department: word, manager: fc.record({ value: word }) }, { requiredKeys: [] }),
  },
  { requiredKeys: [] },
);

const SORTS: readonly string[] = [
  ...['id', 'userName', 'externalId', 'active', 'displayName', 'title', 'name.familyName', 'emails', 'emails.type'],
  ...['groups.display', 'members.display', 'meta.created', 'meta.lastModified', 'meta.version', 'meta.resourceType'],
  ...[`${ENTERPRISE}:department`, `${ENTERPRISE}:manager`, `${RULEFORGE}:role`, `${RULEFORGE}:lastSignInAt`],
];
const FILTERS = [
  'title pr',
  'not (title pr)',
  'displayName co "a"',
  'active eq true',
  'id pr',
  'emails.type eq "work"',
];
const OF_GROUPS = new Set(['id', 'externalId', 'displayName', 'members.display', 'id pr', 'displayName co "a"']);

const query = fc.record(
  {
    sortBy: fc.constantFrom(...SORTS),
    sortOrder: fc.constantFrom('ascending', 'descending'),
    filter: fc.constantFrom(...FILTERS),
  },
  { requiredKeys: [] },
);

describe('walks by cursor', () => {
  let app: RunningApplication;
  let acme: Organization;
  beforeAll(async () => {
    app = await startApplication('fastify');
    acme = new Organization(app, await app.found());
    const people = fc.sample(person, { numRuns: 25, seed: 9_865 });
    const users = [];
    for (const [index, more] of people.entries())
      users.push((await acme.scim.post('/Users', aUser(`p${(index * 7) % 25}`, more))).body);
    for (const name of ['Z', 'a', 'é', 'M'])
      await acme.scim.post('/Groups', aGroup(name, ...users.slice(name.charCodeAt(0) % 20)));
  });
  afterAll(() => app.stop());

  const read = async (endpoint: string, parameters: Readonly<Record<string, string>>) => {
    const path = `${endpoint}?${new URLSearchParams({ ...parameters, attributes: 'id' }).toString()}`;
    const { status, body } = await acme.scim.get(path);
    expect({ status, path }).toEqual({ status: 200, path });
    const { totalResults, Resources } = body;
    return { totalResults, ids: Resources.map(({ id }) => id), nextCursor: body['nextCursor'] as string | undefined };
  };

  it('in pages of any size see what one page shows, in its order', async () => {
    const endpoint = fc.constantFrom('/Users', '/Users', '/Groups', '/', '/');
    await fc.assert(
      fc.asyncProperty(endpoint, query, fc.integer({ min: 3, max: 40 }), async (at, { ...parameters }, size) => {
        if (at === '/Groups' && Object.values(parameters).some((text) => isOfUsers(text))) return;
        const whole = await read(at, { ...parameters, count: '1000' });
        const walked: string[] = [];
        for (let cursor: string | undefined = ''; cursor !== undefined;) {
          const page: Awaited<ReturnType<typeof read>> = await read(at, { ...parameters, cursor, count: String(size) });
          expect(page.totalResults).toBe(whole.totalResults);
          walked.push(...page.ids);
          cursor = page.nextCursor;
        }
        expect([at, parameters, walked]).toEqual([at, parameters, whole.ids]);
      }),
      { numRuns: 60 },
    );
  });
});

const isOfUsers = (text: string) =>
  [...SORTS, ...FILTERS].includes(text) && !OF_GROUPS.has(text) && !text.startsWith('meta');
