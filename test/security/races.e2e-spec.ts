import { expectConservation } from './support/conservation.js';
import { act, asAdministrator, isIn, PASSWORD, type Session, signIn } from './support/people.js';
import { startSecondProcess } from './support/second-process.js';
import { type Answer, send } from './support/send.js';
import { patchOf, Target } from './support/target.js';

const times = <Result>(count: number, make: (index: number) => Result) =>
  Array.from({ length: count }, (_, at) => make(at));
const activate = (active: boolean) => ({ op: 'replace', path: 'active', value: active });

function tally(answers: readonly Answer[]): Readonly<Record<number, number>> {
  const counts: Record<number, number> = {};
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

describe('many at once', () => {
  let acme: Target;
  let administrator: Session;
  let second: Awaited<ReturnType<typeof startSecondProcess>>;
  beforeAll(async () => {
    acme = await Target.start();
    second = await startSecondProcess(acme.app);
    administrator = await asAdministrator(acme);
  });
  afterEach(() => expectConservation(acme));
  afterAll(async () => {
    await second.stop();
    await acme.stop();
  });

  /** By turns to one process and to the other. */
  function post(index: number, body: unknown): Promise<Answer> {
    if (index % 2 === 0) return acme.post(body);
    const { baseUrl, token } = acme.organization.scim;
    const headers = ['Authorization', `Bearer ${token}`, 'Content-Type', 'application/scim+json'];
    return send(second.url, { method: 'POST', path: `${new URL(baseUrl).pathname}/Users`, headers, body });
  }

  const provisioned = async (filter: string): Promise<readonly number[]> => {
    const ids = await acme.found(filter);
    const entries: { count: number }[] = await acme.query(
      `SELECT count(*)::int FROM audit_entries WHERE action = 'member.provisioned' AND subject_id = ANY($1)`,
      [ids],
    );
    return [ids.length, entries[0]!.count];
  };

  it('create one person, once', async () => {
    for (const round of [1, 2]) {
      const userName = `same-${round}@acme.test`;
      expect(tally(await Promise.all(times(50, (at) => post(at, { userName }))))).toEqual({ 201: 1, 409: 49 });
      expect(await provisioned(`userName eq "${userName}"`)).toEqual([1, 1]);
    }
  });

  it('create one person, however the name is written', async () => {
    const spellings = ['zoë@acme.test', 'ZOË@ACME.TEST', 'zoe\u0308@acme.test', 'ZOE\u0308@acme.test', 'Zoë@Acme.Test'];
    const answers = await Promise.all(times(20, (at) => post(at, { userName: spellings[at % spellings.length] })));
    expect(tally(answers)).toEqual({ 201: 1, 409: 19 });
    for (const userName of spellings) expect(await provisioned(`userName eq "${userName}"`)).toEqual([1, 1]);
  });

  it('give one externalId once, by POST, PUT and PATCH', async () => {
    const users = await Promise.all(times(10, (at) => acme.post({ userName: `ext-${at}@acme.test` })));
    const externalId = 'wanted';
    const answers = await Promise.all([
      ...users.map(({ body }, at) =>
        at % 2
          ? acme.put(body.id, { userName: body.userName, externalId })
          : acme.patch(body.id, { op: 'add', path: 'externalId', value: externalId }),
      ),
      ...times(10, (at) => post(at, { userName: `ext-new-${at}@acme.test`, externalId })),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(tally(answers.filter(({ status }) => status >= 300))).toEqual({ 409: 19 });
    expect(await acme.found('externalId eq "wanted"')).toHaveLength(1);
  });

  it('change one version once', async () => {
    const { body, headers } = await acme.post({ userName: 'tag@acme.test' });
    const answers = await Promise.all(
      times(20, (at) =>
        acme.send({
          method: 'PATCH',
          path: `/Users/${String(body.id)}`,
          headers: ['If-Match', headers.etag!],
          body: patchOf({ op: 'replace', path: 'title', value: `Title ${at}` }),
        }),
      ),
    );
    expect(tally(answers)).toEqual({ 200: 1, 412: 19 });
    expect((await acme.get(`/Users/${String(body.id)}`)).headers.etag).toBe('W/"2"');
  });

  it('all have their change, when they do not ask for a version', async () => {
    const { body } = await acme.post({ userName: 'lists@acme.test' });
    const add = (at: number) =>
      acme.patch(body.id, { op: 'add', path: 'phoneNumbers', value: [{ value: `+${at}`, type: 'work' }] });
    expect(tally(await Promise.all(times(20, add)))).toEqual({ 200: 20 });
    const shown = await acme.get(`/Users/${String(body.id)}`);
    expect([shown.body.phoneNumbers.length, shown.headers.etag]).toEqual([20, 'W/"21"']);
  });

  it('take the last seat once, through every door', async () => {
    const small = await Target.in(acme.app, { name: 'Small', seats: 3 });
    const root = await asAdministrator(small);
    const { body: idle } = await small.post({ userName: 'idle@small.test' });
    await small.patch(idle.id, activate(false));
    await small.post({ userName: 'busy@small.test' });
    const { body: invitation } = await act(small, root, '/invitations', {
      email: 'guest@small.test',
      role: 'engineer',
    });
    const answers = await Promise.all([
      ...times(8, (at) => small.post({ userName: `seat-${at}@small.test` })),
      ...times(4, () => small.patch(idle.id, activate(true))),
      act(small, root, '/invitations/accept', { token: invitation.token, name: 'Guest', password: PASSWORD }),
      act(small, root, '/members', { email: 'm@small.test', name: 'M', password: PASSWORD, role: 'engineer' }),
    ]);
    for (const { status, body } of answers) {
      expect([200, 201, 403, 409]).toContain(status);
      if (status === 409) expect(body.message).toMatch(/invited|seat/i);
    }
    const [{ active }] = await small.query(
      `SELECT count(*)::int AS active FROM members WHERE organization_id = $1 AND active AND NOT recovery`,
      [small.organization.organizationId],
    );
    expect(active).toBe(3);
    await expectConservation(small);
    expect(await small.patch(small.victim, activate(false))).toMatchObject({ status: 200 });
  });

  it('neither bring back who is deleted nor lose the deletion', async () => {
    const users = await Promise.all(times(10, (at) => acme.post({ userName: `del-${at}@acme.test` })));
    const answers = await Promise.all(
      users.flatMap(({ body }) => [
        acme.patch(body.id, { op: 'replace', path: 'title', value: 'late' }),
        acme.delete(body.id),
        acme.put(body.id, { userName: body.userName, title: 'later' }),
        acme.patch(body.id, activate(false)),
        acme.patch(body.id, activate(true)),
      ]),
    );
    const deletions = answers.filter((_, index) => index % 5 === 1);
    expect(tally(deletions)).toEqual({ 204: 10 });
    for (const { status } of answers) expect([200, 204, 404]).toContain(status);
    for (const { body } of users) expect(await acme.get(`/Users/${String(body.id)}`)).toMatchObject({ status: 404 });
  });

  it('deactivate and reactivate, and what is true in the end is true everywhere', async () => {
    const { body } = await acme.post({ userName: 'flip@acme.test' });
    const answers = await Promise.all(times(20, (at) => acme.patch(body.id, activate(at % 2 === 0))));
    expect(tally(answers)).toEqual({ 200: 20 });
    const shown = await acme.get(`/Users/${String(body.id)}`);
    const told = await acme.query(
      `SELECT action FROM audit_entries WHERE subject_id = $1 AND action IN ('member.deactivated', 'member.reactivated') ORDER BY id DESC`,
      [body.id],
    );
    const changes = Number(/\d+/.exec(shown.headers.etag!)![0]) - 1;
    expect(told).toHaveLength(changes);
    expect(shown.body.active).toBe(changes % 2 === 0);
  });

  it('sign in and mint keys while access is cut, and none of it is good afterwards', async () => {
    for (const round of [1, 2, 3]) {
      const email = `race-${round}@acme.test`;
      const { body } = await act(acme, administrator, '/members', {
        email,
        name: 'R',
        password: PASSWORD,
        role: 'engineer',
      });
      const before = (await signIn(acme, email, PASSWORD)) as Session;
      const [sessions, keys] = [
        times(3, () => signIn(acme, email, PASSWORD)),
        times(10, () => act(acme, before, '/api-keys', { name: 'ci' })),
      ];
      await new Promise((resolve) => setTimeout(resolve, round * 20));
      expect(await acme.patch(body.id, activate(false))).toMatchObject({ status: 200 });
      const opened = (await Promise.all(sessions)).filter((session) => typeof session !== 'number');
      const minted = (await Promise.all(keys)).filter(({ status }) => status === 201);
      for (const { cookie } of [before, ...opened]) expect(await isIn(acme.app.url, 'Cookie', cookie)).toBe(false);
      for (const key of minted) expect(await isIn(second.url, 'X-API-Key', key.body.value)).toBe(false);
    }
  });

  it('take each other’s office, and somebody keeps it', async () => {
    for (const round of [1, 2]) {
      const emails = ['a', 'b'].map((name) => `${name}-${round}@acme.test`);
      const made = await Promise.all(
        emails.map((email) =>
          act(acme, administrator, '/members', { email, name: 'A', password: PASSWORD, role: 'administrator' }),
        ),
      );
      const sessions = (await Promise.all(emails.map((email) => signIn(acme, email, PASSWORD)))) as Session[];
      const answers = await Promise.all(
        sessions.map((session, at) => act(acme, session, `/members/${String(made[1 - at]!.body.id)}/deactivate`)),
      );
      for (const { status } of answers) expect([204, 401, 409]).toContain(status);
    }
  });
});
