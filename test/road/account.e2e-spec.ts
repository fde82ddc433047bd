import { Transactions } from '../../src/database/transactions.js';
import { ManualMembersService } from '../../src/members/manual-members.service.js';
import { SessionsService } from '../../src/sessions/sessions.service.js';
import type { FoundedOrganization } from '../../src/setup/organization-founder.js';
import { onEachAdapter } from './support/road.js';
import { Visitor } from './support/visitor.js';

const PASSWORD = 'correct horse battery';
const OPERATOR = { kind: 'operator', id: 'test', name: 'Test' } as const;

onEachAdapter((road) => {
  let acme: FoundedOrganization;
  let globex: FoundedOrganization;
  let people = 0;
  beforeAll(async () => {
    acme = await road.app.found({ name: 'Acme' });
    globex = await road.app.found({ name: 'Globex' });
  });

  const hire = async ({ organizationId }: FoundedOrganization, email = `p${++people}@acme.test`) => {
    const wish = { email, name: 'Mia', password: PASSWORD, role: 'engineer' } as const;
    const { application } = road.app;
    await application
      .get(Transactions)
      .run((tx) => application.get(ManualMembersService).create(tx, organizationId, wish, OPERATOR));
    return { email, password: PASSWORD };
  };
  const visitAs = (account: { email: string; password: string }, organizationId?: string) =>
    Visitor.signedIn(road.app.url, account, organizationId);
  const query = (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    road.app.dataSource.query(sql, values);
  const age = (seconds: number) => query(`UPDATE sessions SET proved_at = now() - interval '${seconds} s'`);
  const lastEntry = async ({ organizationId }: FoundedOrganization) => {
    const [entry] = await query('SELECT * FROM audit_entries WHERE organization_id = $1 ORDER BY id DESC LIMIT 1', [
      organizationId,
    ]);
    return entry;
  };
  const isIn = async (visitor: Visitor) => (await visitor.get('/account')).status === 200;
  /** One account in both organizations, as an operator can make it. */
  const consult = async () => {
    const account = await hire(acme);
    await query(
      `INSERT INTO members (organization_id, id, user_id, user_name, user_name_key, name, name_key, email, active, role,
         opens_by_password)
       SELECT $1, gen_random_uuid(), u.id, u.email, u.email, 'Mia there', 'mia there', u.email, TRUE, 'read_only', TRUE
       FROM users u WHERE u.email = $2`,
      [globex.organizationId, account.email],
    );
    return account;
  };
  const switchForm = { organizationId: '' };
  const toGlobex = () => ({ ...switchForm, organizationId: globex.organizationId });

  it.each(['/sign-in', '/api/v1/auth/login'])(
    'leaves one session in a browser that signs in anew at %s',
    async (path) => {
      const account = await hire(acme);
      const mia = await visitAs(account);
      const before = mia.twin();
      expect([204, 303]).toContain((await mia.post(path, account)).status);
      const sessions = await query('SELECT FROM sessions s JOIN members m ON m.id = s.member_id WHERE m.email = $1', [
        account.email,
      ]);
      expect([sessions.length, await isIn(before), await isIn(mia)]).toEqual([1, false, true]);
    },
  );

  it('speaks the language that the account chose, from the next page on', async () => {
    const mia = await visitAs(await hire(acme));
    expect((await mia.get('/account')).html).toContain('<h1>Account</h1>');
    expect(await mia.post('/account/language', { language: 'pt' })).toMatchObject({
      status: 303,
      location: '/account?done=language',
    });
    expect((await mia.get('/account?done=language')).html).toMatch(
      /<html lang="pt">.*Idioma alterado\..*<h2[^>]*>Senha/s,
    );
    expect(await lastEntry(acme)).toMatchObject({
      action: 'member.language_changed',
      details: { language: { from: 'en', to: 'pt' } },
    });
    expect((await mia.post('/account/language', { language: 'de' })).status).toBe(400);
  });

  it('changes the password: other sessions end, this one goes on under another cookie', async () => {
    const account = await hire(acme);
    const [mia, elsewhere] = [await visitAs(account), await visitAs(account)];
    const thief = mia.twin();
    const wanted = 'a much better sentence';
    const form = { current: PASSWORD, wanted, repeated: wanted };
    expect(await mia.post('/account/password', form)).toMatchObject({ status: 303 });
    expect([await isIn(mia), await isIn(elsewhere), await isIn(thief)]).toEqual([true, false, false]);
    await expect(visitAs(account)).rejects.toThrow('422');
    await visitAs({ ...account, password: wanted });
    const entries = await query(
      `SELECT action, details FROM audit_entries WHERE subject_name = 'Mia' AND organization_id = $1
      ORDER BY id DESC LIMIT 3`,
      [acme.organizationId],
    );
    expect(entries.map(({ action }) => action)).toEqual([
      'member.signed_in',
      'member.sessions_ended',
      'member.password_changed',
    ]);
    expect(entries[1]?.['details']).toEqual({ reason: 'password_changed', sessionsEnded: 1 });
  });

  it.each([
    ['a wrong current password', { current: 'not the password', wanted: 'a new password', repeated: 'a new password' }],
    ['a short new one', { current: PASSWORD, wanted: 'short', repeated: 'short' }],
    ['a slip', { current: PASSWORD, wanted: 'a new password', repeated: 'a new passwort' }],
  ])('changes no password for %s', async (_, form) => {
    const account = await hire(acme);
    const mia = await visitAs(account);
    const answer = await mia.post('/account/password', form);
    expect(answer.status).toBe(422);
    expect(answer.html).toContain('role="alert"');
    await visitAs(account);
  });

  it('lists own sessions, ends one of them, and nobody else’s', async () => {
    const [account, other] = [await hire(acme), await hire(acme)];
    const [mia, elsewhere, stranger] = [await visitAs(account), await visitAs(account), await visitAs(other)];
    const path = /action="(\/account\/sessions\/[0-9a-f-]{36}\/end)"/.exec((await mia.get('/account')).html)?.[1] ?? '';
    expect((await stranger.post(path)).status).toBe(422);
    expect(await isIn(elsewhere)).toBe(true);
    expect(await mia.post(path)).toMatchObject({ status: 303, location: '/account?done=session' });
    expect([await isIn(mia), await isIn(elsewhere), await isIn(stranger)]).toEqual([true, false, true]);
    expect(await lastEntry(acme)).toMatchObject({ action: 'member.session_ended' });
    expect((await mia.post('/account/sessions/x/end')).status).toBe(404);
  });

  it('signs out everywhere, in other organizations too where the password had opened them', async () => {
    const account = await consult();
    const here = await visitAs(account, acme.organizationId);
    const there = await visitAs(account, globex.organizationId);
    expect(await here.post('/account/sessions/end')).toMatchObject({ status: 303, location: '/sign-in' });
    expect([await isIn(here), await isIn(there)]).toEqual([false, false]);
    expect(await lastEntry(globex)).toMatchObject({ action: 'member.sessions_ended', actor_name: 'Mia there' });
  });

  it('keeps no session that the old password opens at the very moment of its change', async () => {
    const account = await hire(acme);
    const mia = await visitAs(account);
    const wanted = 'a much better sentence';
    const late = visitAs(account).catch(() => undefined);
    await mia.post('/account/password', { current: PASSWORD, wanted, repeated: wanted });
    const visitor = await late;
    expect(visitor !== undefined && (await isIn(visitor))).toBe(false);
  });

  it('goes to another organization of the account, and leaves this one', async () => {
    const mia = await visitAs(await consult(), acme.organizationId);
    const before = mia.twin();
    expect((await mia.get('/account')).html).toContain('Globex');
    expect(await mia.post('/account/organization', toGlobex())).toMatchObject({
      status: 303,
      location: '/settings/members',
    });
    expect((await mia.get('/account')).html).toContain('<title>Account · Globex');
    expect(await isIn(before)).toBe(false);
    expect(await lastEntry(globex)).toMatchObject({ action: 'member.signed_in', details: { switched: true } });
  });

  it('is no fresher there than it was here, and lasts no longer', async () => {
    const mia = await visitAs(await consult(), acme.organizationId);
    await age(700);
    await query(`UPDATE sessions SET expires_at = now() + interval '1 h'`);
    await mia.post('/account/organization', toGlobex());
    expect(await query(`SELECT FROM sessions WHERE expires_at > now() + interval '61 min'`)).toEqual([]);
    expect(await mia.get('/settings/api-keys/new')).toMatchObject({ status: 303 });
  });

  it.each([
    ['where the account does not belong', async () => visitAs(await hire(acme))],
    [
      'that a directory manages',
      async () => {
        const account = await consult();
        const sql = 'UPDATE members SET connection_id = $2 WHERE organization_id = $1 AND email = $3';
        await query(sql, [globex.organizationId, globex.scim.connectionId, account.email]);
        return visitAs(account, acme.organizationId);
      },
    ],
    [
      'where access was cut',
      async () => {
        const account = await consult();
        const mia = await visitAs(account, acme.organizationId);
        const sql = 'UPDATE members SET active = FALSE WHERE organization_id = $1 AND email = $2';
        await query(sql, [globex.organizationId, account.email]);
        return mia;
      },
    ],
    [
      'from a session that a provider opened',
      async () => {
        const account = await consult();
        const mia = await visitAs(account, acme.organizationId);
        await query(`UPDATE sessions SET opened_by = 'oidc' WHERE organization_id = $1`, [acme.organizationId]);
        return mia;
      },
    ],
  ])('opens no organization %s', async (_, visit) => {
    const mia = await visit();
    expect(await mia.post('/account/organization', toGlobex())).toMatchObject({ location: '/sign-in?again=yes' });
    expect((await mia.get('/sign-in?again=yes')).status).toBe(200);
    expect((await mia.get('/account')).html).toContain('<title>Account · Acme');
  });

  it('says where the password is kept, for whom a directory manages', async () => {
    const { email } = await hire(acme);
    const { organizationId, scim } = acme;
    const manage = 'UPDATE members SET connection_id = $2 WHERE organization_id = $1 AND email = $3';
    await query(manage, [organizationId, scim.connectionId, email]);
    const [row] = await query('SELECT id FROM members WHERE organization_id = $1 AND email = $2', [
      organizationId,
      email,
    ]);
    const member = { organizationId, memberId: String(row?.['id']) };
    const { application } = road.app;
    const tx = application.get(Transactions).single;
    const opened = await application.get(SessionsService).open(tx, member, { openedBy: 'oidc' });
    const ada = new Visitor(road.app.url).keep(`ruleforge_session=${opened?.cookie}`);
    expect((await ada.get('/account')).html).toContain('You sign in through Directory');
    const form = { current: PASSWORD, wanted: 'a new password', repeated: 'a new password' };
    expect(await ada.post('/account/password', form)).toMatchObject({ status: 422 });
  });
});
