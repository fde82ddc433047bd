import { replace, SEARCH_REQUEST } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Document, ScimClient } from './support/scim-client.js';

type Parameters = Readonly<Record<string, string>>;

const pathOf = (endpoint: string, parameters: Parameters) =>
  `${endpoint}?${new URLSearchParams(parameters).toString()}`;
const cursorIn = (body: Document) => body['nextCursor'] as string | undefined;

/** A walk of so many pages would never end. */
const LONGER_THAN_ANY = 50;

/** Every page of a walk, from the first on. */
async function walk(scim: ScimClient, endpoint: string, parameters: Parameters): Promise<Document[]> {
  const pages: Document[] = [];
  for (let cursor: string | undefined = ''; cursor !== undefined; cursor = cursorIn(pages.at(-1)!)) {
    const { status, body } = await scim.get(pathOf(endpoint, { ...parameters, cursor }));
    expect({ status, startIndex: body['startIndex'] }).toEqual({ status: 200, startIndex: undefined });
    expect(body['itemsPerPage']).toBe(body.Resources.length);
    pages.push(body);
    expect(pages.length).toBeLessThan(LONGER_THAN_ANY);
  }
  return pages;
}

const idsOf = (pages: readonly Document[]) => pages.flatMap(({ Resources }) => Resources.map(({ id }) => id));

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
    const users = [];
    for (const name of ['eve', 'bob', 'Ada', 'cyd', 'dan', 'fay', 'gus'])
      users.push(await acme.addUser(name, name < 'e' ? { title: 'Analyst' } : {}));
    for (const name of ['Zoo', 'Crew', 'bakers', 'Apes']) await acme.addGroup(name, users);
  });

  const get = (endpoint: string, parameters: Parameters, scim = acme.scim) => scim.get(pathOf(endpoint, parameters));

  const LISTS: readonly [string, Parameters][] = [
    ['/Users', {}],
    ['/Users', { filter: 'title pr' }],
    ['/Users', { sortBy: 'userName' }],
    ['/Users', { sortBy: 'title', sortOrder: 'descending' }],
    ['/Users', { filter: 'userName ne "bob@acme.test"', sortBy: 'name.givenName' }],
    ['/Users', { filter: 'userName eq "bob@acme.test"' }],
    ['/Users', { filter: 'userName eq "nobody"' }],
    ['/Groups', {}],
    ['/Groups', { filter: 'displayName co "e"', sortBy: 'displayName' }],
    ['/', {}],
    ['/', { filter: 'meta.resourceType eq "Group"' }],
    ['/', { sortBy: 'displayName' }],
    ['/', { sortBy: 'userName', sortOrder: 'descending' }],
    ['/', { sortBy: 'meta.created', sortOrder: 'descending', filter: 'id pr' }],
  ];

  it.each(LISTS)('walks through %s %j, by GET and by .search, as through one page', async (endpoint, parameters) => {
    const { body: whole } = await get(endpoint, { ...parameters, count: '100' });
    for (const count of ['2', '100']) {
      const pages = await walk(acme.scim, endpoint, { ...parameters, count });
      expect(idsOf(pages)).toEqual(whole.Resources.map(({ id }) => id));
      for (const page of pages) expect(page.totalResults).toBe(whole.totalResults);
      expect(pages).toHaveLength(Math.max(1, Math.ceil(whole.totalResults / Number(count))));
    }
    const searched: Document[] = [];
    for (let cursor: string | undefined = ''; cursor !== undefined; cursor = cursorIn(searched.at(-1)!)) {
      const body = { schemas: [SEARCH_REQUEST], ...parameters, count: 2, cursor };
      searched.push((await acme.scim.post(`${endpoint === '/' ? '' : endpoint}/.search`, body)).body);
    }
    expect(idsOf(searched)).toEqual(whole.Resources.map(({ id }) => id));
  });

  it.each<[string, Parameters]>([
    ['/Users', {}],
    ['/Users', { filter: 'active eq true' }],
    ['/Users', { sortBy: 'userName' }],
    ['/', {}],
    ['/', { sortBy: 'meta.created' }],
  ])(
    'sees all who were there throughout, once, while others come, change and go: %s %j',
    async (endpoint, parameters) => {
      const busy = await road.anOrganization();
      const names = Array.from({ length: 12 }, (_, index) => `p${index + 10}`);
      const people: Document[] = [];
      for (const name of names) people.push(await busy.addUser(name));
      const groups = [await busy.addGroup('One'), await busy.addGroup('Two')];
      const [first, , , gone, ...staying] = people;
      const seen: string[] = [];
      let step = 0;
      for (let cursor: string | undefined = ''; cursor !== undefined;) {
        const { body } = await get(endpoint, { ...parameters, cursor, count: '3' }, busy.scim);
        seen.push(...body.Resources.map(({ id }) => id));
        cursor = cursorIn(body);
        expect(step).toBeLessThan(LONGER_THAN_ANY);
        await busy.addUser(`a${++step}`);
        await busy.addUser(`q${step}`, { active: step % 2 === 0 });
        await busy.scim.patch(`/Users/${staying.at(-1)!.id}`, replace('title', `Step ${step}`));
        // Who a page ended with, and who stands at the head of the list.
        if (step === 1) for (const id of [first!.id, body.Resources.at(-1)!.id]) await busy.scim.delete(`/Users/${id}`);
        if (step === 1) await busy.scim.delete(`/Users/${gone!.id}`);
      }
      for (const { id } of [...staying, ...(endpoint === '/' ? groups : [])])
        expect(seen.filter((other) => other === id)).toEqual([id]);
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).not.toContain(gone!.id);
    },
  );
});
