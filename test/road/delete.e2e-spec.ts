import { aUser, expectRefusal, replace } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });

  it('deletes a person: answer, row and audit entry', async () => {
    const { id } = await acme.addUser('ada');
    const { status, text, headers } = await acme.scim.delete(`/Users/${id}`);
    expect({ status, text, type: headers.get('content-type') }).toEqual({ status: 204, text: '', type: null });
    expect(await acme.row(id)).toMatchObject({
      active: false,
      removed_at: expect.any(Date),
      user_name: 'ada@acme.test',
    });
    expect(await acme.audit(id)).toMatchObject([
      { action: 'member.removed', actorKind: 'connection', actorId: acme.connectionId, subjectName: 'ada Lovelace' },
      { action: 'member.provisioned' },
    ]);
  });

  it('answers 404 to everything about the deleted, and shows them in no query', async () => {
    const { id } = await acme.addUser('gone', { externalId: 'hr-gone' });
    await acme.scim.delete(`/Users/${id}`);
    expectRefusal(await acme.scim.get(`/Users/${id}`), 404);
    expectRefusal(await acme.scim.put(`/Users/${id}`, aUser('gone')), 404);
    expectRefusal(await acme.scim.patch(`/Users/${id}`, replace('active', true)), 404);
    expectRefusal(await acme.scim.delete(`/Users/${id}`), 404);
    const filters = ['userName eq "gone@acme.test"', 'externalId eq "hr-gone"', `id eq "${id}"`, 'userName sw "gone"'];
    for (const filter of filters) expect((await acme.scim.list({ filter })).body.totalResults).toBe(0);
    const { body } = await acme.scim.get('/Users');
    expect(body.Resources.map((user) => user.id)).not.toContain(id);
  });

  it('gives userName and externalId free: whoever comes next is somebody else', async () => {
    const first = await acme.addUser('phoenix', { externalId: 'hr-phoenix' });
    await acme.scim.delete(`/Users/${first.id}`);
    const second = await acme.addUser('phoenix', { externalId: 'hr-phoenix' });
    expect(second.id).not.toBe(first.id);
    expect(second.meta.version).toBe('W/"1"');
    expectRefusal(await acme.scim.get(`/Users/${first.id}`), 404);
  });

  it('deletes once when it is asked twice at the same moment', async () => {
    const { id } = await acme.addUser('twice');
    const answers = await Promise.all([acme.scim.delete(`/Users/${id}`), acme.scim.delete(`/Users/${id}`)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404]);
    expect((await acme.audit(id)).filter(({ action }) => action === 'member.removed')).toHaveLength(1);
  });
});
