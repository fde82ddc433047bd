import { expectRefusal, replace } from './support/documents.js';
import { namesIn } from './support/filtered-people.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

onEachAdapter((road) => {
  const names = Array.from({ length: 12 }, (_, index) => `p${String(index + 1).padStart(2, '0')}`);
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
    for (const name of names) await acme.addUser(name, { title: 'Paged' });
  });

  const page = async (parameters: Readonly<Record<string, string | number>>) => {
    const texts = Object.entries(parameters).map(([name, value]) => [name, String(value)] as const);
    const { status, body } = await acme.scim.list(Object.fromEntries(texts));
    expect({ status, perPage: body['itemsPerPage'] }).toEqual({ status: 200, perPage: body.Resources.length });
    return { total: body.totalResults, startIndex: body['startIndex'], names: namesIn(body.Resources) };
  };

  const QUERIES = [
    ['of everybody', {}],
    ['of those that a filter finds', { filter: 'title eq "paged"' }],
    ['of a sorted list', { sortBy: 'userName' }],
  ] as const;

  describe.each(QUERIES)('a list %s', (_, query) => {
    it('is walked through page by page', async () => {
      const pages = [];
      for (let startIndex = 1; startIndex <= 12; startIndex += 5)
        pages.push(await page({ ...query, startIndex, count: 5 }));
      expect(pages).toEqual([
        { total: 12, startIndex: 1, names: names.slice(0, 5) },
        { total: 12, startIndex: 6, names: names.slice(5, 10) },
        { total: 12, startIndex: 11, names: names.slice(10) },
      ]);
    });

    it('can be jumped into', async () => {
      expect(await page({ ...query, startIndex: 8, count: 2 })).toEqual({
        total: 12,
        startIndex: 8,
        names: ['p08', 'p09'],
      });
    });

    it('ends', async () => {
      expect(await page({ ...query, startIndex: 13, count: 5 })).toEqual({ total: 12, startIndex: 13, names: [] });
      expect(await page({ ...query, startIndex: 999_999_999, count: 5 })).toMatchObject({ total: 12, names: [] });
    });

    it('tells how long it is without a page of it', async () => {
      expect(await page({ ...query, count: 0 })).toEqual({ total: 12, startIndex: 1, names: [] });
      expect(await page({ ...query, count: -5 })).toEqual({ total: 12, startIndex: 1, names: [] });
    });

    it('begins at 1, whatever is below', async () => {
      for (const startIndex of [1, 0, -7]) {
        expect(await page({ ...query, startIndex, count: 1 })).toEqual({ total: 12, startIndex: 1, names: ['p01'] });
      }
    });
  });

  it.each<Record<string, string>>([
    { startIndex: 'one' },
    { startIndex: '1.5' },
    { startIndex: '99999999999999999999' },
    { count: 'all' },
    { count: '1e3' },
  ])('refuses %j', async (parameters) => {
    expectRefusal(await acme.scim.list(parameters), 400, 'invalidValue');
  });

  it('gives 100 a page when nothing is said, at most 1 000, and never more than asked', async () => {
    const crowd = await road.anOrganization();
    await crowd.addCrowd(1_010);
    const sizeOf = async (parameters: Readonly<Record<string, string>>) => {
      const { body } = await crowd.scim.list({ ...parameters, attributes: 'id' });
      return [body.totalResults, body['itemsPerPage'], body.Resources.length];
    };
    expect(await sizeOf({})).toEqual([1_010, 100, 100]);
    expect(await sizeOf({ count: '5000' })).toEqual([1_010, 1_000, 1_000]);
    expect(await sizeOf({ count: '7', filter: 'active eq true' })).toEqual([1_010, 7, 7]);
    expect(await sizeOf({ count: '1000', startIndex: '1001' })).toEqual([1_010, 10, 10]);
  });

  it('shows a walker everybody who was there throughout, once and in order, while others write', async () => {
    const walked = await road.anOrganization();
    const present: string[] = [];
    for (const name of names) present.push((await walked.addUser(name)).id);
    const seen: string[] = [];
    for (let startIndex = 1; ; startIndex += 3) {
      const { body } = await walked.scim.list({ startIndex: String(startIndex), count: '3' });
      if (body.Resources.length === 0) break;
      seen.push(...body.Resources.map(({ id }) => id));
      if (startIndex < 12) await walked.addUser(`late-${startIndex}`);
      await walked.scim.patch(`/Users/${present[0]!}`, replace('title', `Changed ${startIndex}`));
    }
    expect(seen.slice(0, 12)).toEqual(present);
    expect(new Set(seen).size).toBe(seen.length);
  });
});
