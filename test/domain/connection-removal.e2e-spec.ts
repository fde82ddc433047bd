import { UserDirectory } from '@ruleforge/scim';
import { ConnectionRemovalService } from '../../src/connections/connection-removal.service.js';
import { Transactions } from '../../src/database/transactions.js';
import type { MemberDirectory } from '../../src/provisioning/member-directory.js';
import type { Fate } from '../../src/members/managed-members.service.js';

import { aUser } from '../road/support/documents.js';
import { Organization } from '../road/support/organization.js';
import { type RunningApplication, startApplication } from '../support/running-application.js';

const ADMINISTRATOR = { kind: 'operator', id: 'test', name: 'Test' } as const;
const MANY = 6_000;

describe('the removal of a connection', () => {
  let app: RunningApplication;
  let acme: Organization;
  let ada: string;
  let grace: string;
  beforeAll(async () => {
    app = await startApplication();
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    acme = new Organization(app, await app.found());
    ada = (await acme.addUser('ada')).id;
    grace = await acme.addByHand(`grace@${acme.connectionId}.test`);
  });

  const place = () => ({ organizationId: acme.id, connectionId: acme.connectionId });
  const remove = (fate: Fate) =>
    app.application.get(ConnectionRemovalService, { strict: false }).remove(place(), fate, ADMINISTRATOR);
  const member = async (id: string) =>
    (
      await acme.query(
        `SELECT active, role, manual_role, role_group_id, connection_id FROM members
         WHERE organization_id = $1 AND id = $2`,
        [acme.id, id],
      )
    )[0];
  const count = async (sql: string) => Number((await acme.query(sql, [acme.id]))[0]?.['count']);
  const entries = (action: string) =>
    acme.query('SELECT details FROM audit_entries WHERE organization_id = $1 AND action = $2', [acme.id, action]);

  it('keeps people as they are, locked until another connection takes them over', async () => {
    await acme.addGroup('Engineers', [{ id: ada }]);
    await acme.query(`UPDATE members SET role = 'engineer' WHERE organization_id = $1 AND id = $2`, [acme.id, ada]);
    await remove('keep');
    expect((await acme.scim.get('/Users')).status).toBe(401);
    expect(await member(ada)).toMatchObject({
      active: true,
      manual_role: 'engineer',
      connection_id: acme.connectionId,
    });
    expect(await count('SELECT count(*) FROM scim_groups WHERE organization_id = $1')).toBe(0);
    expect(await count('SELECT count(*) FROM scim_group_members WHERE organization_id = $1')).toBe(0);
    const successor = await acme.addConnection();
    expect((await successor.put(`/Users/${ada}`, aUser('ada'))).status).toBe(200);
    expect(await member(ada)).toMatchObject({
      role: 'engineer',
      connection_id: expect.not.stringMatching(acme.connectionId) as string,
    });
  });

  it('leaves people to those who manage by hand', async () => {
    await remove('unmanage');
    expect(await member(ada)).toMatchObject({ active: true, manual_role: 'read_only', connection_id: null });
    expect(await entries('member.unmanaged')).toHaveLength(1);
    expect(await entries('connection.removed')).toEqual([
      { details: { members: 'unmanage', active: 1, deactivated: 0 } },
    ]);
  });

  it('deactivates all, and nobody else, whatever their number', async () => {
    await acme.addCrowd(MANY);
    const browser = await acme.signIn(ada);
    await remove('deactivate');
    expect(await browser.knock()).toBe(401);
    expect(await member(ada)).toMatchObject({ active: false, connection_id: null });
    expect(await member(grace)).toMatchObject({ active: true });
    expect(await count('SELECT count(*) FROM members WHERE organization_id = $1 AND active AND NOT recovery')).toBe(1);
    expect(await count('SELECT sum(seated) AS count FROM member_counts WHERE organization_id = $1')).toBe(1);
    expect(
      await count(`
      SELECT count(*) FROM audit_entries WHERE organization_id = $1 AND action = 'member.deactivated'`),
    ).toBe(MANY + 1);
    expect(await count('SELECT count(*) FROM offboardings WHERE organization_id = $1 AND cut_at IS NOT NULL')).toBe(
      MANY + 1,
    );
  });

  it('lets an administrator decide later about people who were kept', async () => {
    await remove('keep');
    await remove('deactivate');
    expect(await member(ada)).toMatchObject({ active: false, connection_id: null });
    await expect(remove('deactivate')).rejects.toThrow('keeps nobody');
  });

  it('is not for another organization', async () => {
    const other = new Organization(app, await app.found());
    const elsewhere = { organizationId: other.id, connectionId: acme.connectionId };
    const removal = app.application.get(ConnectionRemovalService, { strict: false });
    await expect(removal.remove(elsewhere, 'deactivate', ADMINISTRATOR)).rejects.toThrow('No connection');
    expect(await member(ada)).toMatchObject({ active: true });
  });

  it('has the last word over requests that it overtook', async () => {
    const { name } = await acme.connection();
    const caller = {
      ...{ organizationId: acme.id, connectionId: acme.connectionId, connectionName: name },
      ...({ adopts: true, strict: false, tokenId: 'token', access: 'write', requestId: 'overtaken' } as const),
    };
    const directory = app.application.get<MemberDirectory>(UserDirectory, { strict: false });
    const transactions = app.application.get(Transactions);
    await remove('deactivate');
    const attributes = { userName: 'late@acme.test', active: true };
    await expect(directory.create({ caller, tx: transactions.single }, attributes)).rejects.toThrow('was removed');
    const reviving = transactions.run(async (tx) => {
      const current = await directory.lock({ caller, tx }, ada);
      return directory.replace({ caller, tx }, current!, { ...current!.attributes, active: true });
    });
    await expect(reviving).rejects.toThrow('was removed');
    expect(await member(ada)).toMatchObject({ active: false, connection_id: null });
  });
});
