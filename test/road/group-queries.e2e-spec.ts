import { aGroup, expectRefusal, memberIdsOf } from './support/documents.js';
import { namesIn } from './support/filtered-people.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Document } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  let texts: ReadonlyMap<string, string>;
  beforeAll(async () => {
    acme = await road.anOrganization();
    const [ada, bob] = [await acme.addUser('ada'), await acme.addUser('bob')];
    await acme.addUser('cyd');
    const crew = await acme.addGroup('Crew', [ada, bob], { externalId: 'X-1' });
    await acme.addGroup('bakers', [ada], { externalId: 'x-2' });
    await acme.addGroup('Apprentices');
    texts = new Map([
      ['$ada', ada.id],
      ['$bob', bob.id],
      ['$crew', crew.id],
      ['$created', (crew.meta as unknown as { created: string }).created],
      ['$location', ada.meta.location],
      ['$group', crew.meta.location],
    ]);
  });

  /** With the ids that its words stand for. */
  const filled = (filter: string) => filter.replaceAll(/\$[a-z]+\b/g, (word) => texts.get(word) ?? word);

  const find = (endpoint: string, parameters: Readonly<Record<string, string>>) =>
    acme.scim.get(`${endpoint}?${new URLSearchParams(parameters).toString()}`);

  const groupNames = (groups: readonly Document[]) => groups.map(({ displayName }) => displayName);

  const [CREW, BAKERS, APPRENTICES] = ['Crew', 'bakers', 'Apprentices'];

  it.each<[string, readonly string[]]>([
    ['displayName eq "CREW"', [CREW]],
    ['displayName co "R"', [CREW, BAKERS, APPRENTICES]],
    ['displayName gt "c"', [CREW]],
    ['urn:ietf:params:scim:schemas:core:2.0:Group:displayName sw "b"', [BAKERS]],
    ['externalId eq "X-1"', [CREW]],
    ['externalId eq "x-1"', []],
    ['externalId pr', [CREW, BAKERS]],
    ['not (externalId pr)', [APPRENTICES]],
    ['id eq "$crew"', [CREW]],
    ['id eq "crew"', []],
    ['members.value eq "$ada"', [CREW, BAKERS]],
    ['members eq "$bob"', [CREW]],
    ['members[value eq "$bob"]', [CREW]],
    ['MEMBERS[Value EQ "$bob"]', [CREW]],
    ['id eq "$crew" and members[value eq "$ada"]', [CREW]],
    ['id eq "$crew" and members eq "ada"', []],
    ['members[value eq "$ada" and display sw "b"]', []],
    ['members.value eq "$ada" and members.display sw "b"', [CREW]],
    ['members.display co "LOVELACE" and not (members.value eq "$bob")', [BAKERS]],
    ['members.$ref eq "$location"', [CREW, BAKERS]],
    ['members.type eq "User"', [CREW, BAKERS]],
    ['members pr', [CREW, BAKERS]],
    ['not (members pr)', [APPRENTICES]],
    ['meta.created ge "$created"', [CREW, BAKERS, APPRENTICES]],
    ['meta.resourceType eq "Group" and meta.version eq "W/\\"1\\""', [CREW, BAKERS, APPRENTICES]],
  ])('finds groups by %s', async (filter, names) => {
    const { status, body } = await find('/Groups', { filter: filled(filter) });
    expect({ status, total: body.totalResults, names: groupNames(body.Resources) }).toEqual({
      status: 200,
      total: names.length,
      names,
    });
    const withoutMembers = await find('/Groups', { filter: filled(filter), excludedAttributes: 'members' });
    expect(groupNames(withoutMembers.body.Resources)).toEqual(names);
  });

  it.each<[string, readonly string[]]>([
    ['groups.value eq "$crew"', ['ada', 'bob']],
    ['groups eq "$crew"', ['ada', 'bob']],
    ['groups[display eq "BAKERS"]', ['ada']],
    ['groups[value eq "$crew" and display sw "b"]', []],
    ['groups.value eq "$crew" and not (groups.display eq "bakers")', ['bob']],
    ['groups.$ref eq "$group"', ['ada', 'bob']],
    ['groups.type eq "direct"', ['ada', 'bob']],
    ['not (groups pr)', ['cyd']],
  ])('finds Users by %s', async (filter, names) => {
    const { status, body } = await find('/Users', { filter: filled(filter) });
    expect({ status, total: body.totalResults, names: namesIn(body.Resources) }).toEqual({
      status: 200,
      total: names.length,
      names,
    });
  });

  it.each([
    'shoeSize eq "44"',
    'members.shoeSize eq "44"',
    'members[groups eq "a"]',
    'members[value eq "a"',
    'displayName is "crew"',
    'displayName eq crew',
    'userName eq "ada"',
  ])('refuses to filter groups by %s', async (filter) => {
    expectRefusal(await find('/Groups', { filter }), 400, 'invalidFilter');
  });

  it.each<[Readonly<Record<string, string>>, readonly string[]]>([
    [{ sortBy: 'displayName' }, [APPRENTICES, BAKERS, CREW]],
    [{ sortBy: 'displayName', sortOrder: 'descending' }, [CREW, BAKERS, APPRENTICES]],
    [{ sortBy: 'externalId' }, [CREW, BAKERS, APPRENTICES]],
    [{ sortBy: 'externalId', sortOrder: 'descending' }, [APPRENTICES, BAKERS, CREW]],
    [{ sortBy: 'meta.created', sortOrder: 'descending' }, [APPRENTICES, BAKERS, CREW]],
    [{ sortBy: 'displayName', filter: 'members pr', count: '1' }, [BAKERS]],
  ])('sorts groups by %j', async (query, names) =>
    expect(groupNames((await find('/Groups', query)).body.Resources)).toEqual(names),
  );

  it.each<[Readonly<Record<string, string>>, number, readonly string[]]>([
    [{ startIndex: '1', count: '2' }, 1, [CREW, BAKERS]],
    [{ startIndex: '3', count: '2' }, 3, [APPRENTICES]],
    [{ startIndex: '4', count: '2' }, 4, []],
    [{ startIndex: '-1', count: '1' }, 1, [CREW]],
    [{ count: '0' }, 1, []],
    [{ count: '-1' }, 1, []],
  ])('gives of a list the page %j, and its length', async (query, startIndex, names) => {
    for (const more of ['', '&excludedAttributes=members', '&filter=displayName%20pr']) {
      const { body } = await acme.scim.get(`/Groups?${new URLSearchParams(query).toString()}${more}`);
      expect(body).toMatchObject({ totalResults: 3, startIndex, itemsPerPage: names.length });
      expect(groupNames(body.Resources)).toEqual(names);
    }
  });

  it('shows the members of each group of a list', async () => {
    const { body } = await find('/Groups', {});
    const ids = ['$ada', '$bob'].map((word) => texts.get(word));
    expect(body.Resources.map(memberIdsOf)).toEqual([ids, ids.slice(0, 1), []]);
  });

  describe('names', () => {
    const taken = async (answer: ReturnType<typeof find>) => expectRefusal(await answer, 409, 'uniqueness');

    it.each([
      ['a displayName', { displayName: 'Crew' }],
      ['a displayName in another case', { displayName: 'cREW' }],
      ['an externalId', { displayName: 'Others', externalId: 'X-1' }],
    ])('refuses %s that another group has', async (_, names) => {
      const other = await acme.addGroup('Temporary');
      const before = await acme.state();
      await taken(acme.scim.post('/Groups', names));
      await taken(acme.scim.put(`/Groups/${other.id}`, names));
      await taken(acme.scim.patch(`/Groups/${other.id}`, { Operations: [{ op: 'replace', value: names }] }));
      expect(await acme.state()).toEqual(before);
      await acme.scim.delete(`/Groups/${other.id}`);
    });

    it('keeps the case of a displayName, and lets it change', async () => {
      const other = await acme.addGroup('Temporary', [], { externalId: 'x-1' });
      const { status, body } = await acme.scim.put(`/Groups/${other.id}`, aGroup('TEMPORARY'));
      expect([status, body['displayName'], body['externalId']]).toEqual([200, 'TEMPORARY', 'x-1']);
      await acme.scim.delete(`/Groups/${other.id}`);
    });
  });
});
