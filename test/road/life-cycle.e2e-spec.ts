import { aUser, expectRefusal, patchOf, replace } from './support/documents.js';
import { onEachAdapter } from './support/road.js';

onEachAdapter((road) => {
  it('takes a person from the first day to the last, and tells it all to the administrator and the audit log', async () => {
    const acme = await road.anOrganization();
    const administrator = await acme.signIn(await acme.recoveryId());
    const shown = async () => {
      const { members } = await administrator.read<{ members: readonly { recovery: boolean }[] }>('/members');
      return members.filter(({ recovery }) => !recovery);
    };

    const { id } = await acme.addUser('ada');
    expect(await shown()).toMatchObject([
      { id, name: 'ada Lovelace', email: 'ada@acme.test', active: true, role: 'read_only' },
    ]);
    expect((await acme.scim.list({ filter: 'userName eq "Ada@acme.test"' })).body.Resources).toMatchObject([{ id }]);

    const married = { displayName: 'Ada King', emails: [{ value: 'ada.king@acme.test', type: 'work', primary: true }] };
    await acme.scim.put(`/Users/${id}`, aUser('ada.king', married));
    await acme.scim.patch(`/Users/${id}`, patchOf({ op: 'add', value: { title: 'Head' } }));
    expect(await shown()).toMatchObject([{ name: 'Ada King', email: 'ada.king@acme.test', active: true }]);

    await acme.scim.patch(`/Users/${id}`, replace('active', false));
    expect(await shown()).toMatchObject([{ name: 'Ada King', active: false }]);
    await acme.scim.patch(`/Users/${id}`, replace('active', true));
    expect(await shown()).toMatchObject([{ name: 'Ada King', active: true }]);

    await acme.scim.delete(`/Users/${id}`);
    expect(await shown()).toEqual([]);
    expectRefusal(await acme.scim.get(`/Users/${id}`), 404);
    const told = ['provisioned', 'updated', 'updated', 'deactivated', 'reactivated', 'removed'];
    expect((await acme.audit(id)).map(({ action }) => action).reverse()).toEqual(told.map((verb) => `member.${verb}`));
    const { entries } = await administrator.read<{ entries: readonly object[] }>('/audit');
    expect(entries[0]).toMatchObject({ action: 'member.removed', actorKind: 'connection', subjectId: id });
  });
});
