import { aUser, ENTERPRISE, expectRefusal, RULEFORGE, USER } from './support/documents.js';
import { hireFour, namesIn } from './support/filtered-people.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
    await hireFour(acme);
    await acme.scim.post('/Users', aUser('Émile', { title: 'analyst' }));
  });

  const sorted = async (parameters: Readonly<Record<string, string>>) => {
    const { status, body } = await acme.scim.list(parameters);
    expect({ status, total: body.totalResults }).toEqual({ status: 200, total: 5 });
    return namesIn(body.Resources);
  };

  it.each([
    ['userName', ['ada', 'bob', 'cleo', 'dora', 'Émile']],
    ['USERNAME', ['ada', 'bob', 'cleo', 'dora', 'Émile']],
    [`${USER}:userName`, ['ada', 'bob', 'cleo', 'dora', 'Émile']],
    ['name.givenName', ['ada', 'bob', 'cleo', 'Émile', 'dora']],
    ['title', ['ada', 'Émile', 'cleo', 'bob', 'dora']],
    ['externalId', ['ada', 'bob', 'cleo', 'dora', 'Émile']],
    ['active', ['bob', 'ada', 'cleo', 'dora', 'Émile']],
    ['meta.created', ['ada', 'bob', 'cleo', 'dora', 'Émile']],
    ['emails', ['ada', 'bob', 'cleo', 'Émile', 'dora']],
    ['emails.value', ['ada', 'bob', 'cleo', 'Émile', 'dora']],
    [`${ENTERPRISE}:department`, ['ada', 'bob', 'cleo', 'dora', 'Émile']],
    [`${RULEFORGE}:role`, ['ada', 'bob', 'cleo', 'dora', 'Émile']],
  ])('sorts by %s, ascending when nothing is said', async (sortBy, names) => {
    expect(await sorted({ sortBy })).toEqual(names);
    expect(await sorted({ sortBy, sortOrder: 'ascending' })).toEqual(names);
  });

  it.each([
    ['userName', ['Émile', 'dora', 'cleo', 'bob', 'ada']],
    ['title', ['bob', 'dora', 'cleo', 'ada', 'Émile']],
    ['emails.value', ['dora', 'Émile', 'cleo', 'bob', 'ada']],
    ['active', ['ada', 'cleo', 'dora', 'Émile', 'bob']],
  ])('sorts by %s, descending, and then has those without a value first', async (sortBy, names) => {
    expect(await sorted({ sortBy, sortOrder: 'descending' })).toEqual(names);
    expect(await sorted({ sortBy, sortOrder: 'Descending' })).toEqual(names);
  });

  it('sorts what a filter finds, page by page', async () => {
    const parameters = { filter: 'title pr', sortBy: 'title', sortOrder: 'descending', count: '2' };
    const first = (await acme.scim.list({ ...parameters, startIndex: '1' })).body;
    const second = (await acme.scim.list({ ...parameters, startIndex: '3' })).body;
    expect([...namesIn(first.Resources), ...namesIn(second.Resources)]).toEqual(['cleo', 'ada', 'Émile']);
  });

  it('takes a sortOrder without sortBy for nothing', async () => {
    expect(await sorted({ sortOrder: 'descending' })).toEqual(['ada', 'bob', 'cleo', 'dora', 'Émile']);
  });

  it.each([
    ['an unknown attribute', { sortBy: 'shoeSize' }],
    ['what has no value to sort by', { sortBy: 'name' }],
    ['binary values', { sortBy: 'x509Certificates.value' }],
    ['two names', { sortBy: 'userName,title' }],
    ['an unknown order', { sortBy: 'userName', sortOrder: 'upwards' }],
  ])('refuses to sort by %s', async (_, parameters) => {
    expectRefusal(await acme.scim.list(parameters), 400, 'invalidValue');
  });
});
