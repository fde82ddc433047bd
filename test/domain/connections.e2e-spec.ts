import { type ConnectionChange, ConnectionsService, UnknownConnection } from '@ruleforge/scim';
import { Transactions } from '../../src/database/transactions.js';
import { aUser } from '../road/support/documents.js';
import { Organization } from '../road/support/organization.js';
import { type RunningApplication, startApplication } from '../support/running-application.js';

const OPERATOR = { kind: 'operator', id: 'test', name: 'Test' } as const;

describe('a connection', () => {
  let app: RunningApplication;
  let acme: Organization;
  beforeAll(async () => {
    app = await startApplication();
    acme = new Organization(app, await app.found());
  });
  afterAll(() => app.stop());

  const change = (id: string, wish: ConnectionChange) =>
    app.application
      .get(Transactions)
      .run((tx) => app.application.get(ConnectionsService).change(tx, id, wish, OPERATOR));
  const entries = () =>
    acme.query(`SELECT actor_kind, details FROM audit_entries WHERE action = 'connection.changed' ORDER BY id`);

  it('is paused and resumed between two requests, and says so in the audit log', async () => {
    await change(acme.connectionId, { state: 'paused' });
    expect((await acme.scim.get('/Users')).status).toBe(503);
    await change(acme.connectionId, { state: 'active' });
    expect((await acme.scim.get('/Users')).status).toBe(200);
    const [kept, actor_kind] = [{ name: 'Directory', adopts: true, strict: false }, 'operator'];
    expect(await entries()).toEqual([
      { actor_kind, details: { from: { state: 'active', ...kept }, to: { state: 'paused', ...kept } } },
      { actor_kind, details: { from: { state: 'paused', ...kept }, to: { state: 'active', ...kept } } },
    ]);
  });

  it('stops taking over members when it is told to', async () => {
    const id = await acme.addByHand('grace@acme.test');
    await change(acme.connectionId, { adopts: false });
    expect((await acme.scim.put(`/Users/${id}`, { userName: 'grace@acme.test' })).status).toBe(403);
    await change(acme.connectionId, { adopts: true });
    expect((await acme.scim.put(`/Users/${id}`, { userName: 'grace@acme.test' })).status).toBe(200);
  });

  it('refuses what it tolerated before when it becomes strict, and says so in the audit log', async () => {
    const typo = { ...aUser('strict'), shoeSize: 44 };
    await change(acme.connectionId, { strict: true });
    expect((await acme.scim.post('/Users', typo)).status).toBe(400);
    expect((await entries()).at(-1)).toMatchObject({ details: { from: { strict: false }, to: { strict: true } } });
    await change(acme.connectionId, { strict: false });
    expect((await acme.scim.post('/Users', typo)).status).toBe(201);
  });

  it('leaves no entry when nothing changes', async () => {
    const before = await entries();
    await change(acme.connectionId, { state: 'active' });
    expect(await entries()).toEqual(before);
  });

  it('must exist', () => expect(change('nobody', { state: 'paused' })).rejects.toThrow(UnknownConnection));
});
