import { ENTERPRISE, expectRefusal, GROUP, USER } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Document } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
    const ada = await acme.addUser('ada', { displayName: 'Ada', externalId: 'x-1', title: 'Analyst' });
    await acme.addGroup('Bakers', [ada], { externalId: 'x-2' });
    await acme.addUser('bob', { displayName: 'bob', [ENTERPRISE]: { department: 'Sales' } });
    await acme.addGroup('Crew');
    await acme.addUser('cyd');
    const other = await road.anOrganization();
    await other.addUser('stranger');
    await other.addGroup('Strangers');
  });

  const query = (parameters: Readonly<Record<string, string>>) =>
    acme.scim.get(`/?${new URLSearchParams(parameters).toString()}`);
  const nameOf = ({ userName, displayName }: Document) => (userName ? userName.replace(/@.*/, '') : displayName);
  const found = async (parameters: Readonly<Record<string, string>>) => {
    const { status, body } = await query(parameters);
    return { status, total: body.totalResults, names: body.Resources.map(nameOf) };
  };

  const USERS = ['ada', 'bob', 'cyd'];
  const GROUPS = ['Bakers', 'Crew'];

  it('finds the resources of all types, and nobody else’s, with or without a slash', async () => {
    expect(await found({})).toEqual({ status: 200, total: 5, names: [...USERS, ...GROUPS] });
    const bare = await acme.scim.get('');
    expect(bare.body).toEqual((await query({})).body);
  });

  it.each<[string, readonly string[]]>([
    ['meta.resourceType eq "User"', USERS],
    ['meta.resourceType eq "Group"', GROUPS],
    ['meta.resourceType ne "User"', GROUPS],
    ['(META.resourceType eq "User") or (meta.resourceType eq "Group")', [...USERS, ...GROUPS]],
    ['meta.resourceType eq "User" and meta.resourceType eq "Group"', []],
    ['meta.resourceType eq "Device"', []],
    ['meta.resourceType sw "G"', GROUPS],
    ['not (meta.resourceType eq "User")', GROUPS],
    ['meta.resourceType pr', [...USERS, ...GROUPS]],
    ['userName pr', USERS],
    ['not (userName pr)', GROUPS],
    ['userName eq "ADA@acme.test"', ['ada']],
    ['members pr', ['Bakers']],
    ['members[display co "ada"] or title pr', ['ada', 'Bakers']],
    ['title ne "analyst"', ['bob', 'cyd', ...GROUPS]],
    ['title eq null', ['bob', 'cyd', ...GROUPS]],
    ['title ne null', ['ada']],
    ['displayName pr and not (userName eq "bob@acme.test")', ['ada', ...GROUPS]],
    ['displayName sw "b"', ['bob', 'Bakers']],
    ['externalId sw "x-"', ['ada', 'Bakers']],
    [`schemas eq "${GROUP}"`, GROUPS],
    [`${USER}:displayName pr`, ['ada', 'bob']],
    [`${ENTERPRISE}:department eq "sales"`, ['bob']],
    [`meta.resourceType eq "Group" and (userName pr or displayName eq "crew")`, ['Crew']],
  ])('answers %s', async (filter, names) => {
    expect(await found({ filter })).toEqual({ status: 200, total: names.length, names });
  });

  it.each([
    ['shoeSize eq 43', 'invalidFilter'],
    ['userName pr or shoeSize pr', 'invalidFilter'],
    ['userName eq', 'invalidFilter'],
    ['emails[shoeSize eq 1]', 'invalidFilter'],
    ['displayName eq 5', 'invalidFilter'],
  ])('refuses %s', async (filter, scimType) => expectRefusal(await query({ filter }), 400, scimType));

  it.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [{ sortBy: 'displayName' }, ['ada', 'Bakers', 'bob', 'Crew', 'cyd']],
    [{ sortBy: 'displayName', sortOrder: 'descending' }, ['cyd', 'Crew', 'bob', 'Bakers', 'ada']],
    [{ sortBy: 'meta.created' }, ['ada', 'Bakers', 'bob', 'Crew', 'cyd']],
    [{ sortBy: 'id' }, ['ada', 'Bakers', 'bob', 'Crew', 'cyd']],
    [{ sortBy: 'userName' }, ['ada', 'bob', 'cyd', 'Bakers', 'Crew']],
    [{ sortBy: 'userName', sortOrder: 'descending' }, ['Bakers', 'Crew', 'cyd', 'bob', 'ada']],
    [{ sortBy: 'meta.resourceType', filter: 'externalId pr' }, ['Bakers', 'ada']],
    [{ sortBy: 'title', filter: 'meta.resourceType eq "Group"' }, GROUPS],
  ])('sorts all of them: %j', async (parameters, names) => {
    expect(await found(parameters)).toEqual({ status: 200, total: names.length, names });
  });

  it.each<Readonly<Record<string, string>>>([{}, { sortBy: 'displayName' }, { sortBy: 'userName', filter: 'id pr' }])(
    'is paged by index across types: %j',
    async (parameters) => {
      const { names: whole } = await found(parameters);
      for (const startIndex of [1, 2, 3, 4, 5, 6]) {
        const { body } = await query({ ...parameters, startIndex: String(startIndex), count: '2' });
        expect(body.Resources.map(nameOf)).toEqual(whole.slice(startIndex - 1, startIndex + 1));
        expect(body).toMatchObject({ totalResults: 5, startIndex });
      }
      expect(await found({ ...parameters, count: '0' })).toEqual({ status: 200, total: 5, names: [] });
    },
  );

  it('does not count up to a far position among sorted resources', async () => {
    expectRefusal(await query({ sortBy: 'displayName', startIndex: '1001', count: '1' }), 400, 'tooMany');
    expectRefusal(await query({ sortBy: 'displayName', startIndex: '2', count: '1000' }), 400, 'tooMany');
    expect((await query({ startIndex: '1001', count: '1' })).status).toBe(200);
  });

  it('refuses to sort by what no type has', async () => {
    expectRefusal(await query({ sortBy: 'shoeSize' }), 400, 'invalidValue');
  });

  it('shows each resource as its own endpoint does, and what is asked for of each type', async () => {
    const { body } = await query({});
    for (const resource of body.Resources) {
      expect((await acme.scim.get(resource.meta.location.slice(acme.scim.baseUrl.length))).body).toEqual(resource);
    }
    const { body: some } = await query({ attributes: 'userName,members.value' });
    expect(some.Resources.map((resource) => Object.keys(resource))).toEqual([
      ...USERS.map(() => ['schemas', 'id', 'userName']),
      ...GROUPS.map(() => ['schemas', 'id', 'members']),
    ]);
    const { body: others } = await query({ excludedAttributes: 'members,emails' });
    for (const resource of others.Resources) {
      expect(resource).toHaveProperty('meta');
      for (const name of ['members', 'emails']) expect(resource).not.toHaveProperty(name);
    }
  });

  it('sends a Group of many members along with the others', async () => {
    const crowded = await road.anOrganization();
    await crowded.addCrowd(1_500);
    const { id } = await crowded.addGroup('Everybody');
    await crowded.query(
      `INSERT INTO scim_group_members SELECT organization_id, $2, id FROM members WHERE organization_id = $1 AND NOT recovery`,
      [crowded.id, id],
    );
    await crowded.query('UPDATE scim_groups SET member_count = 1500 WHERE id = $1', [id]);
    const { body } = await crowded.scim.get('/?count=3&startIndex=1499');
    expect(body).toMatchObject({ totalResults: 1_501, startIndex: 1_499, itemsPerPage: 3 });
    expect(body.Resources.map(({ members }) => (members as unknown[] | undefined)?.length)).toEqual([
      undefined,
      undefined,
      1_500,
    ]);
  });
});
