import { aUser, expectRefusal, replace, RULEFORGE } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

onEachAdapter((road) => {
  describe('a member who was there before the directory', () => {
    let acme: Organization;
    let id: string;
    let email: string;
    let made = 0;
    beforeEach(async () => {
      acme = await road.anOrganization();
      // An account that somebody has already cannot be given a password by an administrator.
      email = `ada-${++made}@acme.test`;
      id = await acme.addByHand(email);
    });

    it('is listed, found and read', async () => {
      const { body } = await acme.scim.get(`/Users/${id}`);
      expect(body).toMatchObject({ id, userName: email, active: true, emails: [{ value: email }] });
      expect(body[RULEFORGE]).toEqual({ role: 'engineer' });
      for (const filter of [`userName eq "${email.toUpperCase()}"`, `emails.value eq "${email}"`, `id eq "${id}"`]) {
        expect((await acme.scim.list({ filter })).body.Resources).toEqual([body]);
      }
      expect((await acme.scim.get('/Users')).body.Resources).toEqual([body]);
    });

    it.each([
      ['userName', () => ({ userName: email.toUpperCase() })],
      ['address', () => ({ userName: 'somebody', emails: [{ value: email, type: 'work', primary: true }] })],
    ])('is not created again by %s', async (_, attributes) => {
      const before = await acme.state();
      expectRefusal(await acme.scim.post('/Users', attributes()), 409, 'uniqueness');
      expect(await acme.state()).toEqual(before);
    });

    it.each([
      ['PATCH', () => acme.scim.patch(`/Users/${id}`, replace('externalId', 'hr-1'))],
      ['PUT', () => acme.scim.put(`/Users/${id}`, { userName: email, externalId: 'hr-1' })],
      ['PATCH that changes nothing else', () => acme.scim.patch(`/Users/${id}`, replace('active', true))],
    ])('is adopted by the first %s, keeping the role', async (_, write) => {
      const { status, body } = await write();
      expect({ status, body }).toMatchObject({
        status: 200,
        body: { id, [RULEFORGE]: { role: 'engineer', managedBy: acme.connectionId } },
      });
      expect(await acme.row(id)).toMatchObject({ connection_id: acme.connectionId, role: 'engineer' });
      expect((await acme.audit(id))[0]).toMatchObject({ action: 'member.adopted', actorId: acme.connectionId });
    });

    it('is adopted and cut off by one PATCH', async () => {
      const browser = await acme.signIn(id);
      const { status, body } = await acme.scim.patch(`/Users/${id}`, replace('active', false));
      expect({ status, body }).toMatchObject({ status: 200, body: { active: false } });
      expect(await browser.knock()).toBe(401);
      const actions = (await acme.audit(id)).map(({ action }) => action);
      expect(actions.slice(0, 2).sort()).toEqual(['member.adopted', 'member.deactivated']);
    });

    it('is not deleted by a directory that never managed it', async () => {
      const before = await acme.state();
      expectRefusal(await acme.scim.delete(`/Users/${id}`), 403);
      expect(await acme.state()).toEqual(before);
    });

    it('is deleted by a directory that adopted it', async () => {
      await acme.scim.patch(`/Users/${id}`, replace('externalId', 'hr-1'));
      expect((await acme.scim.delete(`/Users/${id}`)).status).toBe(204);
    });

    it('is only read where adoption is off', async () => {
      await acme.setConnection('adopts = false');
      const before = await acme.state();
      expectRefusal(await acme.scim.patch(`/Users/${id}`, replace('externalId', 'hr-1')), 403);
      expectRefusal(await acme.scim.patch(`/Users/${id}`, replace('active', false)), 403);
      expectRefusal(await acme.scim.put(`/Users/${id}`, { userName: email }), 403);
      expectRefusal(await acme.scim.delete(`/Users/${id}`), 403);
      expect((await acme.scim.get(`/Users/${id}`)).status).toBe(200);
      expect(await acme.state()).toEqual(before);
    });
  });

  describe('a member of another connection of the organization', () => {
    it('is read without its externalId, and not written', async () => {
      const acme = await road.anOrganization();
      const { id } = await acme.addUser('ada', { externalId: 'hr-1' });
      const second = await acme.addConnection();
      const { body } = await second.get(`/Users/${id}`);
      expect(body).toMatchObject({ id, [RULEFORGE]: { managedBy: acme.connectionId } });
      expect(body).not.toHaveProperty('externalId');
      expect((await second.list({ filter: 'externalId eq "hr-1"' })).body.totalResults).toBe(0);
      const before = await acme.state();
      expectRefusal(await second.patch(`/Users/${id}`, replace('active', false)), 403);
      expectRefusal(await second.put(`/Users/${id}`, aUser('ada', { title: 'T' })), 403);
      expectRefusal(await second.delete(`/Users/${id}`), 403);
      expectRefusal(await second.post('/Users', aUser('ADA')), 409, 'uniqueness');
      expect(await acme.state()).toEqual(before);
    });
  });

  describe('the recovery administrator', () => {
    let acme: Organization;
    beforeAll(async () => {
      acme = await road.anOrganization();
    });

    it('does not exist for the directory', async () => {
      const { admin } = acme.founded;
      expect((await acme.scim.get('/Users')).body.totalResults).toBe(0);
      const id = await acme.recoveryId();
      for (const filter of [`userName eq "${admin.email}"`, `emails.value eq "${admin.email}"`, `id eq "${id}"`]) {
        expect((await acme.scim.list({ filter })).body.totalResults).toBe(0);
      }
      const before = await acme.state();
      expectRefusal(await acme.scim.get(`/Users/${id}`), 404);
      expectRefusal(await acme.scim.patch(`/Users/${id}`, replace('active', false)), 404);
      expectRefusal(await acme.scim.delete(`/Users/${id}`), 404);
      expect(await acme.state()).toEqual(before);
    });

    it('keeps userName and address to itself, also from people who change theirs', async () => {
      const { email: reserved } = acme.founded.admin;
      const { id } = await acme.addUser('ada');
      const before = await acme.state();
      const emails = [{ value: reserved.toUpperCase(), type: 'work', primary: true }];
      expectRefusal(await acme.scim.post('/Users', { userName: reserved.toUpperCase() }), 409, 'uniqueness');
      expectRefusal(await acme.scim.post('/Users', aUser('bob', { emails })), 409, 'uniqueness');
      expectRefusal(await acme.scim.patch(`/Users/${id}`, replace('userName', reserved)), 409, 'uniqueness');
      expectRefusal(await acme.scim.patch(`/Users/${id}`, replace('emails', emails)), 409, 'uniqueness');
      expect(await acme.state()).toEqual(before);
    });

    it('lets the directory deactivate every other administrator, down to the last', async () => {
      const users = [await acme.addUser('first'), await acme.addUser('second')];
      await acme.query(`UPDATE members SET role = 'administrator' WHERE organization_id = $1`, [acme.id]);
      for (const { id } of users) {
        expect((await acme.scim.patch(`/Users/${id}`, replace('active', false))).status).toBe(200);
      }
    });
  });
});
