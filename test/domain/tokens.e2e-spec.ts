import { setTimeout as sleep } from 'node:timers/promises';
import { ActivityLog, ConnectionsService, type ListedToken, readTokenOutlook, TokensService } from '@ruleforge/scim';
import { CredentialWatch } from '../../src/connections/credential-watch.service.js';
import { Transactions } from '../../src/database/transactions.js';
import { Organization } from '../road/support/organization.js';
import { ScimClient } from '../road/support/scim-client.js';
import { Mailbox } from '../support/mailbox.js';
import { type RunningApplication, startApplication } from '../support/running-application.js';

const OPERATOR = { kind: 'operator', id: 'test', name: 'Test' } as const;

describe('the life of a token', () => {
  let app: RunningApplication;
  let acme: Organization;
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await Mailbox.open();
    app = await startApplication('fastify', { RULEFORGE_WATCH_SECONDS: '3600', ...mailbox.variables });
  });
  beforeEach(async () => void (acme = new Organization(app, await app.found())));
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });

  const tokens = () => app.application.get(TokensService);
  const list = (): Promise<ListedToken[]> =>
    app.application.get(Transactions).run(async (tx) => {
      const connection = await app.application.get(ConnectionsService).find(tx, acme.connectionId);
      return tokens().list(tx, connection!);
    });
  const get = async (id: string) => (await list()).find((token) => token.id === id);
  const rotate = (id: string, overlapHours?: number) =>
    app.application.get(Transactions).run((tx) => tokens().rotate(tx, id, overlapHours, OPERATOR));
  const use = async (token: string, client: string) => {
    await new ScimClient(acme.scim.baseUrl, token).get('/Users', { 'user-agent': client });
    await app.application.get(ActivityLog).flush();
  };
  const set = (id: string, assignment: string) =>
    acme.query(`UPDATE scim_tokens SET ${assignment} WHERE id = $1`, [id]);

  it('shows access, what is left of it, and its last use: when, from where, by whom', async () => {
    const { id, token } = await acme.issueToken({ access: 'read', expiresInDays: 30 });
    const unused = { state: 'live', access: 'read', expiresInDays: 30, replacedBy: null, usedAfterRotation: false };
    expect(await get(id)).toMatchObject({ ...unused, lastUsedAt: null });
    await use(token, 'ExampleIdP/1.0');
    const used = { lastUsedAt: expect.any(Date), lastUsedAddress: '127.0.0.1', lastUsedClient: 'ExampleIdP/1.0' };
    expect(await get(id)).toMatchObject({ ...unused, ...used });
    expect(JSON.stringify(await list())).not.toContain(token.split('_')[2]);
  });

  it.each([0, 731])('is not issued for %i days', async (expiresInDays) => {
    await expect(acme.issueToken({ expiresInDays })).rejects.toThrow('A token lives for 1 to 730 days.');
  });

  it('names its successor, and says so when it is used still', async () => {
    const { id, token } = await acme.issueToken();
    await use(token, 'Before');
    const successor = await rotate(id);
    const replaced = { state: 'replaced', expiresInDays: 1, replacedBy: successor.id };
    expect(await get(id)).toMatchObject({ ...replaced, usedAfterRotation: false, lastUsedClient: 'Before' });
    await use(successor.token, 'After');
    expect(await get(id)).toMatchObject({ ...replaced, usedAfterRotation: false });
    await use(token, 'Still');
    expect(await get(id)).toMatchObject({ ...replaced, usedAfterRotation: true, lastUsedClient: 'Still' });
    expect(await get(successor.id)).toMatchObject({ state: 'live', expiresInDays: 365, replacedBy: null });
  });

  it('ends at once when it is rotated without an overlap', async () => {
    const { id, token } = await acme.issueToken();
    const successor = await rotate(id, 0);
    expect(await get(id)).toMatchObject({ state: 'revoked', expiresInDays: 0, replacedBy: successor.id });
    expect((await new ScimClient(acme.scim.baseUrl, token).get('/Users')).status).toBe(401);
  });

  it('is counted among those to see to: by days left, by use after rotation, and no more once that is settled', async () => {
    const counts = () => readTokenOutlook(app.dataSource);
    const none = { expiringWithin: { 1: 0, 7: 0, 30: 0 }, usedAfterRotation: 0 };
    await acme.query('UPDATE scim_tokens SET revoked_at = now()');
    expect(await counts()).toEqual(none);
    const [day, week, month, old] = [
      await acme.issueToken({ expiresInDays: 1 }),
      await acme.issueToken({ expiresInDays: 7 }),
      await acme.issueToken({ expiresInDays: 30 }),
      await acme.issueToken(),
    ];
    expect((await counts()).expiringWithin).toEqual({ 1: 1, 7: 2, 30: 3 });
    await acme.revokeToken(week.id);
    await set(day.id, `expires_at = now() - interval '1 second'`);
    expect((await counts()).expiringWithin).toEqual({ 1: 0, 7: 0, 30: 1 });
    await set(month.id, `created_at = now() - interval '345 days', expires_at = now() + interval '20 days'`);
    await rotate(month.id);
    await rotate(old.id);
    expect(await counts()).toEqual(none);
    await use(old.token, 'Still');
    expect(await counts()).toEqual({ ...none, usedAfterRotation: 1 });
    await acme.setConnection(`state = 'removed'`);
    expect(await counts()).toEqual(none);
  });

  describe('before it ends', () => {
    beforeEach(() => acme.query('UPDATE scim_tokens SET revoked_at = now()'));
    beforeEach(() => acme.query('UPDATE scim_oauth_clients SET revoked_at = now()'));

    const look = () => app.application.get(CredentialWatch, { strict: false }).look();
    const days = async () => (await look()).map(({ label, days: left }) => [label, left]);
    const left = (id: string, time: string) =>
      set(id, `created_at = now() - interval '1 year', expires_at = now() + interval '${time}'`);

    it('is written about 30, 7 and 1 days before, once each, by whichever process looks', async () => {
      const { id } = await acme.issueToken();
      expect(await days()).toEqual([]);
      for (const [time, wanted] of [
        ['29 days', 30],
        ['6 days', 7],
        ['23 hours', 1],
      ] as const) {
        await left(id, time);
        const looks = await Promise.all([look(), look(), look()]);
        expect(looks.flat()).toMatchObject([{ kind: 'token', label: 'Other', days: wanted }]);
        expect(await look()).toEqual([]);
      }
    });

    it('is written about only as far as it lasts, for the last of the days that nobody looked, and while it is needed', async () => {
      await acme.issueToken({ label: 'Month', expiresInDays: 30 });
      const [week, late, rotated] = [
        await acme.issueToken({ label: 'Week', expiresInDays: 7 }),
        await acme.issueToken({ label: 'Late' }),
        await acme.issueToken({ label: 'Rotated' }),
      ];
      for (const { id } of [late, rotated]) await left(id, '5 days');
      await rotate(rotated.id);
      expect(await days()).toEqual([['Late', 7]]);
      await set(week.id, `created_at = now() - interval '6 days', expires_at = now() + interval '1 day'`);
      expect(await days()).toEqual([['Week', 1]]);
      await left(late.id, '1 hour');
      await acme.setConnection(`state = 'removed'`);
      expect(await look()).toEqual([]);
    });

    it('is named in a letter to each Administrator, in their language, with the way to Credentials and no secret', async () => {
      const { email } = acme.founded.admin;
      await acme.query(`UPDATE users SET locale = 'pt' WHERE email = $1`, [email]);
      const { id, token } = await acme.issueToken({ label: 'Okta prod' });
      await left(id, '6 days');
      const client = await acme.addOAuthClient({ name: 'Entra' });
      await acme.query(
        `UPDATE scim_oauth_credentials SET created_at = now() - interval '1 year', expires_at = now() + interval '5 days'
         WHERE client_id = $1`,
        [client.id],
      );
      expect(await look()).toMatchObject([{ kind: 'secret', label: 'Entra' }, { kind: 'token' }]);
      const letter = await mailbox.next(email, 2);
      const letters = mailbox.received.filter(({ recipients }) => recipients.includes(email));
      const text = letters.map(({ content }) => content).join();
      expect(text).toContain('O token “Okta prod” de Directory expira em até 7 dias');
      expect(text).toContain('O segredo do cliente “Entra”');
      expect(new URL(letter.linkTo('/settings')).pathname).toBe(
        `/settings/identity/provisioning/${acme.connectionId}/credentials`,
      );
      for (const secret of [token.split('_')[2], client.secret]) expect(text).not.toContain(secret);
      while ((await acme.query('SELECT FROM mails')).length > 0) await sleep(10);
      expect(letters).toHaveLength(2);
    });
  });
});
