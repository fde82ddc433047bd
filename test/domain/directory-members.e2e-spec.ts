import { type Acme, Domain } from './domain.js';

describe('members of a directory', () => {
  let domain: Domain;
  let acme: Acme;

  beforeAll(async () => {
    domain = await Domain.open();
  });
  afterAll(() => domain.close());
  beforeEach(async () => {
    acme = await domain.anOrganization();
  });

  it('creates the member, an account, search terms, the count and the audit entry', async () => {
    const ada = await acme.provision('Ada@acme.test', { displayName: 'Ada Lovelace', externalId: '7' });
    expect(ada).toMatchObject({
      revision: 1,
      attributes: { userName: 'Ada@acme.test', active: true, externalId: '7' },
    });
    const [member] = await domain.query('SELECT * FROM members WHERE id = $1', [ada.id]);
    expect(member).toMatchObject({
      user_name_key: 'ada@acme.test',
      name: 'Ada Lovelace',
      email: 'Ada@acme.test',
      role: 'read_only',
      active: true,
      connection_id: acme.connectionId,
    });
    const [account] = await domain.query('SELECT * FROM users WHERE id = $1', [member!['user_id']]);
    expect(account).toMatchObject({ email_key: 'ada@acme.test', password_digest: null });
    const terms = await domain.query('SELECT term FROM member_terms WHERE member_id = $1 ORDER BY term', [ada.id]);
    expect(terms.map(({ term }) => term)).toEqual(['ada lovelace', 'ada@acme.test', 'lovelace']);
    expect(await acme.count()).toEqual({ listed: 1, active: 1, seats: null });
    expect((await acme.auditLog())[0]).toMatchObject({
      action: 'member.provisioned',
      actorKind: 'connection',
      actorName: 'Okta',
      subjectId: ada.id,
      requestId: 'request-1',
    });
  });

  it('lets one of fifty creates of the same userName in different cases through', async () => {
    const attempts = Array.from({ length: 50 }, (_, index) =>
      acme.provision(index % 2 === 0 ? 'Race@acme.test' : 'RACE@ACME.TEST'),
    );
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ status: 409, scimType: 'uniqueness' });
    }
    expect(await acme.count()).toMatchObject({ listed: 1, active: 1 });
    expect((await acme.auditLog()).filter(({ action }) => action === 'member.provisioned')).toHaveLength(1);
  });

  it('gives the last seat to one of fifty, and deactivation gives it back', async () => {
    const small = await domain.anOrganization({ seats: 2 });
    const first = await small.provision('first@acme.test');
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, index) => small.provision(`seat${index}@acme.test`)),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await small.count()).toEqual({ listed: 2, active: 2, seats: 2 });
    await expect(small.provision('late@acme.test')).rejects.toMatchObject({ status: 403 });
    expect(await domain.query('SELECT FROM users WHERE email_key = $1', ['late@acme.test'])).toEqual([]);
    await expect(small.provision('idle@acme.test', { active: false })).resolves.toBeDefined();
    await small.change(first.id, (attributes) => ({ ...attributes, active: false }));
    await expect(small.provision('late@acme.test')).resolves.toBeDefined();
    await expect(small.change(first.id, (attributes) => ({ ...attributes, active: true }))).rejects.toMatchObject({
      status: 403,
    });
    expect(await small.count()).toEqual({ listed: 4, active: 2, seats: 2 });
  });

  it('links the account that has the address, in another organization too, and never writes it', async () => {
    const other = await domain.anOrganization();
    const here = await acme.provision('shared@acme.test', { displayName: 'Here' });
    const there = await other.provision('shared@acme.test', { displayName: 'There' });
    const rows = await domain.query('SELECT user_id FROM members WHERE id = ANY($1)', [[here.id, there.id]]);
    expect(new Set(rows.map((row) => row['user_id'])).size).toBe(1);
    await other.change(there.id, (attributes) => ({ ...attributes, emails: [{ value: 'evil@evil.test' }] }));
    expect(await domain.query('SELECT name, email FROM users WHERE id = $1', [rows[0]!['user_id']])).toEqual([
      { name: 'Here', email: 'shared@acme.test' },
    ]);
  });

  it('gives people who share an address in one organization accounts of their own, also when they come at once', async () => {
    const emails = [{ value: 'team@acme.test', primary: true }];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 4 }, (_, index) => acme.provision(`team${index}`, { emails })),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
    const accounts = await domain.query(
      'SELECT DISTINCT u.id, u.email FROM members m JOIN users u ON u.id = m.user_id WHERE m.organization_id = $1 AND NOT recovery',
      [acme.id],
    );
    expect(accounts).toHaveLength(4);
    expect(accounts.filter(({ email }) => email === 'team@acme.test')).toHaveLength(1);
  });

  it('keeps userName and address of the recovery administrator reserved', async () => {
    const root = `root@${acme.id}.test`;
    await expect(acme.provision(root.toUpperCase())).rejects.toMatchObject({ status: 409, scimType: 'uniqueness' });
    const emails = [{ value: root, primary: true }];
    await expect(acme.provision('thief', { emails })).rejects.toMatchObject({ status: 409, scimType: 'uniqueness' });
    const ada = await acme.provision('ada');
    await expect(acme.change(ada.id, (before) => ({ ...before, emails }))).rejects.toMatchObject({ status: 409 });
    expect(await acme.count()).toMatchObject({ listed: 1 });
  });

  it('needs no address, and tells dotted and Turkish letters apart', async () => {
    await acme.provision('admin@acme.test');
    await acme.provision('adm\u0130n@acme.test');
    await acme.provision('plain');
    await expect(acme.provision('\uff41dmin@acme.test')).rejects.toMatchObject({
      status: 400,
      scimType: 'invalidValue',
    });
    await expect(acme.provision('\u212aate')).rejects.toMatchObject({ status: 400 });
    await expect(acme.provision('re\u0301ne')).resolves.toBeDefined();
    await expect(acme.provision('R\u00c9NE')).rejects.toMatchObject({ status: 409 });
    const [plain] = await domain.query(
      'SELECT u.email FROM members m JOIN users u ON u.id = m.user_id WHERE user_name = $1 AND organization_id = $2',
      ['plain', acme.id],
    );
    expect(plain).toEqual({ email: null });
  });

  it('keeps an externalId unique to the connection', async () => {
    await acme.provision('one', { externalId: 'x' });
    await expect(acme.provision('two', { externalId: 'x' })).rejects.toMatchObject({ status: 409 });
    await expect(acme.provision('two', { externalId: 'X' })).resolves.toBeDefined();
    await expect(acme.through('other').provision('three', { externalId: 'x' })).resolves.toBeDefined();
  });

  it('settles a pending invitation when the directory creates the person', async () => {
    const { token } = await domain.transactions.run((tx) =>
      domain.invitations.create(
        tx,
        acme.id,
        { email: 'New@acme.test', role: 'administrator' },
        { kind: 'system', id: 's', name: 's' },
      ),
    );
    const created = await acme.provision('new@acme.test');
    expect((await domain.invitations.list(domain.tx, acme.id)).invitations).toMatchObject([
      { state: 'linked', memberId: created.id },
    ]);
    const acceptance = { token, name: 'New', password: 'long enough password' };
    await expect(domain.transactions.run((tx) => domain.acceptances.accept(tx, acceptance))).rejects.toThrow(
      'cannot be used any more',
    );
  });

  it('writes a change in one statement, with its terms and audit entry, if nobody else came first', async () => {
    const ada = await acme.provision('ada', { displayName: 'Ada Lovelace' });
    const changed = await acme.directory.replace(acme.scope, ada, { ...ada.attributes, displayName: 'Ada King' });
    expect(changed).toMatchObject({ revision: 2, attributes: { displayName: 'Ada King' } });
    await expect(
      acme.directory.replace(acme.scope, ada, { ...ada.attributes, title: 'late' }),
    ).resolves.toBeUndefined();
    const terms = await domain.query('SELECT term FROM member_terms WHERE member_id = $1 ORDER BY term', [ada.id]);
    expect(terms.map(({ term }) => term)).toEqual(['ada', 'ada king', 'king']);
    expect((await acme.auditLog())[0]).toMatchObject({
      action: 'member.updated',
      details: { changed: ['displayName'], name: { from: 'Ada Lovelace', to: 'Ada King' } },
    });
  });

  it('refuses a change that waited while another one was made', async () => {
    const ada = await acme.provision('ada');
    const replace = (tx: typeof domain.tx, title: string) =>
      acme.directory.replace({ caller: acme.caller, tx }, ada, { ...ada.attributes, title });
    const { late } = await domain.transactions.run(async (tx) => {
      await acme.directory.lock({ caller: acme.caller, tx }, ada.id);
      const waiting = replace(domain.tx, 'late');
      await domain.untilSomebodyWaits();
      await replace(tx, 'first');
      return { late: waiting };
    });
    expect(await late).toBeUndefined();
    expect(await acme.directory.find(acme.scope, ada.id)).toMatchObject({
      revision: 2,
      attributes: { title: 'first' },
    });
  });

  it('lets one of twenty simultaneous changes of a revision through', async () => {
    const ada = await acme.provision('ada');
    const changes = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        acme.directory.replace(acme.scope, ada, { ...ada.attributes, title: `Title ${index}` }),
      ),
    );
    expect(changes.filter((change) => change !== undefined)).toHaveLength(1);
    expect(await acme.directory.find(acme.scope, ada.id)).toMatchObject({ revision: 2 });
  });

  it('removes a member so that the userName is free and history stays', async () => {
    const ada = await acme.provision('ada', { externalId: '1' });
    await acme.remove(ada.id);
    expect(await acme.directory.find(acme.scope, ada.id)).toBeUndefined();
    expect(await acme.count()).toMatchObject({ listed: 0, active: 0 });
    expect(await domain.query('SELECT FROM member_terms WHERE member_id = $1', [ada.id])).toEqual([]);
    const again = await acme.provision('ada', { externalId: '1' });
    expect(again.id).not.toBe(ada.id);
    expect((await acme.auditLog()).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['member.provisioned', 'member.removed']),
    );
  });

  it('adopts a member managed by hand, and leaves those of others alone', async () => {
    const id = await acme.addByHand('hand@acme.test');
    await expect(acme.provision('hand@acme.test')).rejects.toMatchObject({ status: 409 });
    await expect(acme.remove(id)).rejects.toMatchObject({ status: 403 });
    const strict = acme.through(acme.connectionId, false);
    await expect(strict.change(id, (before) => ({ ...before, title: 'x' }))).rejects.toMatchObject({ status: 403 });
    expect(await acme.directory.find(acme.scope, id)).toMatchObject({ managed: false });
    const adopted = await acme.change(id, (before) => ({ ...before, externalId: 'e1' }));
    expect(adopted).toMatchObject({ revision: 2, attributes: { externalId: 'e1' } });
    expect(await acme.directory.find(acme.scope, id)).toMatchObject({ managed: true });
    expect((await acme.auditLog())[0]).toMatchObject({
      action: 'member.adopted',
      details: { changed: ['externalId'] },
    });
    const other = acme.through('other');
    const current = (await other.directory.find(other.scope, id))!;
    const change = { ...current.attributes, title: 'x' };
    await expect(other.directory.replace(other.scope, current, change)).rejects.toMatchObject({ status: 403 });
    expect(await other.directory.find(other.scope, id)).toMatchObject({ revision: 2, managed: false });
    await expect(other.remove(id)).rejects.toMatchObject({ status: 403 });
  });
});
