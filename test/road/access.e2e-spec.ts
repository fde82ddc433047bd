import { aUser, ENTERPRISE, expectRefusal, patchOf, replace, USER } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Document } from './support/scim-client.js';

onEachAdapter((road) => {
  let acme: Organization;
  let made = 0;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });

  /** A person who is in, by session and by API key. */
  const somebody = async () => {
    const user = await acme.addUser(`person-${++made}`);
    const browser = await acme.signIn(user.id);
    const program = await browser.byApiKey();
    expect([await browser.knock(), await program.knock()]).toEqual([200, 200]);
    return { user, browser, program };
  };

  const patch = (user: Document, ...operations: readonly object[]) =>
    acme.scim.patch(`/Users/${user.id}`, patchOf(...operations));

  it.each([
    ['PATCH with a path', (user: Document) => patch(user, { op: 'replace', path: 'active', value: false })],
    ['PATCH without path', (user: Document) => patch(user, { op: 'replace', value: { active: false } })],
    [
      'PATCH with text for a boolean',
      (user: Document) => patch(user, { op: 'Replace', path: 'active', value: 'False' }),
    ],
    ['PATCH with a URN', (user: Document) => patch(user, { op: 'add', path: `${USER}:active`, value: false })],
    [
      'PATCH with a URN as key',
      (user: Document) => patch(user, { op: 'replace', value: { [`${USER}:active`]: 'false' } }),
    ],
    [
      'PATCH beside other changes',
      (user: Document) =>
        patch(
          user,
          { op: 'add', path: `${ENTERPRISE}:division`, value: 'D' },
          { op: 'replace', path: 'ACTIVE', value: false },
        ),
    ],
    ['PUT', (user: Document) => acme.scim.put(`/Users/${user.id}`, aUser(`person-${made}`, { active: false }))],
    [
      'PUT with text for a boolean',
      (user: Document) => acme.scim.put(`/Users/${user.id}`, { ...user, active: 'False' }),
    ],
  ])('cuts a person off on the next request by %s', async (_, deactivate) => {
    const { user, browser, program } = await somebody();
    const { status, body } = await deactivate(user);
    expect({ status, body }).toMatchObject({ status: 200, body: { id: user.id, active: false } });
    expect([await browser.knock(), await program.knock()]).toEqual([401, 401]);
    expect(await acme.row(user.id)).toMatchObject({ active: false, removed_at: null });
    const [latest] = (await acme.audit(user.id)).filter(({ action }) => action !== 'member.updated');
    expect(latest).toMatchObject({
      action: 'member.deactivated',
      actorKind: 'connection',
      actorId: acme.connectionId,
      details: { sessionsEnded: 1, apiKeysRevoked: 1, invitationsWithdrawn: 0 },
    });
  });

  it('cuts a person off on the next request by DELETE', async () => {
    const { user, browser, program } = await somebody();
    expect((await acme.scim.delete(`/Users/${user.id}`)).status).toBe(204);
    expect([await browser.knock(), await program.knock()]).toEqual([401, 401]);
    expect((await acme.audit(user.id))[0]).toMatchObject({
      action: 'member.removed',
      details: { sessionsEnded: 1, apiKeysRevoked: 1, invitationsWithdrawn: 0 },
    });
  });

  it('lets nobody in who is not active', async () => {
    const { id } = await acme.addUser('dormant', { active: false });
    expect(await (await acme.signIn(id)).knock()).toBe(401);
  });

  it('lets a person in again who is reactivated; what was open before stays shut', async () => {
    const { user, browser, program } = await somebody();
    await patch(user, { op: 'replace', path: 'active', value: false });
    const { status, body } = await patch(user, { op: 'replace', path: 'active', value: true });
    expect({ status, body }).toMatchObject({ status: 200, body: { id: user.id, active: true } });
    expect([await browser.knock(), await program.knock()]).toEqual([401, 401]);
    expect(await (await acme.signIn(user.id)).knock()).toBe(200);
    expect(await acme.row(user.id)).toMatchObject({ active: true });
    expect((await acme.audit(user.id))[0]).toMatchObject({ action: 'member.reactivated', actorId: acme.connectionId });
  });

  it('brings nobody back by a PUT that does not say active', async () => {
    const { user } = await somebody();
    await patch(user, { op: 'replace', path: 'active', value: false });
    const silent = { ...user, active: undefined, title: 'Leaver' };
    const { status, body } = await acme.scim.put(`/Users/${user.id}`, silent);
    expect({ status, body }).toMatchObject({ status: 200, body: { active: false, title: 'Leaver' } });
  });

  it('leaves a person in whose name changes', async () => {
    const { user, browser, program } = await somebody();
    await patch(user, { op: 'replace', path: 'displayName', value: 'Countess' });
    expect([await browser.knock(), await program.knock()]).toEqual([200, 200]);
  });

  it('deactivates nobody twice', async () => {
    const { user } = await somebody();
    await patch(user, { op: 'replace', path: 'active', value: false });
    const before = await acme.state();
    expect((await patch(user, { op: 'replace', path: 'active', value: false })).status).toBe(200);
    expect(await acme.state()).toEqual(before);
  });

  it('keeps a person in when the PATCH that deactivates fails', async () => {
    const { user, browser, program } = await somebody();
    const refused = await patch(
      user,
      { op: 'replace', path: 'active', value: false },
      { op: 'remove', path: 'userName' },
    );
    expectRefusal(refused, 400, 'mutability');
    expect([await browser.knock(), await program.knock()]).toEqual([200, 200]);
  });

  it('ends with nobody in, however sign-in and deactivation meet', async () => {
    const { id } = await acme.addUser('raced');
    const [, ...browsers] = await Promise.all([
      acme.scim.patch(`/Users/${id}`, replace('active', false)),
      ...Array.from({ length: 5 }, () => acme.signIn(id)),
    ]);
    for (const browser of browsers) expect(await browser.knock()).toBe(401);
  });
});
