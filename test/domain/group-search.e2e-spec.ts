import { readFilter } from '../../libs/scim/src/core/filter/read-filter.js';
import { GROUP_SCHEMA } from '../../libs/scim/src/core/schema/group-schema.js';
import { type Acme, Domain, USER_TYPE } from './domain.js';
import { GroupDirectory } from './group-directory.js';

describe('a group of a directory', () => {
  let domain: Domain;
  let acme: Acme;
  let directory: GroupDirectory;
  let ada: string;
  let bob: string;
  let cyd: string;

  beforeAll(async () => {
    domain = await Domain.open();
  });
  beforeEach(async () => {
    directory = await GroupDirectory.ofNewOrganization(domain);
    acme = directory.acme;
    [ada, bob, cyd] = (await directory.provision('ada', 'bob', 'cyd')) as [string, string, string];
  });
  afterAll(() => domain.close());

  it.each([
    ['displayName eq "ENGINEERS"', ['Engineers']],
    ['externalId eq "x1"', ['Engineers']],
    ['members.value eq "$ada"', ['Engineers', 'Everybody']],
    ['members[value eq "$bob"]', ['Everybody']],
    ['members.display sw "AD"', ['Engineers', 'Everybody']],
    ['members[value eq "$ada" and type eq "user"] and not (externalId pr)', ['Everybody']],
    ['members.$ref eq "https://acme.test/scim/v2/Users/$bob"', ['Everybody']],
    ['not (members pr)', ['Nobody']],
    ['members.value eq "nobody"', []],
    ['members.value ne "$ada"', ['Everybody', 'Nobody']],
    [`schemas eq "${GROUP_SCHEMA.id}"`, ['Engineers', 'Everybody', 'Nobody']],
  ])('is found by %s', async (filter, names) => {
    await directory.create('Engineers', [ada], 'x1');
    await directory.create('Everybody', [ada, bob, cyd]);
    await directory.create('Nobody');
    const page = await directory.find(filter.replace('$ada', ada).replace('$bob', bob));
    expect(page.total).toBe(names.length);
    expect(page.groups.map(({ attributes }) => attributes['displayName'])).toEqual(names);
  });

  it('is listed with the others, page by page, members read along', async () => {
    const created = [
      await directory.create('A', [ada]),
      await directory.create('B'),
      await directory.create('C', [bob]),
    ];
    const pages = await Promise.all(
      [1, 2, 3, 4].map((startIndex) => directory.find(undefined, { startIndex, count: 1 })),
    );
    expect(pages.map(({ total }) => total)).toEqual([3, 3, 3, 3]);
    expect(pages.flatMap(({ groups }) => groups.map(({ id }) => id))).toEqual(created.map(({ id }) => id));
    expect(pages.map(({ groups }) => groups[0]?.members)).toEqual([
      [{ value: ada, display: 'ada' }],
      [],
      [{ value: bob, display: 'bob' }],
      undefined,
    ]);
    expect(await directory.find(undefined, { startIndex: 1, count: 0 })).toEqual({ total: 3, groups: [] });
  });

  it('is listed without its members when they are many, and the others with them', async () => {
    const small = await directory.create('Small', [ada]);
    const large = await directory.create('Large', [bob]);
    await domain.query('UPDATE scim_groups SET member_count = 1001 WHERE id = $1', [large.id]);
    const { groups } = await directory.find();
    expect(groups.map(({ id, members }) => [id, members?.length])).toEqual([
      [small.id, 1],
      [large.id, undefined],
    ]);
  });

  it('is seen on its Users, and finds them', async () => {
    const { id } = await directory.create('Engineers', [ada]);
    const user = await acme.directory.find(acme.scope, ada);
    expect(user?.attributes['groups']).toEqual([{ value: id, display: 'Engineers' }]);
    expect((await acme.directory.find(acme.scope, bob))?.attributes).not.toHaveProperty('groups');
    for (const text of [`groups.value eq "${id}"`, 'groups[display eq "ENGINEERS"]', 'groups pr']) {
      const filter = readFilter(text, USER_TYPE, () => undefined)!;
      const page = await acme.directory.query(acme.scope, { filter, startIndex: 1, count: 10 });
      expect(page.resources.map((resource) => resource.id)).toEqual([ada]);
    }
  });

  it('is not written into the profile of a User that changes', async () => {
    await directory.create('Engineers', [ada]);
    const changed = await acme.change(ada, (before) => ({ ...before, title: 'Countess' }));
    expect(changed?.attributes['groups']).toHaveLength(1);
    const [row] = await domain.query('SELECT profile, search FROM members WHERE id = $1', [ada]);
    expect(row).toMatchObject({ profile: { title: 'Countess' } });
    expect(JSON.stringify(row)).not.toContain('Engineers');
  });
});
