import {
  AdministratorByName,
  AdministratorUnconfirmed,
  ConnectionNotFound,
  GroupNotFound,
  PreviewOutdated,
} from '../../src/provisioning/roles/role-mapping-errors.js';
import { Domain } from './domain.js';
import { mapping, RoleOffice } from './role-office.js';

describe('the rules of role mapping', () => {
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

  it('show who would gain, lose, become and cease to be administrator, and change nothing', async () => {
    const { id: cloud } = await office.addProject('Cloud');
    const [cyd, dan] = [(await office.acme.provision('cyd')).id, (await office.acme.provision('dan')).id];
    const admins = await office.create('Admins', [ada]);
    const leads = await office.create('Leads', [bob]);
    const team = await office.create('Team', [cyd, dan]);
    await office.map([mapping(admins.id, 'administrator'), mapping(leads.id, 'reviewer')]);
    const before = [await office.rolesOf(ada), await office.rolesOf(bob), await office.rolesOf(cyd)];
    const preview = await office.preview({
      defaultRole: 'read_only',
      mappings: [
        mapping(admins.id, 'engineer'),
        mapping(leads.id, 'administrator'),
        mapping(team.id, 'engineer', { projectId: cloud }),
      ],
    });
    expect(preview).toMatchObject({
      needsConfirmation: true,
      becomeAdministrator: {
        total: 1,
        members: [
          { id: bob, name: 'bob', from: 'reviewer', to: 'administrator', group: { id: leads.id, name: 'Leads' } },
        ],
      },
      ceaseAdministrator: { total: 1, members: [{ id: ada, from: 'administrator', to: 'engineer' }] },
      gain: { total: 0, members: [] },
      inProjects: {
        total: 2,
        members: [{ id: cyd }, { id: dan, projectRoles: { from: [], to: [{ project: cloud }] } }],
      },
    });
    const lower = await office.preview({ defaultRole: 'engineer', mappings: [mapping(leads.id, 'read_only')] });
    expect(lower).toMatchObject({
      needsConfirmation: false,
      ceaseAdministrator: { members: [{ id: ada, to: 'engineer', group: null }] },
      gain: { members: [{ id: cyd, group: null }, { id: dan }] },
      lose: { members: [{ id: bob, from: 'reviewer', to: 'read_only' }] },
    });
    expect([await office.rolesOf(ada), await office.rolesOf(bob), await office.rolesOf(cyd)]).toEqual(before);
    expect(await office.entries('role_mappings.changed')).toHaveLength(1);
  });

  it('apply as they were shown, or not at all', async () => {
    const group = await office.create('Engineers', [ada]);
    const rules = { defaultRole: 'read_only', mappings: [mapping(group.id, 'engineer')] } as const;
    const { token } = await office.preview(rules);
    await office.change(group.id, [bob]);
    await expect(office.apply(rules, token)).rejects.toThrow(PreviewOutdated);
    await expect(
      office.apply({ ...rules, defaultRole: 'reviewer' }, (await office.preview(rules)).token),
    ).rejects.toThrow(PreviewOutdated);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'read_only', revision: 1 });
    const fresh = await office.preview(rules);
    expect(await office.apply(rules, fresh.token)).toEqual(fresh);
    expect(await office.rolesOf(bob)).toMatchObject({ role: 'engineer' });
    await expect(office.apply(rules, fresh.token)).rejects.toThrow(PreviewOutdated);
    expect(await office.entries('role_mappings.changed')).toMatchObject([
      {
        actorKind: 'operator',
        subjectKind: 'connection',
        subjectName: 'Okta',
        details: { from: { defaultRole: 'read_only', mappings: [] }, to: rules },
      },
    ]);
    expect(await office.entries('member.role_changed')).toMatchObject([{ actorKind: 'operator' }, {}]);
  });

  it('make an administrator only when that is confirmed, once', async () => {
    const group = await office.create('Admins', [ada]);
    const rules = { defaultRole: 'read_only', mappings: [mapping(group.id, 'administrator')] } as const;
    const { token } = await office.preview(rules);
    await expect(office.apply(rules, token, false)).rejects.toThrow(AdministratorUnconfirmed);
    await office.apply(rules, token, true);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'administrator' });
    const more = { ...rules, mappings: [...rules.mappings, mapping('Others', 'engineer', { by: 'name' })] };
    await expect(office.apply(more, (await office.preview(more)).token, false)).resolves.toBeDefined();
  });

  it('never make an administrator by a name', async () => {
    const byName = mapping('Admins', 'administrator', { by: 'name' });
    await expect(office.map([byName])).rejects.toThrow(AdministratorByName);
    await office.create('Admins', [ada]);
    await expect(office.map([byName])).rejects.toThrow(AdministratorByName);
    await office.map([mapping('x-root', 'administrator', { by: 'externalId' })]);
    await office.create('Root', [bob], 'x-root');
    expect(await office.rolesOf(bob)).toMatchObject({ role: 'administrator' });
  });

  it('wait for a group that is prepared, and are pinned when it arrives, not when another is renamed', async () => {
    await office.map([mapping('Leads', 'reviewer', { by: 'name' }), mapping('x1', 'engineer', { by: 'externalId' })]);
    const near = await office.create('leads ', [ada]);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'read_only' });
    expect((await office.list()).mappings).toMatchObject([
      {
        group: { by: 'name', value: 'Leads' },
        pinned: null,
        nearMisses: [{ id: near.id, name: 'leads ', memberCount: 1, differs: ['blanks', 'case'] }],
      },
      { group: { by: 'externalId', value: 'x1' }, pinned: null, nearMisses: [] },
    ]);
    await office.replace(near.id, 'Leads', [ada]);
    expect(await office.rolesOf(ada)).toMatchObject({ role: 'read_only' });
    await office.replace(near.id, 'Others', [ada]);
    const [leads, engineers] = [await office.create('Leads', [ada]), await office.create('Anything', [bob], 'x1')];
    expect([await office.rolesOf(ada), await office.rolesOf(bob)]).toMatchObject([
      { role: 'reviewer', roleGroupId: leads.id },
      { role: 'engineer', roleGroupId: engineers.id },
    ]);
    expect(await office.entries('role_mapping.pinned')).toMatchObject([
      { subjectId: engineers.id, details: { role: 'engineer', preparedFor: 'x1' } },
      { subjectId: leads.id, details: { role: 'reviewer', preparedFor: 'Leads' } },
    ]);
  });

  it('are listed with the groups that mean nothing', async () => {
    const { id: cloud } = await office.addProject('Cloud');
    const group = await office.create('Engineers', [ada, bob]);
    await office.create('Sales', [ada]);
    await office.create('Support');
    await office.map([mapping(group.id, 'engineer', { projectId: cloud })], 'reviewer');
    expect(await office.list()).toEqual({
      defaultRole: 'reviewer',
      mappings: [
        {
          group: { by: 'id', value: group.id },
          pinned: { id: group.id, name: 'Engineers', memberCount: 2 },
          role: 'engineer',
          project: { id: cloud, name: 'Cloud' },
          nearMisses: [],
        },
      ],
      unmapped: {
        total: 2,
        groups: [
          expect.objectContaining({ name: 'Sales', memberCount: 1 }),
          expect.objectContaining({ name: 'Support', memberCount: 0 }),
        ],
      },
    });
    expect((await office.list('SUPP')).unmapped).toMatchObject({ total: 1, groups: [{ name: 'Support' }] });
  });

  it("know nothing of another organization's connection or groups", async () => {
    const other = await RoleOffice.open(await domain.anOrganization());
    const foreign = await other.create('Engineers');
    const { id } = office.acme;
    const rules = { defaultRole: 'read_only', mappings: [] } as const;
    for (const connectionId of [other.acme.connectionId, 'nobody', '', 'a\0b']) {
      await expect(domain.roleMappings.list(domain.tx, id, connectionId)).rejects.toThrow(ConnectionNotFound);
      await expect(domain.roleMappings.preview(domain.tx, id, connectionId, rules)).rejects.toThrow(ConnectionNotFound);
    }
    for (const groupId of [foreign.id, 'nobody']) {
      await expect(office.map([mapping(groupId, 'engineer')])).rejects.toThrow(GroupNotFound);
    }
  });
});
