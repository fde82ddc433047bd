import { aUser, expectRefusal, replace } from './support/documents.js';
import { onEachAdapter } from './support/road.js';

onEachAdapter((road) => {
  const anAccount = (email: string, token: string) =>
    fetch(`${road.app.url}/api/v1/invitations/accept`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, name: email, password: 'correct horse battery' }),
    });

  describe('seats', () => {
    it('are refused when the plan is full, by POST and by reactivation, and freed by deactivation', async () => {
      const acme = await road.anOrganization({ seats: 2 });
      const [ada, bob] = [await acme.addUser('ada'), await acme.addUser('bob')];
      const before = await acme.state();
      expectRefusal(await acme.scim.post('/Users', aUser('cleo')), 403);
      expect(await acme.state()).toEqual(before);

      expect((await acme.scim.patch(`/Users/${ada.id}`, replace('active', false))).status).toBe(200);
      expect((await acme.scim.post('/Users', aUser('cleo'))).status).toBe(201);
      expectRefusal(await acme.scim.patch(`/Users/${ada.id}`, replace('active', true)), 403);
      expect(await acme.row(ada.id)).toMatchObject({ active: false });

      expect((await acme.scim.delete(`/Users/${bob.id}`)).status).toBe(204);
      expect((await acme.scim.patch(`/Users/${ada.id}`, replace('active', true))).status).toBe(200);
    });

    it('are not needed by people who are created inactive', async () => {
      const acme = await road.anOrganization({ seats: 1 });
      await acme.addUser('ada');
      expect((await acme.scim.post('/Users', aUser('bob', { active: false }))).status).toBe(201);
    });

    it('go to as many as there are when more ask at once', async () => {
      const acme = await road.anOrganization({ seats: 3 });
      const names = Array.from({ length: 10 }, (_, index) => `person-${index}`);
      const answers = await Promise.all(names.map((name) => acme.scim.post('/Users', aUser(name))));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(3);
      for (const answer of answers.filter(({ status }) => status !== 201)) expectRefusal(answer, 403);
    });
  });

  describe('a pending invitation', () => {
    const stateOf = 'SELECT state, member_id AS "memberId" FROM invitations WHERE organization_id = $1';

    it('is settled when the directory creates its person, and opens nothing any more', async () => {
      const acme = await road.anOrganization();
      const { token } = await acme.invite('Ada@acme.test');
      const { id } = await acme.addUser('ada');
      expect(await acme.query(stateOf, [acme.id])).toEqual([{ state: 'linked', memberId: id }]);
      expect((await anAccount('ada@acme.test', token)).status).toBeGreaterThanOrEqual(400);
      expect(await acme.row(id)).toMatchObject({ role: 'read_only' });
    });

    it('never brings back a person who was deactivated or deleted', async () => {
      const acme = await road.anOrganization();
      const { token } = await acme.invite('ada@acme.test');
      const { id } = await acme.addUser('ada');
      await acme.scim.patch(`/Users/${id}`, replace('active', false));
      expect((await anAccount('ada@acme.test', token)).status).toBeGreaterThanOrEqual(400);
      await acme.scim.delete(`/Users/${id}`);
      expect((await anAccount('ada@acme.test', token)).status).toBeGreaterThanOrEqual(400);
      expect((await acme.scim.get('/Users')).body.totalResults).toBe(0);
      expect(await acme.row(id)).toMatchObject({ active: false });
    });

    it('leaves the address of somebody else alone', async () => {
      const acme = await road.anOrganization();
      await acme.invite('bob@acme.test');
      await acme.addUser('ada');
      expect(await acme.query(stateOf, [acme.id])).toEqual([{ state: 'pending', memberId: null }]);
    });
  });
});
