import { patchOf, type Refusal, Target } from './support/target.js';

/** Whatever an object has without having been given it; `__proto__` among them. */
const INHERITED = Object.getOwnPropertyNames(Object.prototype);
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';

const FILTER: Refusal = [400, 'invalidFilter'];
const PATH: Refusal = [400, 'invalidPath'];
const VALUE: Refusal = [400, 'invalidValue'];

describe.each(INHERITED)('the name %s', (name) => {
  let acme: Target;
  beforeAll(async () => {
    acme = await shared;
  });

  const patched = (path: string, value: unknown = 'polluted') => ({
    method: 'PATCH',
    path: `/Users/${acme.victim}`,
    body: patchOf({ op: 'add', path, value }),
  });
  const queried = (query: string) => ({ path: `/Users?${query}` });

  it('is no attribute of a body, wherever in it it stands', async () => {
    const inside = JSON.stringify({ [name]: { polluted: true } }).slice(1, -1);
    const bodies = [
      `{"userName":"${name}-1@acme.test",${inside}}`,
      `{"userName":"${name}-2@acme.test","name":{"givenName":"A",${inside}}}`,
      `{"userName":"${name}-3@acme.test","emails":[{"value":"${name}-3@acme.test",${inside}}]}`,
      `{"userName":"${name}-4@acme.test","${ENTERPRISE}":{"department":"A",${inside}}}`,
      `{"userName":"${name}-5@acme.test","urn:${name}":1,"${CORE}:${name}":1,"name.${name}":1,"${name}.prototype.polluted":1}`,
    ];
    for (const [index, body] of bodies.entries()) {
      if (name === '__proto__' && index < 4) {
        await acme.refuses({ method: 'POST', path: '/Users', body }, [400, 'invalidSyntax']);
        continue;
      }
      const answer = await acme.send({ method: 'POST', path: '/Users', body });
      expect(answer).toMatchObject({ status: 201 });
      expect(answer.text).not.toContain('polluted');
      const [row] = await acme.query('SELECT profile::text, search::text FROM members WHERE id = $1', [answer.body.id]);
      expect(JSON.stringify(row).replaceAll(`${name}-${index + 1}`, '')).not.toContain(name);
    }
  });

  it.each<[place: string, path: string, refusal: Refusal]>([
    ['an attribute', name, PATH],
    ['a path through it', `${name}.prototype.polluted`, PATH],
    ['a sub-attribute', `name.${name}`, PATH],
    // Where the grammar knows no such name, the whole path is none.
    ['what a filter asks for', `emails[${name} eq "a"].value`, name.startsWith('_') ? PATH : FILTER],
    ['a part of what a filter finds', `emails[type eq "work"].${name}`, PATH],
    ['an attribute with a filter', `${name}[type eq "work"]`, PATH],
  ])('is no path of a PATCH: %s', async (_, path, refusal) => {
    await acme.refuses(patched(path), refusal);
  });

  it('changes nothing as a qualified path, or as a key of a value', async () => {
    const before = (await acme.get(`/Users/${acme.victim}`)).body;
    await acme.send(patched(`${CORE}:${name}`));
    await acme.send(patched(`${ENTERPRISE}:${name}`));
    await acme.send(patched(`urn:${name}`));
    await acme.patch(acme.victim, { op: 'add', value: { [`${name}.polluted`]: 1, [`name.${name}`]: 1 } });
    if (name !== '__proto__') await acme.patch(acme.victim, { op: 'add', value: { [name]: { polluted: 1 } } });
    expect((await acme.get(`/Users/${acme.victim}`)).body).toEqual(before);
  });

  it('is nothing to filter or to sort by', async () => {
    const filters = [
      `${name} pr`,
      `${name}.length eq 1`,
      `name.${name} pr`,
      `emails[${name} pr]`,
      `userName ${name} "a"`,
      `userName eq ${name}`,
    ];
    await acme.refusesAll(
      filters.map((filter) => queried(`filter=${encodeURIComponent(filter)}`)),
      FILTER,
    );
    await acme.refusesAll([queried(`sortBy=${name}`), queried(`sortBy=userName&sortOrder=${name}`)], VALUE);
  });

  it('is passed over as a parameter, a header and an attribute that is asked for', async () => {
    const plain = await acme.get('/Users?count=1');
    expect(await acme.get(`/Users?count=1&${name}=1&${name}.x=2`)).toMatchObject({ status: 200, body: plain.body });
    expect(await acme.get('/Users?count=1', [name, 'x'])).toMatchObject({ status: 200, body: plain.body });
    const projected = await acme.get(`/Users/${acme.victim}?attributes=${name},name.${name},userName`);
    expect(Object.keys(projected.body).sort()).toEqual(['id', 'schemas', 'userName']);
    expect(await acme.get(`/Users/${acme.victim}?excludedAttributes=${name}`)).toMatchObject({ status: 200 });
  });

  it.each(['/Users/', '/', '/Schemas/', '/ResourceTypes/', `/Schemas/${CORE}:`])(
    'is nowhere to be found: %s…',
    async (path) => {
      await acme.refuses({ path: path + name }, [404]);
    },
  );
});

it('has left no trace in the process', () => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

let shared: Promise<Target>;
beforeAll(async () => {
  await (shared = Target.start());
});
afterAll(async () => (await shared).stop());
