import { type Refusal, patchOf, Target, VICTIM } from './support/target.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const RULEFORGE = 'urn:ietf:params:scim:schemas:extension:ruleforge:2.0:User';
const READ_ONLY: Refusal = [400, 'mutability'];

/** What says "administrator", in every place where somebody might have believed it. */
const CLAIMS: Readonly<Record<string, unknown>> = {
  roles: [{ value: 'administrator', type: 'organization', primary: true }],
  entitlements: [{ value: 'administrator' }],
  userType: 'administrator',
  groups: [{ value: 'administrators', display: 'Administrators' }],
  role: 'administrator',
  isSuperuser: true,
  isAdmin: true,
  admin: true,
  permissions: ['*'],
  projectRoles: [{ project: 'all', role: 'administrator' }],
  [RULEFORGE]: { role: 'administrator', projectRoles: [{ project: 'all', role: 'administrator' }] },
  [`${RULEFORGE}:role`]: 'administrator',
  [`${CORE}:roles`]: [{ value: 'administrator' }],
  'urn:example:2.0:User': { isAdmin: true },
};

describe('a directory that wants more than it may', () => {
  let acme: Target;
  beforeAll(async () => {
    acme = await Target.start();
  });
  afterAll(() => acme.stop());

  const rowOf = async (id: string) => {
    const [row] = await acme.query(`SELECT * FROM members WHERE id = $1`, [id]);
    const { revision, profile, search, ...rest } = row as Record<string, unknown>;
    return { revision, profile, search, rest };
  };

  it.each(Object.entries(CLAIMS))('gives nobody a role by %s', async (name, value) => {
    const userName = `claim-${name.replace(/\W/g, '-')}@acme.test`;
    const { status, body } = await acme.post({ userName, [name]: value });
    expect(status).toBe(201);
    const odd = name.replace(/[a-z]/g, (letter, at: number) => (at % 2 ? letter.toUpperCase() : letter));
    await acme.put(body.id, { userName, [odd]: value });
    await acme.patch(body.id, { op: 'add', path: name, value });
    await acme.patch(body.id, { op: 'Replace', value: { [name]: value } });
    await acme.patch(body.id, { op: 'replace', value: [{ [odd]: value }] });
    const { rest } = await rowOf(body.id);
    expect(rest).toMatchObject({ role: 'read_only', project_roles: [], recovery: false });
    const shown = await acme.get(`/Users/${String(body.id)}`);
    expect(shown.body[RULEFORGE]).toEqual({ role: 'read_only', managedBy: acme.organization.scim.connectionId });
  });

  it.each([
    ['id', 'x'],
    ['meta', { version: 'W/"9"' }],
    ['meta.created', '2000-01-01T00:00:00Z'],
    ['groups', [{ value: 'x' }]],
    ['groups[value eq "x"].display', 'x'],
    [`${RULEFORGE}:role`, 'administrator'],
    [`${RULEFORGE}:managedBy`, 'x'],
    [`${RULEFORGE}:lastSignInAt`, '2000-01-01T00:00:00Z'],
  ])('is told that %s is read-only', async (path, value) => {
    const wish = (operation: object) => ({ method: 'PATCH', path: `/Users/${acme.victim}`, body: patchOf(operation) });
    await acme.refusesAll(
      ['add', 'replace', 'remove'].map((op) => wish({ op, path, ...(op === 'remove' ? {} : { value }) })),
      READ_ONLY,
    );
  });

  it('writes no column but those that attributes stand for', async () => {
    const columns: { name: string }[] = await acme.query(
      `SELECT DISTINCT column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
    );
    const camel = (name: string) => name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const words = ['passwordHash', 'emailVerified', 'mfaEnabled', 'tenantId', 'version', 'deletedAt'];
    const names = [...new Set([...columns.flatMap(({ name }) => [name, camel(name)]), ...words])].filter(
      (name) => !['active', 'name', 'userName', 'displayName', 'externalId', 'locale', 'emails', 'id'].includes(name),
    );
    expect(names.length).toBeGreaterThan(100);
    const before = await rowOf(acme.victim);
    const values = Object.fromEntries(names.map((name) => [name, '00000000-0000-4000-8000-000000000000']));
    const { id, ...answered } = (await acme.post({ ...values, userName: 'mass@acme.test' })).body;
    expect(Object.keys(answered).sort()).toEqual(['active', 'meta', 'schemas', RULEFORGE, 'userName'].sort());
    expect((await rowOf(id)).rest).toMatchObject({
      role: 'read_only',
      active: true,
      recovery: false,
      removed_at: null,
    });
    expect(await acme.put(acme.victim, { ...VICTIM, ...values })).toMatchObject({ status: 200 });
    expect(await acme.patch(acme.victim, { op: 'replace', value: values })).toMatchObject({ status: 200 });
    for (const name of names) {
      const { status } = await acme.patch(acme.victim, { op: 'replace', path: name, value: values[name] });
      expect([name, status]).toEqual([name, 400]);
    }
    expect(await rowOf(acme.victim)).toEqual(before);
  });

  it('writes the User that the address names, whatever id the body has', async () => {
    const { body: other } = await acme.post({ userName: 'other@acme.test' });
    for (const spelling of ['id', 'Id', 'ID']) {
      const answer = await acme.put(acme.victim, { ...VICTIM, [spelling]: other.id, title: spelling });
      expect(answer).toMatchObject({ status: 200, body: { id: acme.victim, title: spelling } });
      await acme.patch(acme.victim, { op: 'replace', value: { [spelling]: other.id, title: `patched ${spelling}` } });
    }
    expect((await acme.get(`/Users/${String(other.id)}`)).body).toEqual(other);
  });

  it('does all of a PATCH or none of it', async () => {
    const last = [
      { op: 'replace', path: 'id', value: 'x' },
      { op: 'replace', path: 'active', value: 'perhaps' },
      { op: 'remove', path: 'userName' },
      { op: 'remove' },
      { op: 'replace', path: 'unknown', value: 1 },
      { op: 'replace', path: 'emails[type eq "nowhere" or type eq "there"].value', value: 'a@acme.test' },
    ];
    for (const bad of last) {
      const body = patchOf(
        { op: 'replace', path: 'title', value: 'half' },
        { op: 'replace', path: 'active', value: false },
        bad,
      );
      const { body: error } = await acme.send({ method: 'PATCH', path: `/Users/${acme.victim}`, body });
      await acme.refuses({ method: 'PATCH', path: `/Users/${acme.victim}`, body }, [400, error.scimType]);
    }
  });

  it('touches nothing by saying what is so already', async () => {
    const { body } = await acme.get(`/Users/${acme.victim}`);
    const entries = () => acme.query('SELECT count(*)::int FROM audit_entries');
    const before = [await rowOf(acme.victim), await entries()];
    expect((await acme.put(acme.victim, body)).body).toEqual(body);
    expect((await acme.patch(acme.victim, { op: 'replace', value: body })).body).toEqual(body);
    expect([await rowOf(acme.victim), await entries()]).toEqual(before);
  });
});
