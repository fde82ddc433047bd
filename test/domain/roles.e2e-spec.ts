import { LastAdministrator, RoleFromGroup } from '../../src/members/member-errors.js';
import { Domain, OPERATOR } from './domain.js';
import { mapping, RoleOffice } from './role-office.js';

describe('roles from groups', () => {
  let domain: Domain;
  let office: RoleOffice;
  let ada: string;
  let bob: string;

  beforeAll(async () => {
    domain = await Domain.open();
  });
  afterAll(() => domain.close());
  beforeEach(async () => {
    office = await RoleOffice.open(await domain.anOrganization());
    ada = (await office.acme.provision('ada')).id;
    bob = (await office.acme.provision('bob')).id;
  });

  it('come and go with the membership, with revision and audit entry', async () => {
    const group = await office.create('Engineers');
    await office.map([mapping(group.id, 'engineer')]);
    await office.change(group.id, [ada]);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'engineer', roleGroupId: group.id, revision: 2 });
    await office.change(group.id, [bob], [ada]);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'read_only', roleGroupId: null, revision: 3 });
    const [ofBob, ofAda, first] = (await office.entries('member.role_changed')).sort((one, other) =>
      one.subjectName === other.subjectName ? 0 : one.subjectName < other.subjectName ? 1 : -1,
    );
    expect(first).toMatchObject({
      actorKind: 'connection',
      actorName: 'Okta',
      subjectId: ada,
      requestId: 'request-2',
      details: {
        role: { from: 'read_only', to: 'engineer' },
        reason: 'group',
        group: { id: group.id, name: 'Engineers' },
      },
    });
    expect(ofBob).toMatchObject({ subjectId: bob, details: { reason: 'group' } });
    expect(ofAda!.details).toEqual({ role: { from: 'engineer', to: 'read_only' }, reason: 'default' });
  });

  it("follow the administrator's order, and leave the revision when only another group decides", async () => {
    const [first, second] = [await office.create('First', [ada]), await office.create('Second', [ada])];
    await office.map([mapping(first.id, 'engineer'), mapping(second.id, 'reviewer')]);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'engineer', roleGroupId: first.id, revision: 2 });
    await office.map([mapping(second.id, 'engineer'), mapping(first.id, 'engineer')]);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'engineer', roleGroupId: second.id, revision: 2 });
  });

  it('cannot be changed by hand, and the refusal names the group', async () => {
    const group = await office.create('Engineers', [ada]);
    await office.changeRole(bob, 'reviewer');
    await office.map([mapping(group.id, 'engineer')]);
    await expect(office.changeRole(ada, 'reviewer')).rejects.toThrow(RoleFromGroup);
    await expect(office.changeRole(ada, 'reviewer')).rejects.toThrow('"Engineers"');
    expect((await domain.members.find(domain.tx, office.acme.id, ada))?.roleGroup).toEqual({
      id: group.id,
      name: 'Engineers',
    });
    await office.change(group.id, [bob]);
    await office.change(group.id, [], [bob]);
    expect(await office.rolesOf(bob)).toMatchObject({ role: 'reviewer', roleGroupId: null });
  });

  it('are not changed by a rename, and end with the group and its mappings', async () => {
    const group = await office.create('Engineers', [ada]);
    await office.map([mapping(group.id, 'engineer')]);
    await office.replace(group.id, 'Administrators', [ada]);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'engineer' });
    expect(await office.entries('group.renamed')).toMatchObject([
      { subjectId: group.id, details: { name: { from: 'Engineers', to: 'Administrators' } } },
    ]);
    await office.remove(group.id);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'read_only', roleGroupId: null });
    expect((await office.list()).mappings).toEqual([]);
    expect(await office.entries('role_mapping.removed')).toMatchObject([{ subjectId: group.id }]);
    expect(await office.entries('group.deleted')).toHaveLength(1);
  });

  it('go on being computed while a member is deactivated', async () => {
    const group = await office.create('Engineers');
    await office.map([mapping(group.id, 'engineer')]);
    await office.acme.change(ada, (before) => ({ ...before, active: false }));
    await office.change(group.id, [ada]);
    await office.acme.change(ada, (before) => ({ ...before, active: true }));
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'engineer' });
  });

  it('concern only whom the connection manages, and begin with adoption', async () => {
    const cyd = await office.acme.addByHand('cyd@acme.test', 'reviewer');
    const group = await office.create('Engineers', [cyd]);
    await office.map([mapping(group.id, 'engineer')]);
    expect(await office.rolesOf(cyd)).toMatchObject({ role: 'reviewer', roleGroupId: null });
    await office.adopt(cyd);
    expect(await office.rolesOf(cyd)).toMatchObject({ role: 'engineer', roleGroupId: group.id });
    await office.remove(group.id);
    expect(await office.rolesOf(cyd)).toMatchObject({ role: 'reviewer' });
  });

  it('in projects are the union of what groups and hands give', async () => {
    const { id: cloud } = await office.addProject('Cloud');
    const { id: host } = await office.addProject('Host');
    const group = await office.create('Engineers', [ada]);
    await office.place(cloud, ada, 'reviewer');
    await office.map([
      mapping(group.id, 'engineer', { projectId: cloud }),
      mapping(group.id, 'reviewer', { projectId: cloud }),
      mapping(group.id, 'engineer', { projectId: host }),
    ]);
    const inCloud = ['engineer', 'reviewer'].map((role) => ({ project: cloud, role }));
    expect(await office.rolesOf(ada)).toMatchObject({
      role: 'read_only',
      projectRoles: [...inCloud, { project: host, role: 'engineer' }],
    });
    await office.change(group.id, [], [ada]);
    expect(await office.rolesOf(ada)).toMatchObject({ projectRoles: [{ project: cloud, role: 'reviewer' }] });
    await office.place(cloud, ada, undefined);
    expect(await office.rolesOf(ada)).toMatchObject({ projectRoles: [] });
    expect((await office.entries('member.project_roles_changed')).map(({ details }) => details['reason'])).toEqual([
      'manual',
      'group',
      'group',
      'manual',
    ]);
  });

  it('never take the last active administrator away, by a group or by a mapping', async () => {
    await domain.query(`UPDATE members SET active = FALSE WHERE organization_id = $1 AND recovery`, [office.acme.id]);
    const group = await office.create('Admins', [ada]);
    await office.map([mapping(group.id, 'administrator')]);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'administrator' });
    const refused = { status: 403, message: new LastAdministrator().message };
    await expect(office.change(group.id, [], [ada])).rejects.toMatchObject(refused);
    await expect(office.remove(group.id)).rejects.toMatchObject(refused);
    await expect(office.map([])).rejects.toThrow(LastAdministrator);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'administrator' });
    expect(await office.memberIds(group.id)).toEqual([ada]);
    await office.change(group.id, [bob]);
    await office.change(group.id, [], [ada]);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'read_only' });
  });

  it('never reach the recovery administrator', async () => {
    const [root] = await domain.query('SELECT id FROM members WHERE organization_id = $1 AND recovery', [
      office.acme.id,
    ]);
    const group = await office.create('Engineers');
    await office.map([mapping(group.id, 'engineer')]);
    // As if it had been a member of the group before it became the recovery administrator.
    await domain.query('INSERT INTO scim_group_members VALUES ($1, $2, $3)', [office.acme.id, group.id, root!['id']]);
    await domain.query('UPDATE members SET connection_id = $2 WHERE organization_id = $1 AND recovery', [
      office.acme.id,
      office.acme.connectionId,
    ]);
    await office.map([mapping(group.id, 'engineer')], 'engineer');
    expect(await office.rolesOf(String(root!['id']))).toMatchObject({ role: 'administrator', roleGroupId: null });
  });

  it('of ten thousand members change in one statement', async () => {
    const { acme } = office;
    await domain.query(
      `WITH account AS (INSERT INTO users (id, name) SELECT gen_random_uuid(), 'U' FROM generate_series(1, 10000) RETURNING id)
       INSERT INTO members (organization_id, id, user_id, connection_id, user_name, user_name_key, name, name_key, active, role)
       SELECT $1, uuid_v7(), id, $2, id, id, id, id, TRUE, 'read_only' FROM account`,
      [acme.id, acme.connectionId],
    );
    const rows = await domain.query('SELECT id FROM members WHERE organization_id = $1 AND NOT recovery', [acme.id]);
    const group = await office.create('Everybody');
    await office.map([mapping(group.id, 'engineer')]);
    await office.change(
      group.id,
      rows.map(({ id }) => String(id)),
    );
    const actor = { ...OPERATOR, requestId: 'again' };
    const count = `SELECT count(*)::int AS engineers FROM members WHERE organization_id = $1 AND role = 'engineer'`;
    expect(await domain.query(count, [acme.id])).toEqual([{ engineers: 10_002 }]);
    const entries = `SELECT count(*)::int AS entries FROM audit_entries WHERE organization_id = $1 AND action = 'member.role_changed'`;
    expect(await domain.query(entries, [acme.id])).toEqual([{ entries: 10_002 }]);
    await domain.transactions.run((tx) =>
      domain.roles.rulesChanged(tx, { organizationId: acme.id, connectionId: acme.connectionId }, actor),
    );
    expect(await domain.query(entries, [acme.id])).toEqual([{ entries: 10_002 }]);
  });
});
