import { PASSWORD, type Acme, Domain, OPERATOR } from './domain.js';

describe('access', () => {
  let domain: Domain;
  let acme: Acme;

  beforeAll(async () => {
    domain = await Domain.open();
  });
  afterAll(() => domain.close());
  beforeEach(async () => {
    acme = await domain.anOrganization();
  });

  const tryToOpen = (memberId: string) =>
    domain.sessions.open(domain.tx, { organizationId: acme.id, memberId }, { openedBy: 'password' });

  const aSession = async (memberId: string) => (await tryToOpen(memberId))!.cookie;

  const aKey = async (memberId: string) =>
    (await domain.apiKeys.create(domain.tx, { organizationId: acme.id, memberId }, { name: 'ci' }, OPERATOR)).value;

  const invite = (email: string) =>
    domain.transactions.run((tx) => domain.invitations.create(tx, acme.id, { email, role: 'engineer' }, OPERATOR));

  const accept = (token: string, password = PASSWORD) =>
    domain.transactions.run((tx) => domain.acceptances.accept(tx, { token, name: 'Guest', password }));

  const asAdministrator = {
    deactivate: (id: string) => domain.transactions.run((tx) => domain.members.deactivate(tx, acme.id, id, OPERATOR)),
    reactivate: (id: string) => domain.transactions.run((tx) => domain.members.reactivate(tx, acme.id, id, OPERATOR)),
    remove: (id: string) => domain.transactions.run((tx) => domain.members.remove(tx, acme.id, id, OPERATOR)),
    promote: (id: string) =>
      domain.transactions.run((tx) => domain.members.changeRole(tx, acme.id, id, 'administrator', OPERATOR)),
  };

  const rootId = async () => {
    const [root] = await domain.query('SELECT id FROM members WHERE organization_id = $1 AND recovery', [acme.id]);
    return root!['id'] as string;
  };

  it.each([
    ['deactivates', (id: string) => acme.change(id, (before) => ({ ...before, active: false }))],
    ['removes', (id: string) => acme.remove(id)],
    ['deactivates, as an administrator,', asAdministrator.deactivate],
  ])('ends sessions, API keys and invitations when it %s a member', async (_, cut) => {
    const ada = await acme.provision('ada@acme.test');
    await domain.query(
      `INSERT INTO invitations (organization_id, id, email, email_key, role, state, token_digest, expires_at)
       VALUES ($1, gen_random_uuid(), 'ada@acme.test', 'ada@acme.test', 'administrator', 'pending', $2, now() + interval '1 day')`,
      [acme.id, Buffer.from(ada.id)],
    );
    const [cookie, key] = [await aSession(ada.id), await aKey(ada.id)];
    expect(await domain.sessions.find(domain.tx, cookie)).toMatchObject({ memberId: ada.id, role: 'read_only' });
    expect(await domain.apiKeys.find(domain.tx, key)).toMatchObject({ memberId: ada.id });
    await cut(ada.id);
    expect(await domain.sessions.find(domain.tx, cookie)).toBeUndefined();
    expect(await domain.apiKeys.find(domain.tx, key)).toBeUndefined();
    const [entry] = await acme.auditLog();
    expect(entry!.details).toEqual({ sessionsEnded: 1, apiKeysRevoked: 1, invitationsWithdrawn: 1 });
    expect((await domain.invitations.list(domain.tx, acme.id)).invitations).toMatchObject([{ state: 'withdrawn' }]);
    expect(await acme.count()).toMatchObject({ active: 0 });
  });

  it('keeps old sessions and keys dead after reactivation, even one that was opened at the very moment', async () => {
    const ada = await acme.provision('ada');
    const [cookie, key] = [await aSession(ada.id), await aKey(ada.id)];
    const [row] = await domain.query('SELECT * FROM sessions WHERE member_id = $1', [ada.id]);
    await acme.change(ada.id, (before) => ({ ...before, active: false }));
    await domain.query(
      `INSERT INTO sessions (digest, organization_id, member_id, access_epoch, opened_by, expires_at)
       VALUES ($1, $2, $3, $4, 'password', now() + interval '1 hour')`,
      [row!['digest'], acme.id, ada.id, row!['access_epoch']],
    );
    expect(await tryToOpen(ada.id)).toBeUndefined();
    await acme.change(ada.id, (before) => ({ ...before, active: true }));
    expect(await domain.sessions.find(domain.tx, cookie)).toBeUndefined();
    expect(await domain.apiKeys.find(domain.tx, key)).toBeUndefined();
    expect(await domain.sessions.find(domain.tx, await aSession(ada.id))).toBeDefined();
    expect((await acme.auditLog()).map(({ action }) => action)).toContain('member.reactivated');
  });

  it('protects the recovery administrator from everybody', async () => {
    const id = await rootId();
    for (const act of [asAdministrator.deactivate, asAdministrator.remove]) {
      await expect(act(id)).rejects.toThrow('recovery administrator');
    }
    expect(await acme.directory.find(acme.scope, id)).toBeUndefined();
  });

  it('lets a recovery administrator go when another is named, one at a time, seat and all', async () => {
    const [root, next] = [await rootId(), await acme.addByHand('next@acme.test')];
    const act = (verb: 'name' | 'relieve', id: string) =>
      domain.transactions.run((tx) => domain.recovery[verb](tx, acme.id, id, OPERATOR));
    await expect(act('relieve', root)).rejects.toThrow('Name a recovery administrator first');
    await expect(act('name', next)).rejects.toThrow('active Administrator');
    await asAdministrator.promote(next);
    await act('name', next);
    expect(await domain.recovery.findStanding(domain.tx, acme.id, root)).toEqual({
      canBeNamed: false,
      canBeRelieved: true,
    });
    await domain.query('UPDATE organizations SET seats = 1 WHERE id = $1', [acme.id]);
    await acme.addByHand('seated@acme.test');
    await expect(act('relieve', root)).rejects.toThrow('no free seat');
    await domain.query('UPDATE organizations SET seats = 2 WHERE id = $1', [acme.id]);
    const outcomes = await Promise.allSettled([act('relieve', root), act('relieve', next)]);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
    expect(await acme.count()).toMatchObject({ listed: 2, active: 2 });
    const relieved = (await rootId()) === root ? next : root;
    expect((await acme.auditLog())[0]).toMatchObject({ action: 'member.relieved_recovery_administrator' });
    await asAdministrator.deactivate(relieved);
  });

  it('keeps one of two administrators who take each other away at once', async () => {
    await domain.query('UPDATE members SET recovery = FALSE, role = $2 WHERE organization_id = $1', [
      acme.id,
      'engineer',
    ]);
    for (let round = 0; round < 20; round += 1) {
      const ids = await Promise.all([1, 2].map((n) => acme.addByHand(`admin${n}-${round}@acme.test`)));
      await Promise.all(ids.map((id) => asAdministrator.promote(id)));
      const outcomes = await Promise.allSettled(ids.map((id) => asAdministrator.deactivate(id)));
      expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(1);
      await domain.query(`UPDATE members SET role = 'engineer' WHERE organization_id = $1`, [acme.id]);
    }
  });

  it('lets an administrator reactivate whom no directory manages, and nobody else', async () => {
    const [hand, ada] = [await acme.addByHand('hand@acme.test'), await acme.provision('ada')];
    await asAdministrator.deactivate(hand);
    await asAdministrator.reactivate(hand);
    await asAdministrator.deactivate(ada.id);
    await expect(asAdministrator.reactivate(ada.id)).rejects.toThrow('managed by a directory');
    expect(await acme.count()).toMatchObject({ listed: 2, active: 1 });
  });

  it('signs in the recovery administrator and members managed by hand, and ends with their access', async () => {
    await acme.addByHand('sign@acme.test');
    const signIn = { email: ' SIGN@acme.test', password: PASSWORD, address: '192.0.2.1' };
    const { cookie } = await domain.signIns.signIn(signIn);
    const person = await domain.sessions.find(domain.tx, cookie);
    expect(person).toMatchObject({ organizationName: 'Acme', role: 'engineer', email: 'sign@acme.test' });
    await domain.signIns.signOut(cookie);
    expect(await domain.sessions.find(domain.tx, cookie)).toBeUndefined();
    await acme.change(person!.memberId, (before) => ({ ...before, externalId: 'adopted' }));
    await expect(domain.signIns.signIn(signIn)).rejects.toThrow('do not match');
  });

  it('answers one thing to unknown addresses, wrong passwords and accounts without one, and then nothing', async () => {
    await acme.addByHand('guess@acme.test');
    await acme.provision('managed@acme.test');
    const signIn = (email: string, password = 'wrong') =>
      domain.signIns.signIn({ email, password, address: '192.0.2.9' });
    for (const email of ['nobody@acme.test', 'managed@acme.test', 'guess@acme.test', 'no address', '\0']) {
      await expect(signIn(email)).rejects.toThrow('E-mail and password do not match');
    }
    const guesses = await Promise.allSettled(Array.from({ length: 12 }, () => signIn('guess@acme.test')));
    expect(
      guesses.filter((guess) => guess.status === 'rejected' && String(guess.reason).includes('Too many')),
    ).toHaveLength(3);
    await expect(signIn('guess@acme.test', PASSWORD)).rejects.toThrow('Too many attempts');
  });

  it('asks somebody with several organizations which one to enter, and opens that one only', async () => {
    const id = await acme.addByHand('both@acme.test');
    const other = await domain.anOrganization();
    const { token } = await domain.transactions.run((tx) =>
      domain.invitations.create(tx, other.id, { email: 'both@acme.test', role: 'reviewer' }, OPERATOR),
    );
    await expect(accept(token, 'not the password')).rejects.toThrow('existing account');
    await expect(accept(token)).rejects.toThrow('An administrator chose your password');
    await domain.query(`UPDATE users SET password_given = FALSE WHERE email = 'both@acme.test'`);
    await accept(token);
    const signIn = { email: 'both@acme.test', password: PASSWORD, address: '192.0.2.2' };
    await expect(domain.signIns.signIn(signIn)).rejects.toThrow('several organizations');
    const { cookie } = await domain.signIns.signIn({ ...signIn, organizationId: other.id });
    expect(await domain.sessions.find(domain.tx, cookie)).toMatchObject({ organizationId: other.id, role: 'reviewer' });
    await asAdministrator.deactivate(id);
    expect(await domain.sessions.find(domain.tx, cookie)).toBeDefined();
    await expect(domain.signIns.signIn({ ...signIn, organizationId: acme.id })).rejects.toThrow('do not match');
  });

  it('never lets one organization choose the password of an account that another one has', async () => {
    await acme.addByHand('mine@acme.test');
    const other = await domain.anOrganization();
    await expect(other.addByHand('mine@acme.test')).rejects.toThrow('Invite them instead');
  });

  it('lets an invitation be used once, and never by a member who is deactivated', async () => {
    const { token } = await invite('guest@acme.test');
    await expect(invite('GUEST@acme.test')).rejects.toThrow('pending invitation');
    const [first, second] = await Promise.allSettled([accept(token), accept(token)]);
    expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected']);
    const { members } = await domain.members.list(domain.tx, acme.id, { text: 'guest', limit: 10 });
    await asAdministrator.deactivate(members[0]!.id);
    await expect(invite('guest@acme.test')).rejects.toThrow('belongs to a member');
    await expect(accept(token)).rejects.toThrow('cannot be used');
  });

  it('refuses an expired invitation, and lets a new one follow', async () => {
    const { token } = await invite('slow@acme.test');
    await domain.query(`UPDATE invitations SET expires_at = now() WHERE organization_id = $1`, [acme.id]);
    await expect(accept(token)).rejects.toThrow('cannot be used');
    expect((await domain.invitations.list(domain.tx, acme.id)).invitations).toMatchObject([{ state: 'expired' }]);
    await accept((await invite('slow@acme.test')).token);
  });

  it('revokes API keys, those of others for nobody', async () => {
    const [ada, bob] = [await acme.provision('ada'), await acme.provision('bob')];
    const key = await aKey(ada.id);
    const { keys } = await domain.apiKeys.list(domain.tx, acme.id, { memberId: ada.id, limit: 2 });
    const [{ id } = { id: '' }] = keys;
    const revoke = (memberId?: string) =>
      domain.apiKeys.revoke(domain.tx, { organizationId: acme.id, id, memberId }, OPERATOR);
    await expect(revoke(bob.id)).rejects.toThrow('no such API key');
    expect(await domain.apiKeys.find(domain.tx, key)).toBeDefined();
    await revoke(ada.id);
    expect(await domain.apiKeys.find(domain.tx, key)).toBeUndefined();
    expect(await domain.apiKeys.find(domain.tx, `${key.slice(0, -1)}x`)).toBeUndefined();
  });
});
