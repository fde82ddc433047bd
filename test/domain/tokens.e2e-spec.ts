import { ActivityLog, ConnectionsService, type ListedToken, readTokenOutlook, TokensService } from '@ruleforge/scim';
import { Transactions } from '../../src/database/transactions.js';
import { Organization } from '../road/support/organization.js';
import { ScimClient } from '../road/support/scim-client.js';
import { type RunningApplication, startApplication } from '../support/running-application.js';

const OPERATOR = { kind: 'operator', id: 'test', name: 'Test' } as const;

describe('the life of a token', () => {
  let app: RunningApplication;
  let acme: Organization;
  beforeAll(async () => void (app = await startApplication()));
  beforeEach(async () => void (acme = new Organization(app, await app.found())));
  afterAll(() => app.stop());

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
});
