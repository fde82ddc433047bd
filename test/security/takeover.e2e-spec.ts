import { act, asAdministrator, isIn, PASSWORD, postJson, type Session, signIn } from './support/people.js';
import { send } from './support/send.js';
import { PROBE, type Refusal, Target, VICTIM } from './support/target.js';

const TAKEN: Refusal = [409, 'uniqueness'];

describe('a directory that reaches for other accounts', () => {
  let evil: Target;
  let globex: Target;
  let administrator: Session;
  let count = 0;
  beforeAll(async () => {
    evil = await Target.start();
    globex = await Target.in(evil.app);
    administrator = await asAdministrator(globex);
  });
  afterAll(() => evil.stop());

  /** Somebody whom Globex's administrator has let in, with a password, at an address of their own. */
  async function aPerson() {
    const email = `person-${++count}@globex.test`;
    const wish = { email, name: 'Pat Person', password: PASSWORD, role: 'engineer' };
    const { body } = await act(globex, administrator, '/members', wish);
    return { email, id: String(body.id) };
  }

  const accounts = () => globex.query('SELECT id, email, email_key, name, password_digest FROM users ORDER BY id');
  const seenByGlobex = () =>
    globex.query(
      `SELECT m.id, m.user_name, m.name, m.email, m.active, m.role, m.revision FROM members m WHERE organization_id = $1 ORDER BY id`,
      [globex.organization.organizationId],
    );
  const auditedByGlobex = () =>
    globex.query('SELECT id FROM audit_entries WHERE organization_id = $1 ORDER BY id', [
      globex.organization.organizationId,
    ]);

  it('gets a profile of its own, and nothing of the account behind it', async () => {
    const { email } = await aPerson();
    const before = [await accounts(), await seenByGlobex(), await auditedByGlobex()];
    const emails = [{ value: 'evil@evil.test', primary: true }];
    const { status, body } = await evil.post({ userName: email, displayName: 'Evil', password: PROBE, emails });
    expect(status).toBe(201);
    for (const operation of [
      { op: 'replace', path: 'emails[primary eq true].value', value: 'evil2@evil.test' },
      { op: 'replace', path: 'userName', value: 'evil3@evil.test' },
      { op: 'replace', value: { displayName: 'Evil', password: PROBE, active: false } },
      { op: 'replace', value: { active: true } },
    ]) {
      expect(await evil.patch(body.id, operation)).toMatchObject({ status: 200 });
    }
    const after = [await accounts(), await seenByGlobex(), await auditedByGlobex()];
    const [known] = before as [{ id: string }[]];
    const ids = new Set(known.map(({ id }) => id));
    expect([after[0]!.filter(({ id }) => ids.has(id)), after[1], after[2]]).toEqual(before);
    await evil.delete(body.id);
    expect(await signIn(globex, email, PASSWORD)).toEqual({ cookie: expect.any(String) as string });
    for (const address of ['evil@evil.test', 'evil2@evil.test', 'evil3@evil.test', email]) {
      expect(await signIn(globex, address, PROBE)).toBe(401);
    }
  });

  it('does not get into its own organization as the person whom it provisioned', async () => {
    const { email } = await aPerson();
    await evil.post({ userName: email });
    const session = (await signIn(evil, email, PASSWORD)) as Session;
    const { body } = await act(globex, session, '/api-keys', { name: 'mine' });
    expect(await isIn(evil.app.url, 'X-API-Key', body.value)).toBe(true);
    const me = await globex.query(
      `SELECT s.organization_id AS "organizationId" FROM sessions s JOIN members m ON m.id = s.member_id WHERE m.email = $1`,
      [email],
    );
    expect(me).toEqual([{ organizationId: globex.organization.organizationId }]);
  });

  it('sets no password, in whatever form it is sent, and keeps none', async () => {
    const password = `${PROBE}-Passw0rd`;
    const { text, body: user } = await evil.post({ userName: 'pw@evil.test', password });
    expect(text).not.toContain(PROBE);
    const core = 'urn:ietf:params:scim:schemas:core:2.0:User';
    for (const operation of [
      { op: 'add', path: 'password', value: password },
      { op: 'replace', path: 'PassWord', value: password },
      { op: 'replace', path: `${core}:password`, value: password },
      { op: 'replace', value: { password, [`${core}:password`]: password } },
    ]) {
      const answer = await evil.patch(user.id, operation);
      expect([answer.status, answer.text.includes(PROBE)]).toEqual([200, false]);
    }
    expect(await evil.put(user.id, { userName: 'pw@evil.test', password })).toMatchObject({ status: 200 });
    expect(await signIn(evil, 'pw@evil.test', password)).toBe(401);
    for (const table of ['members', 'users', 'audit_entries', 'scim_activity']) {
      expect(JSON.stringify(await evil.query(`SELECT t::text FROM ${table} t`))).not.toContain(PROBE);
    }
    expect((await evil.get('/Schemas')).text).not.toContain('"password"');
  });

  it('has externalIds that mean something to itself only', async () => {
    const { id, email } = await aPerson();
    const [account] = await evil.query('SELECT id FROM users WHERE email = $1', [email]);
    const before = await seenByGlobex();
    const keys = ['1', '0', '-1', id, account.id, email, 'null', '../1', globex.victim, evil.organization.admin.email];
    for (const [index, externalId] of keys.entries()) {
      const { status, body } = await evil.post({ userName: `ext-${index}@evil.test`, externalId });
      expect([status, await evil.found(`externalId eq "${externalId}"`)]).toEqual([201, [body.id]]);
      if (externalId !== evil.victim) expect(await evil.get(`/Users/${externalId}`)).toMatchObject({ status: 404 });
    }
    expect(await seenByGlobex()).toEqual(before);
  });

  it('gives one externalId to one person only, and none by saying nothing', async () => {
    const { body: one } = await evil.post({ userName: 'x1@evil.test', externalId: 'X1' });
    const { body: other } = await evil.post({ userName: 'x2@evil.test', externalId: 'x1' });
    const path = `/Users/${String(other.id)}`;
    const body = { userName: 'x2@evil.test', externalId: 'X1' };
    await evil.refuses({ method: 'POST', path: '/Users', body: { ...body, userName: 'x3@evil.test' } }, TAKEN);
    await evil.refuses({ method: 'PUT', path, body }, TAKEN);
    expect(await evil.patch(other.id, { op: 'replace', path: 'externalId', value: 'X1' })).toMatchObject({
      status: 409,
    });
    for (const nothing of ['', null]) {
      for (const id of [one.id, other.id] as string[]) {
        const answer = await evil.patch(id, { op: 'replace', path: 'externalId', value: nothing });
        expect([answer.status, 'externalId' in answer.body]).toEqual([200, false]);
      }
    }
    const [long] = [{ userName: 'x4@evil.test', externalId: 'x'.repeat(10_000) }];
    await evil.refuses({ method: 'POST', path: '/Users', body: long }, [400, 'invalidValue']);
  });

  it('learns nothing about whom another organization has', async () => {
    const foreign = await evil.post({ userName: VICTIM.userName.replace('acme', 'globex') });
    const { email } = await aPerson();
    const known = await evil.post({ userName: email });
    const fresh = await evil.post({ userName: 'fresh@globex.test' });
    const shape = ({ status, headers, body }: typeof known) => [status, Object.keys(headers), Object.keys(body)];
    expect([shape(known), shape(foreign)]).toEqual([shape(fresh), shape(fresh)]);
  });

  it('that was first at an address keeps nobody out, and stands in nobody else’s books', async () => {
    const address = 'new.hire@globex.test';
    const squatted = await evil.post({ userName: address, displayName: PROBE, externalId: 'squat' });
    const hired = await globex.post({ userName: address, displayName: 'New Hire' });
    expect([squatted.status, hired.status]).toEqual([201, 201]);
    await evil.patch(squatted.body.id, { op: 'replace', value: { displayName: `${PROBE}2`, active: false } });
    expect((await globex.get(`/Users/${String(hired.body.id)}`)).body).toEqual(hired.body);
    await evil.delete(squatted.body.id);
    expect((await globex.get(`/Users/${String(hired.body.id)}`)).body).toEqual(hired.body);
  });

  it('chooses nobody’s name in another organization', async () => {
    const email = 'guest@globex.test';
    await evil.post({ userName: email, displayName: PROBE });
    const { body } = await act(globex, administrator, '/invitations', { email, role: 'engineer' });
    const wish = { token: body.token, name: 'Gus Guest', password: PASSWORD };
    expect(await act(globex, administrator, '/invitations/accept', wish)).toMatchObject({ status: 201 });
    expect(await signIn(globex, email, PASSWORD)).toEqual({ cookie: expect.any(String) as string });
    const { organizationId } = globex.organization;
    for (const table of ['members', 'audit_entries']) {
      const rows = await globex.query(`SELECT t::text FROM ${table} t WHERE organization_id = $1`, [organizationId]);
      expect(JSON.stringify(rows)).not.toContain(PROBE);
    }
  });

  describe('whose administrator has set the password of an account', () => {
    /** As when the connection is removed, and its people are to be managed by hand. */
    const release = (id: string) =>
      globex.query('UPDATE members SET connection_id = NULL, external_id = NULL WHERE id = $1', [id]);
    const enter = ({ organization }: Target, email: string) =>
      postJson(globex.app.url, '/api/v1/auth/login', {
        email,
        password: PASSWORD,
        organizationId: organization.organizationId,
      });

    it.each(['before', 'after'])('enters nowhere as somebody whom a directory made a member %s that', async (when) => {
      const email = `squatted-${when}@globex.test`;
      const [post, root] = [() => globex.post({ userName: email }), await asAdministrator(evil)];
      const early = when === 'before' ? await post() : undefined;
      const { body: invitation } = await act(evil, root, '/invitations', { email, role: 'engineer' });
      const wish = { token: invitation.token, name: 'Evil', password: PASSWORD };
      expect(await act(evil, root, '/invitations/accept', wish)).toMatchObject({ status: 201 });
      const { body } = early ?? (await post());
      await release(body.id);
      expect([(await enter(globex, email)).status, (await enter(evil, email)).status]).toEqual([401, 204]);
      const session = (await signIn(evil, email, PASSWORD)) as Session;
      const { organizationId } = globex.organization;
      const [{ name }] = await globex.query('SELECT name FROM organizations WHERE id = $1', [organizationId]);
      const page = await send(globex.app.url, { path: '/account', headers: ['Cookie', session.cookie] });
      expect([page.status, page.text.includes(`${String(name)}<`)]).toEqual([200, false]);
      const switched = await postJson(globex.app.url, '/account/organization', { organizationId }, [
        'Cookie',
        session.cookie,
      ]);
      expect([switched.status, switched.headers['set-cookie']]).toEqual([303, undefined]);
    });

    it('enters nowhere by a password that it gave somebody, who has to choose another one before they join elsewhere', async () => {
      const { email } = await aPerson();
      const root = await asAdministrator(evil);
      const { body: invitation } = await act(evil, root, '/invitations', { email, role: 'engineer' });
      const wish = { token: invitation.token, name: 'Pat' };
      const accept = (password: string) => act(evil, root, '/invitations/accept', { ...wish, password });
      expect((await accept(PASSWORD)).status).toBe(409);
      const own = 'a password of my own';
      const pat = (await signIn(globex, email, PASSWORD)) as Session;
      const form = { current: PASSWORD, wanted: own, repeated: own };
      expect((await postJson(globex.app.url, '/account/password', form, ['Cookie', pat.cookie])).status).toBe(303);
      expect([(await accept(PASSWORD)).status, (await accept(own)).status]).toEqual([401, 201]);
    });

    it('lets in again whom a directory took over and gave back: that is their own password', async () => {
      const { id, email } = await aPerson();
      expect(await globex.patch(id, { op: 'add', path: 'title', value: 'adopted' })).toMatchObject({ status: 200 });
      expect((await enter(globex, email)).status).toBe(401);
      await release(id);
      expect((await enter(globex, email)).status).toBe(204);
    });
  });

  it('inherits nothing with a userName that was used before', async () => {
    const { id, email } = await aPerson();
    const session = (await signIn(globex, email, PASSWORD)) as Session;
    const { body: key } = await act(globex, session, '/api-keys', { name: 'ci' });
    expect(await globex.patch(id, { op: 'add', path: 'title', value: 'adopted' })).toMatchObject({ status: 200 });
    expect(await globex.delete(id)).toMatchObject({ status: 204 });
    const { status, body } = await globex.post({ userName: email });
    expect([status, body.id === id]).toEqual([201, false]);
    expect(await isIn(globex.app.url, 'Cookie', session.cookie)).toBe(false);
    expect(await isIn(globex.app.url, 'X-API-Key', key.value)).toBe(false);
    expect(body).not.toHaveProperty('title');
    expect(await signIn(globex, email, PASSWORD)).toBe(401);
  });

  it('never meets the recovery administrator, whose name and address stay taken', async () => {
    const { email } = globex.organization.admin;
    const [root] = await globex.query('SELECT id FROM members WHERE organization_id = $1 AND recovery', [
      globex.organization.organizationId,
    ]);
    const path = `/Users/${String(root.id)}`;
    for (const attribute of ['userName', 'emails.value', 'displayName']) {
      expect(await globex.found(`${attribute} sw "admin"`)).toEqual([]);
    }
    expect(await globex.found(`id eq "${String(root.id)}"`)).toEqual([]);
    await globex.refusesAll(
      [
        { path },
        { method: 'DELETE', path },
        { method: 'PUT', path, body: VICTIM },
        { method: 'PATCH', path, body: { Operations: [{ op: 'replace', path: 'active', value: false }] } },
      ],
      [404],
    );
    const claims = [
      { userName: email },
      { userName: email.toUpperCase() },
      { userName: 'other@globex.test', emails: [{ value: email }] },
    ];
    await globex.refusesAll(
      claims.map((body) => ({ method: 'POST', path: '/Users', body })),
      TAKEN,
    );
    const victim = `/Users/${globex.victim}`;
    await globex.refusesAll(
      claims.map((body) => ({ method: 'PUT', path: victim, body })),
      TAKEN,
    );
  });
});
