import { asAdministrator, type Session } from './support/people.js';
import { type Answer, send } from './support/send.js';
import { stateOf } from './support/state.js';
import { patchOf, Target } from './support/target.js';

const ENGINEER = { role: 'engineer' };

describe('what groups mean, when somebody wants it to mean more', () => {
  let acme: Target;
  let other: Target;
  let administrator: Session;
  let group: string;
  beforeAll(async () => {
    acme = await Target.start();
    other = await Target.in(acme.app);
    administrator = await asAdministrator(acme);
    group = await created({ displayName: 'Mapped', members: [{ value: acme.victim }] });
    expect(await apply([mapping(group)])).toMatchObject({ status: 200 });
  });
  afterAll(() => acme.stop());

  const created = async (body: unknown, target = acme): Promise<string> => {
    const answer = await target.send({ method: 'POST', path: '/Groups', body });
    expect(answer.status).toBe(201);
    return String(answer.body.id);
  };
  const mapping = (value: unknown, by: unknown = 'id', more: object = ENGINEER) => ({ group: { by, value }, ...more });

  const ask = (method: string, path: string, body: unknown, { cookie } = administrator) => {
    const headers = ['Cookie', cookie, 'Content-Type', 'application/json'];
    const base = `/api/v1/identity/connections/${acme.organization.scim.connectionId}/role-mappings`;
    return send(acme.app.url, { method, path: base + path, headers, body });
  };
  const preview = (mappings: unknown, session?: Session) =>
    ask('POST', '/preview', { defaultRole: 'read_only', mappings }, session);
  async function apply(mappings: unknown, more: object = {}): Promise<Answer> {
    const { token } = (await preview(mappings)).body as { token?: string };
    return ask('PUT', '', { defaultRole: 'read_only', mappings, token: token ?? 'none', ...more });
  }
  const roleOf = async (id: string) => {
    const [row] = await acme.query('SELECT role FROM members WHERE id = $1', [id]);
    return (row as { role: string }).role;
  };

  it.each<[string, () => unknown]>([
    ['a list of nothing in place of a mapping', () => [[]]],
    ['a mapping in a list of its own', () => [[mapping(group)]]],
    ['a list of nothing in place of a group', () => [{ group: [], ...ENGINEER }]],
    ['a list in place of the Administrators', () => [{ group: [], role: 'administrator' }]],
    ['a group in a list', () => [{ group: [{ by: 'id', value: group }], ...ENGINEER }]],
    ['nothing', () => [null]],
    ['a group without a name', () => [{ group: null, ...ENGINEER }]],
    ['an id that is a list', () => [mapping([group])]],
    ['a way to name a group that every object has', () => [mapping('x', 'constructor')]],
    ['half a letter', () => [mapping('\ud800', 'name')]],
    ['a NUL', () => [mapping('a\0b', 'externalId')]],
    ['a role that every object has', () => [mapping(group, 'id', { role: 'constructor' })]],
    ['Administrator in a project', () => [mapping(group, 'id', { role: 'administrator', projectId: group })]],
    ['Administrator by a name', () => [mapping('Mapped', 'name', { role: 'administrator' })]],
    ['more than is asked for', () => [{ ...mapping(group), position: 0 }]],
    ['a group that nobody has', () => [mapping('00000000-0000-0000-0000-000000000000')]],
  ])('refuses %s, and changes nothing', async (_, mappings) => {
    const before = await stateOf(acme.app.dataSource);
    expect(await preview(mappings())).toMatchObject({ status: 422 });
    expect(await apply(mappings(), { confirmAdministrator: true })).toMatchObject({ status: 422 });
    expect(await stateOf(acme.app.dataSource)).toBe(before);
  });

  it('knows the groups, projects and connections of others no better than what there is not', async () => {
    const theirs = await created({ displayName: 'Theirs' }, other);
    const root = await asAdministrator(other);
    const headers = ['Cookie', root.cookie, 'Content-Type', 'application/json'];
    const body = { name: 'Theirs' };
    const project = await send(acme.app.url, { method: 'POST', path: '/api/v1/projects', headers, body });
    const nobodys = '00000000-0000-0000-0000-000000000000';
    const inProject = (projectId: string) => mapping(group, 'id', { ...ENGINEER, projectId });
    const pairs: [unknown, unknown][] = [
      [mapping(theirs), mapping(nobodys)],
      [inProject(String(project.body.id)), inProject(nobodys)],
    ];
    for (const [foreign, unknown] of pairs)
      expect(told(await preview([foreign]))).toEqual(told(await preview([unknown])));
    expect(await preview([], root)).toMatchObject({ status: 404 });
    expect(await ask('PUT', '', { defaultRole: 'engineer', mappings: [], token: 'x' }, root)).toMatchObject({
      status: 404,
    });
  });
  const told = ({ status, body }: Answer) => [status, String(body.message).replace(/"[\da-f-]{36}"/, '"id"')];

  it('makes nobody an administrator by what a directory calls its groups', async () => {
    expect(
      await apply([mapping('Wanted', 'name'), mapping('root', 'externalId', { role: 'administrator' })], {
        confirmAdministrator: true,
      }),
    ).toMatchObject({ status: 200 });
    const members = [{ value: acme.victim }];
    const names = ['root', 'Administrators', 'administrator', 'Wanted ', 'wanted\u200b', 'Ｗanted', '__proto__'];
    const ids = await Promise.all(names.map((displayName) => created({ displayName, members })));
    const [first, second] = ids as [string, string];
    const rename = {
      method: 'PUT',
      path: `/Groups/${first}`,
      body: { displayName: 'Wanted', externalId: 'root', members },
    };
    expect(await acme.send(rename)).toMatchObject({ status: 200 });
    const operation = { op: 'replace', value: { displayName: 'Root', externalId: 'ROOT' } };
    const patch = { method: 'PATCH', path: `/Groups/${second}`, body: patchOf(operation) };
    expect(await acme.send(patch)).toMatchObject({ status: 200 });
    expect(await roleOf(acme.victim)).toBe('read_only');
    const second409 = {
      method: 'POST',
      path: '/Groups',
      body: { displayName: 'Another', externalId: 'root', members },
    };
    expect(await acme.send(second409)).toMatchObject({ status: 409 });
    expect(await roleOf(acme.victim)).toBe('read_only');
    await acme.send({ method: 'DELETE', path: `/Groups/${first}` });
    await created({ displayName: 'wanted', externalId: 'Root', members });
    expect(await roleOf(acme.victim)).toBe('read_only');
  });
});
