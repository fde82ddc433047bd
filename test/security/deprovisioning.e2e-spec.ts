import { act, asAdministrator, isIn, PASSWORD, type Session, signIn } from './support/people.js';
import { startSecondProcess } from './support/second-process.js';
import type { Answer } from './support/send.js';
import { patchOf, type Refusal, Target } from './support/target.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';

interface Person {
  readonly id: string;
  readonly email: string;
  readonly session: Session;
  readonly apiKey: string;
}

describe('somebody whose access was cut', () => {
  let acme: Target;
  let administrator: Session;
  let second: Awaited<ReturnType<typeof startSecondProcess>>;
  let count = 0;
  beforeAll(async () => {
    acme = await Target.start();
    second = await startSecondProcess(acme.app);
    administrator = await asAdministrator(acme);
  });
  afterAll(async () => {
    await second.stop();
    await acme.stop();
  });

  /** Somebody with a session and an API key. */
  async function aPerson(): Promise<Person> {
    const email = `person-${++count}@acme.test`;
    const wish = { email, name: `Person ${count}`, password: PASSWORD, role: 'engineer' };
    const { body } = await act(acme, administrator, '/members', wish);
    const session = (await signIn(acme, email, PASSWORD)) as Session;
    const key = await act(acme, session, '/api-keys', { name: 'ci' });
    return { id: body.id, email, session, apiKey: key.body.value };
  }

  /** By which of the credentials, and on which process, the person still gets in. */
  async function waysIn({ session: { cookie }, apiKey }: Person): Promise<readonly string[]> {
    const ways = [acme.app.url, second.url].flatMap<[origin: string, name: string, value: string]>((origin) => [
      [origin, 'Cookie', cookie],
      [origin, 'X-API-Key', apiKey],
      [origin, 'Authorization', `Bearer ${apiKey}`],
    ]);
    const open = await Promise.all(ways.map((way) => isIn(...way)));
    return ways.filter((_, index) => open[index]).map(([, name]) => name);
  }

  const CUTS: readonly (readonly [name: string, cut: (person: Person) => Promise<Answer>])[] = [
    ['PATCH with a path', ({ id }) => acme.patch(id, { op: 'replace', path: 'active', value: false })],
    ['PATCH without a path', ({ id }) => acme.patch(id, { op: 'replace', value: { active: false } })],
    ['PATCH with a URN', ({ id }) => acme.patch(id, { op: 'replace', path: `${CORE}:active`, value: false })],
    ['PATCH with a URN as key', ({ id }) => acme.patch(id, { op: 'add', value: { [`${CORE}:active`]: false } })],
    ['PATCH with "False"', ({ id }) => acme.patch(id, { op: 'Replace', path: 'active', value: 'False' })],
    ['PATCH with ACTIVE', ({ id }) => acme.patch(id, { op: 'ADD', path: 'ACTIVE', value: 'false' })],
    [
      'PATCH with more in it',
      ({ id }) => acme.patch(id, { op: 'replace', value: [{ active: false, title: 'Former' }] }),
    ],
    ['PUT', ({ id, email }) => acme.put(id, { userName: email, active: false })],
    ['PUT with "False"', ({ id, email }) => acme.put(id, { userName: email, Active: 'FALSE' })],
    [
      'DELETE',
      async ({ id }) => {
        await acme.patch(id, { op: 'add', path: 'title', value: 'Adopted' });
        return acme.delete(id);
      },
    ],
    ['the Members screen', ({ id }) => act(acme, administrator, `/members/${id}/deactivate`)],
  ];

  it.each(CUTS)('is out when the answer comes, on every process: by %s', async (_, cut) => {
    const person = await aPerson();
    expect(await waysIn(person)).toHaveLength(6);
    const { status } = await cut(person);
    expect([200, 204]).toContain(status);
    expect(await waysIn(person)).toEqual([]);
    const rows = (table: string) => acme.query(`SELECT FROM ${table} WHERE member_id = $1`, [person.id]);
    expect(await rows('sessions')).toEqual([]);
    expect(
      await acme.query('SELECT revoked_at IS NULL AS live FROM api_keys WHERE member_id = $1', [person.id]),
    ).toEqual([{ live: false }]);
    expect(await signIn(acme, person.email, PASSWORD)).toBe(401);
    expect(await rows('sessions')).toEqual([]);
  });

  it.each([0, 1, '0', 'no', 'yes', '', 'falsefalse', [], {}, [false, true], null])(
    'is not a matter of guessing: active = %j is refused where it means nothing',
    async (value) => {
      const refusal: Refusal = [400, 'invalidValue'];
      const path = `/Users/${acme.victim}`;
      await acme.refuses({ method: 'PATCH', path, body: patchOf({ op: 'replace', path: 'active', value }) }, refusal);
      await acme.refuses(
        { method: 'PATCH', path, body: patchOf({ op: 'replace', value: { active: value } }) },
        refusal,
      );
    },
  );

  it('cannot accept an invitation, neither one from before nor one from meanwhile', async () => {
    const email = 'guest@acme.test';
    const invite = () => act(acme, administrator, '/invitations', { email, role: 'administrator' });
    const accept = (token: string) =>
      act(acme, administrator, '/invitations/accept', { token, name: 'G', password: PASSWORD });
    const { body: early } = await invite();
    const { body: user } = await acme.post({ userName: email });
    expect(await accept(early.token)).toMatchObject({ status: 404 });
    expect(await invite()).toMatchObject({ status: 409 });
    await acme.patch(user.id, { op: 'replace', path: 'active', value: false });
    expect(await invite()).toMatchObject({ status: 409 });
    expect(await accept(early.token)).toMatchObject({ status: 404 });
    await acme.delete(user.id);
    expect(await accept(early.token)).toMatchObject({ status: 404 });
    expect(await acme.query('SELECT role, active FROM members WHERE user_name = $1', [email])).toEqual([
      { role: 'read_only', active: false },
    ]);
  });

  it('comes back with reactivation, and nothing that was open before does', async () => {
    const person = await aPerson();
    await acme.patch(person.id, { op: 'replace', path: 'active', value: false });
    const back = await acme.patch(person.id, { op: 'replace', path: 'active', value: 'True' });
    expect(back).toMatchObject({ status: 200, body: { active: true } });
    expect(await waysIn(person)).toEqual([]);
  });

  it('does not come back by the way', async () => {
    const { id, email } = await aPerson();
    await acme.patch(id, { op: 'replace', path: 'active', value: false });
    await acme.patch(id, { op: 'replace', path: 'title', value: 'Former' });
    await acme.patch(id, { op: 'add', value: { name: { givenName: 'For', familyName: 'Mer' } } });
    const { body } = await acme.put(id, { userName: email, displayName: 'Former' });
    expect(body).toMatchObject({ active: false, displayName: 'Former' });
    const administrators = await act(acme, administrator, `/members/${id}/reactivate`);
    expect([administrators.status, (await acme.get(`/Users/${id}`)).body.active]).toEqual([409, false]);
  });

  it('is gone after DELETE, once and for all', async () => {
    const { body: user } = await acme.post({ userName: 'gone@acme.test' });
    expect(await acme.delete(user.id)).toMatchObject({ status: 204, text: '' });
    for (const method of ['GET', 'DELETE', 'PUT', 'PATCH']) {
      const body =
        method === 'PUT' ? { userName: 'gone@acme.test' } : patchOf({ op: 'replace', value: { active: true } });
      await acme.refuses(
        { method, path: `/Users/${String(user.id)}`, ...(method.startsWith('P') ? { body } : {}) },
        [404],
      );
    }
    expect(await acme.found('userName eq "gone@acme.test"')).toEqual([]);
    const again = await acme.post({ userName: 'gone@acme.test' });
    expect([again.status, again.body.id === user.id]).toEqual([201, false]);
  });

  it('keeps what another organization has given', async () => {
    const globex = await Target.in(acme.app);
    const { email, session, apiKey } = await aPerson();
    const { body: twin } = await globex.post({ userName: email });
    await globex.patch(twin.id, { op: 'replace', path: 'active', value: false });
    await globex.delete(twin.id);
    expect(await isIn(acme.app.url, 'Cookie', session.cookie)).toBe(true);
    expect(await isIn(acme.app.url, 'X-API-Key', apiKey)).toBe(true);
    expect(await signIn(acme, email, PASSWORD)).toEqual({ cookie: expect.any(String) as string });
  });
});
