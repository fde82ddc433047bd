import { aGroup, expectRefusal, membersOf, patchOf, replace, RULEFORGE } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { mapRoles } from './support/role-rules.js';
import { onEachAdapter } from './support/road.js';
import type { Document } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  let ada: Document;
  let crew: Document;
  let leads: Document;
  beforeEach(async () => {
    acme = await road.anOrganization();
    ada = await acme.addUser('ada');
    [crew, leads] = [await acme.addGroup('Crew'), await acme.addGroup('Leads')];
  });

  const join = ({ id }: Document, ...users: readonly { readonly id: string }[]) =>
    acme.scim.patch(`/Groups/${id}`, patchOf({ op: 'add', path: 'members', value: membersOf(...users) }));
  const leave = ({ id }: Document, user: Document) =>
    acme.scim.patch(`/Groups/${id}`, patchOf({ op: 'remove', path: `members[value eq "${user.id}"]` }));

  /** As the directory sees it. */
  const roleOf = async ({ id }: Pick<Document, 'id'>) =>
    ((await acme.scim.get(`/Users/${id}`)).body[RULEFORGE] as { readonly role: string }).role;

  /** The reasons for which roles changed, the first one first. */
  const changesOf = async ({ id }: Document) =>
    (await acme.audit(id))
      .filter(({ action }) => action === 'member.role_changed')
      .map(({ details }) => details)
      .reverse();

  it('gives the role of a group from the answer on, and takes it away again', async () => {
    await mapRoles(acme, [{ group: crew.id, role: 'engineer' }]);
    const browser = await acme.signIn(ada.id);
    const role = async () => (await browser.read<{ role: { key: string } }>('/me')).role.key;
    await join(crew, ada);
    expect([await roleOf(ada), await role()]).toEqual(['engineer', 'engineer']);
    await leave(crew, ada);
    expect([await roleOf(ada), await role()]).toEqual(['read_only', 'read_only']);
    expect(await changesOf(ada)).toEqual([
      { role: { from: 'read_only', to: 'engineer' }, reason: 'group', group: { id: crew.id, name: 'Crew' } },
      { role: { from: 'engineer', to: 'read_only' }, reason: 'default' },
    ]);
    const [entry] = await acme.audit(ada.id);
    const [logged] = (await acme.activity()).filter(({ operation }) => operation === 'Groups.patch');
    expect(entry).toMatchObject({
      actorKind: 'connection',
      actorId: acme.connectionId,
      requestId: logged!['request_id'],
    });
  });

  it.each<[string, (group: Document) => Promise<unknown>]>([
    ['a PUT', ({ id }) => acme.scim.put(`/Groups/${id}`, aGroup('Crew', ada))],
    ['a PATCH that replaces', ({ id }) => acme.scim.patch(`/Groups/${id}`, replace('members', membersOf(ada)))],
    ['a PATCH that renames too', ({ id }) => acme.scim.patch(`/Groups/${id}`, replaceAll('Staff', ada))],
    [
      'a PATCH of a version',
      ({ id }) => acme.scim.patch(`/Groups/${id}`, replaceAll('Crew', ada), { 'if-match': '*' }),
    ],
  ])('gives it whichever way somebody comes: by %s', async (_, come) => {
    await mapRoles(acme, [{ group: crew.id, role: 'engineer' }]);
    await come(crew);
    expect(await roleOf(ada)).toBe('engineer');
    await acme.scim.put(`/Groups/${crew.id}`, aGroup('Crew'));
    expect(await roleOf(ada)).toBe('read_only');
  });

  const replaceAll = (displayName: string, ...users: Document[]) =>
    patchOf({ op: 'replace', value: { displayName, members: membersOf(...users) } });

  it('of several groups, the first in the order of the administrator decides, not the greatest', async () => {
    await join(crew, ada);
    await join(leads, ada);
    await mapRoles(acme, [
      { group: crew.id, role: 'engineer' },
      { group: leads.id, role: 'security_content_lead' },
    ]);
    expect(await roleOf(ada)).toBe('engineer');
    await mapRoles(acme, [
      { group: leads.id, role: 'security_content_lead' },
      { group: crew.id, role: 'engineer' },
    ]);
    expect(await roleOf(ada)).toBe('security_content_lead');
    await leave(leads, ada);
    expect(await roleOf(ada)).toBe('engineer');
  });

  it('gives the default of the connection to whom no group gives one, newcomers among them', async () => {
    await mapRoles(acme, [{ group: crew.id, role: 'engineer' }], 'reviewer');
    const bob = await acme.addUser('bob');
    expect([await roleOf(ada), await roleOf(bob)]).toEqual(['reviewer', 'reviewer']);
    expect(await changesOf(ada)).toEqual([{ role: { from: 'read_only', to: 'reviewer' }, reason: 'default' }]);
  });

  it('goes on deciding while somebody is deactivated, who comes back with the role of today', async () => {
    await mapRoles(acme, [
      { group: leads.id, role: 'security_content_lead' },
      { group: crew.id, role: 'engineer' },
    ]);
    await join(crew, ada);
    await acme.scim.patch(`/Users/${ada.id}`, replace('active', false));
    await join(leads, ada);
    await leave(crew, ada);
    await acme.scim.patch(`/Users/${ada.id}`, replace('active', true));
    expect(await roleOf(ada)).toBe('security_content_lead');
  });

  it('loses its mapping with the group, whose members get what is left', async () => {
    await mapRoles(acme, [{ group: crew.id, role: 'engineer' }]);
    await join(crew, ada);
    await acme.scim.delete(`/Groups/${crew.id}`);
    expect(await roleOf(ada)).toBe('read_only');
    expect((await acme.audit(crew.id)).map(({ action }) => action)).toContain('role_mapping.removed');
    await acme.addGroup('Crew', [ada]);
    expect(await roleOf(ada)).toBe('read_only');
  });

  it('neither gives nor takes a role when a group is renamed', async () => {
    await mapRoles(acme, [
      { group: crew.id, role: 'engineer' },
      { group: { by: 'name', value: 'Reviewers' }, role: 'reviewer' },
    ]);
    const bob = await acme.addUser('bob');
    await join(crew, ada);
    await join(leads, bob);
    await acme.scim.patch(`/Groups/${crew.id}`, replace('displayName', 'Anything'));
    await acme.scim.patch(`/Groups/${leads.id}`, replace('displayName', 'Reviewers'));
    expect([await roleOf(ada), await roleOf(bob)]).toEqual(['engineer', 'read_only']);
  });

  it('is pinned on arrival where it was prepared, by externalId or by the exact name', async () => {
    await mapRoles(acme, [
      { group: { by: 'externalId', value: 'x-1' }, role: 'administrator' },
      { group: { by: 'name', value: 'Reviewers' }, role: 'reviewer' },
    ]);
    const [bob, cyd] = [await acme.addUser('bob'), await acme.addUser('cyd')];
    await acme.addGroup('reviewers ', [cyd]);
    const reviewers = await acme.addGroup('Reviewers', [bob]);
    const root = await acme.addGroup('Root', [ada], { externalId: 'x-1' });
    expect([await roleOf(ada), await roleOf(bob), await roleOf(cyd)]).toEqual([
      'administrator',
      'reviewer',
      'read_only',
    ]);
    for (const { id } of [reviewers, root])
      expect((await acme.audit(id)).map(({ action }) => action)).toContain('role_mapping.pinned');
    await acme.scim.delete(`/Groups/${reviewers.id}`);
    await acme.addGroup('Reviewers', [bob]);
    expect(await roleOf(bob)).toBe('read_only');
  });

  it('reaches somebody who was here before only when the directory takes that member over', async () => {
    await mapRoles(acme, [{ group: crew.id, role: 'reviewer' }]);
    const zoe = { id: await acme.addByHand(`zoe-${acme.id}@acme.test`) };
    await join(crew, zoe);
    expect(await roleOf(zoe)).toBe('engineer');
    await acme.scim.patch(`/Users/${zoe.id}`, replace('externalId', 'hr-1'));
    expect(await roleOf(zoe)).toBe('reviewer');
    await leave(crew, zoe as Document);
    expect(await roleOf(zoe)).toBe('engineer');
  });

  it('cannot be changed by hand, and says which group it comes from', async () => {
    await mapRoles(acme, [{ group: crew.id, role: 'engineer' }]);
    await join(crew, ada);
    const administrator = await acme.signIn(await acme.recoveryId());
    const change = () => administrator.send('POST', `/members/${ada.id}/role`, { role: 'reviewer' });
    const refused = await change();
    expect([refused.status, await refused.json()]).toMatchObject([409, { message: expect.stringContaining('"Crew"') }]);
    expect(await roleOf(ada)).toBe('engineer');
    const { members } = await administrator.read<{ members: readonly Document[] }>('/members?search=ada');
    expect(members).toMatchObject([{ role: 'engineer', roleGroup: { id: crew.id, name: 'Crew' } }]);
    await leave(crew, ada);
    expect((await change()).status).toBe(204);
    expect(await roleOf(ada)).toBe('reviewer');
  });

  it('gives roles in projects beside the role in the organization: those of all groups', async () => {
    const administrator = await acme.signIn(await acme.recoveryId());
    const { id: project } = await administrator.write<Document>('POST', '/projects', { name: 'Cloud' });
    await mapRoles(acme, [
      { group: crew.id, role: 'reviewer', projectId: project },
      { group: leads.id, role: 'engineer', projectId: project },
      { group: leads.id, role: 'security_content_lead' },
    ]);
    await join(crew, ada);
    await join(leads, ada);
    const shown = async () => (await acme.scim.get(`/Users/${ada.id}`)).body[RULEFORGE];
    expect(await shown()).toMatchObject({
      role: 'security_content_lead',
      projectRoles: [
        { project, role: 'engineer' },
        { project, role: 'reviewer' },
      ],
    });
    await leave(leads, ada);
    expect(await shown()).toMatchObject({ role: 'read_only', projectRoles: [{ project, role: 'reviewer' }] });
    expect((await acme.audit(ada.id)).map(({ action }) => action)).toContain('member.project_roles_changed');
  });

  it('makes nobody anything by what else a directory says', async () => {
    await acme.scim.patch(
      `/Users/${ada.id}`,
      patchOf({ op: 'add', value: { roles: [{ value: 'administrator' }], userType: 'administrator' } }),
    );
    await acme.addGroup('Administrators', [ada]);
    await acme.addGroup('administrator', [ada]);
    expect(await roleOf(ada)).toBe('read_only');
    expect(await changesOf(ada)).toEqual([]);
  });

  it('never reaches the recovery administrator', async () => {
    await mapRoles(acme, [{ group: crew.id, role: 'read_only' }], 'read_only');
    const recovery = { id: await acme.recoveryId() };
    const stored = async () => ({ ...(await acme.row(recovery.id)), last_sign_in_at: null });
    const before = await stored();
    expectRefusal(await join(crew, recovery), 400, 'invalidValue');
    await acme.query('INSERT INTO scim_group_members (organization_id, group_id, user_id) VALUES ($1, $2, $3)', [
      acme.id,
      crew.id,
      recovery.id,
    ]);
    await join(crew, ada);
    await mapRoles(acme, [{ group: crew.id, role: 'reviewer' }], 'engineer');
    expect(await roleOf(ada)).toBe('reviewer');
    expect(await stored()).toEqual(before);
  });

  it.each<[string, () => ReturnType<typeof leave>]>([
    ['PATCH', () => leave(crew, ada)],
    ['PUT', () => acme.scim.put(`/Groups/${crew.id}`, aGroup('Staff'))],
    ['DELETE', () => acme.scim.delete(`/Groups/${crew.id}`)],
  ])('refuses a %s that leaves no administrator, and changes nothing', async (_, take) => {
    await mapRoles(acme, [{ group: crew.id, role: 'administrator' }]);
    await join(crew, ada);
    await acme.query(`UPDATE members SET role = 'engineer' WHERE organization_id = $1 AND recovery`, [acme.id]);
    const before = await acme.state();
    const answer = await take();
    expectRefusal(answer, 403);
    expect(answer.body['detail']).toMatch(/keeps one active Administrator/);
    expect(await acme.state()).toEqual(before);
    expect(await roleOf(ada)).toBe('administrator');
  });
});
