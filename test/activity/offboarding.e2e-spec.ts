import { setTimeout as sleep } from 'node:timers/promises';
import { Transactions } from '../../src/database/transactions.js';
import { NobodyToRestore, UndoExpired, UndoneAlready } from '../../src/offboarding/mass-deactivation.js';
import { MassDeactivationWatch } from '../../src/offboarding/mass-deactivation-watch.service.js';
import { MassDeactivationsService } from '../../src/offboarding/mass-deactivations.service.js';
import { OffboardingsService } from '../../src/offboarding/offboardings.service.js';
import { SeatLimitReached } from '../../src/members/member-errors.js';
import { patchOf } from '../road/support/documents.js';
import { Organization } from '../road/support/organization.js';
import { Mailbox } from '../support/mailbox.js';
import { type RunningApplication, startApplication } from '../support/running-application.js';

const ADMIN = { kind: 'member', id: 'admin', name: 'Root' } as const;
const LEAVES = patchOf({ op: 'replace', path: 'active', value: false });
const RETURNS = patchOf({ op: 'replace', path: 'active', value: true });

describe('offboarding', () => {
  let app: RunningApplication;
  let acme: Organization;
  let mailbox: Mailbox;
  beforeAll(async () => {
    mailbox = await Mailbox.open();
    app = await startApplication('fastify', { RULEFORGE_WATCH_SECONDS: '3600', ...mailbox.variables });
  });
  beforeEach(async () => void (acme = new Organization(app, await app.found())));
  afterAll(async () => {
    await app.stop();
    await mailbox.close();
  });

  const get = <Service>(type: new (...dependencies: never[]) => Service): Service =>
    app.application.get<Service>(type, { strict: false });
  const place = () => ({ organizationId: acme.id, connectionId: acme.connectionId });
  const tx = () => get(Transactions).single;
  const record = () => get(OffboardingsService).list(tx(), place(), { limit: 100 });
  const look = async () =>
    (await get(MassDeactivationWatch).look()).filter(({ organizationId }) => organizationId === acme.id);
  const undo = (id: string) =>
    get(Transactions).run((run) => get(MassDeactivationsService).undo(run, place(), id, ADMIN));
  const accept = (id: string) =>
    get(Transactions).run((run) => get(MassDeactivationsService).accept(run, place(), id, ADMIN));
  const mass = (id: string) => get(MassDeactivationsService).get(tx(), place(), id);
  const deactivate = (id: string) => acme.scim.patch(`/Users/${id}`, LEAVES);
  const isActive = async (id: string) => (await acme.row(id))?.['active'];

  /** So many people whom the directory assigned and deactivated again. */
  async function leavers(count: number): Promise<string[]> {
    const numbers = Array.from({ length: count }, (_, index) => index);
    const ids = await Promise.all(numbers.map(async (number) => (await acme.addUser(`leaver-${number}`)).id));
    await Promise.all(ids.map(deactivate));
    return ids;
  }

  async function raise(count = 10): Promise<{ readonly id: string; readonly ids: readonly string[] }> {
    const ids = await leavers(count);
    const [alert] = await look();
    return { id: alert!.id, ids };
  }

  it('records who asked, when, when access was cut, and what ended with it', async () => {
    const { id } = await acme.addUser('ada');
    await acme.signIn(id);
    const before = Date.now();
    await deactivate(id);
    const [entry, ...more] = await record();
    expect(more).toEqual([]);
    expect(entry).toMatchObject({
      ...{ memberId: id, name: 'ada Lovelace', kind: 'deactivated', actorKind: 'connection', actorName: 'Directory' },
      ...{ sessions: 1, apiKeys: 0, invitations: 0, undoneAt: null, requestId: expect.any(String) },
    });
    expect(entry!.askedAt.getTime()).toBeGreaterThanOrEqual(before - 1);
    expect(entry!.cutAt.getTime()).toBeGreaterThanOrEqual(entry!.askedAt.getTime());
    expect(entry!.cutAt.getTime()).toBeLessThanOrEqual(Date.now() + 1);
    const { people, p50, p99 } = await get(OffboardingsService).measure(tx(), place());
    expect([people, p50 === p99, Number(p50) >= 0]).toEqual([1, true, true]);
  });

  it('takes the commit for the cut, however long the transaction took', async () => {
    const { id } = await acme.addUser('ada');
    await get(Transactions).run(async (run) => {
      await run.query(
        `INSERT INTO offboardings (organization_id, id, member_id, name, user_name, connection_id, kind, access_epoch,
          actor_kind, actor_id, actor_name, asked_at, cut_at, sessions, api_keys, invitations)
        VALUES ($1, uuid_v7(), $2, 'ada', 'ada', $3, 'deactivated', 1, 'connection', $3, 'Okta', now(), now(), 0, 0, 0)`,
        [acme.id, id, acme.connectionId],
      );
      await run.query('SELECT pg_sleep(0.05)');
    });
    const [entry] = await record();
    expect(entry!.cutAt.getTime() - entry!.askedAt.getTime()).toBeGreaterThanOrEqual(50);
  });

  it('records a deletion once, and nothing of somebody who had no access any more', async () => {
    const [gone, inactive] = [await acme.addUser('gone'), await acme.addUser('inactive', { active: false })];
    await acme.scim.delete(`/Users/${gone.id}`);
    await acme.scim.delete(`/Users/${inactive.id}`);
    expect((await record()).map(({ name, kind }) => [name, kind])).toEqual([['gone Lovelace', 'removed']]);
  });

  it('finds by the words of a name or address, by kind and by time', async () => {
    await leavers(2);
    const search = async (wish: object) =>
      (await get(OffboardingsService).list(tx(), place(), { limit: 9, ...wish })).map(({ name }) => name);
    expect(await search({ text: 'LOVE 1' })).toEqual(['leaver-1 Lovelace']);
    expect(await search({ text: '%' })).toEqual([]);
    expect(await search({ kind: 'removed' })).toEqual([]);
    expect(await search({ since: new Date(Date.now() + 60_000) })).toEqual([]);
    expect(await search({ before: (await record())[0]!.id })).toHaveLength(1);
  });

  describe('of many at once', () => {
    it('raises one alert, to which belongs who is deactivated meanwhile', async () => {
      const { id, ids } = await raise();
      expect(await mass(id)).toMatchObject({ people: 10, restorable: 10, removed: 0, outcome: null, isRecent: true });
      await deactivate((await acme.addUser('late')).id);
      expect(await look()).toEqual([]);
      expect(await mass(id)).toMatchObject({ people: 11 });
      const [raised] = await acme.audit(acme.connectionId);
      expect(raised).toMatchObject({
        action: 'mass_deactivation.raised',
        actorKind: 'system',
        details: { people: 10 },
      });
      expect(await Promise.all(ids.map(isActive))).toEqual(ids.map(() => false));
    });

    it('is mailed to every Administrator once, in the language of each, with the way to undo it', async () => {
      const lidia = await acme.addByHand(`lidia@${acme.connectionId}.test`);
      const idle = await acme.addByHand(`idle@${acme.connectionId}.test`);
      await acme.query(`UPDATE members SET role = 'administrator', active = id = $1 WHERE id IN ($1, $2)`, [
        lidia,
        idle,
      ]);
      await acme.query(`UPDATE users SET locale = 'pt' WHERE email LIKE 'lidia@%'`);
      const { id } = await raise();
      await Promise.all([look(), look()]);
      const [root, portuguese] = [
        await mailbox.next(acme.founded.admin.email),
        await mailbox.next(`lidia@${acme.connectionId}.test`),
      ];
      expect(root.content).toMatch(/Subject: 10 people of .* lost access/);
      expect(portuguese.content).toContain('desativou 10 pessoas');
      expect(new URL(portuguese.linkTo('/settings')).pathname).toBe(
        `/settings/identity/provisioning/${acme.connectionId}/mass-deactivations/${id}`,
      );
      while ((await acme.query('SELECT FROM mails')).length > 0) await sleep(10);
      const told = mailbox.received.filter(({ content }) => content.includes(id));
      expect(told.flatMap(({ recipients }) => recipients).sort()).toEqual(
        [acme.founded.admin.email, `lidia@${acme.connectionId}.test`].sort(),
      );
    });

    it('is no alert below either limit', async () => {
      await leavers(9);
      expect(await look()).toEqual([]);
      await acme.addCrowd(41);
      await deactivate((await acme.addUser('tenth')).id);
      expect(await look()).toEqual([]);
      await deactivate((await acme.addUser('eleventh')).id);
      expect(await look()).toMatchObject([{ people: 11, connectionName: 'Directory' }]);
    });

    it('is undone in one act: everybody is in again with the role of the groups of today, and nothing old lives', async () => {
      const session = await acme.signIn((await acme.addUser('ada')).id);
      const { id, ids } = await raise();
      expect(await undo(id)).toBe(10);
      expect(await Promise.all(ids.map(isActive))).toEqual(ids.map(() => true));
      expect(await mass(id)).toMatchObject({ outcome: 'undone', settledBy: 'Root', restorable: 0 });
      const actions = (await acme.audit())
        .filter(({ actorKind }) => actorKind === 'member')
        .map(({ action }) => action);
      expect(actions.filter((action) => action === 'member.reactivated')).toHaveLength(10);
      expect(actions[0]).toBe('mass_deactivation.undone');
      expect((await record()).every(({ undoneAt }) => undoneAt !== null)).toBe(true);
      expect((await acme.scim.get(`/Users/${ids[0]}`)).body).toMatchObject({ active: true });
      expect(session).toBeDefined();
      await expect(undo(id)).rejects.toThrow(UndoneAlready);
    });

    it('gives nothing back to who was reactivated, deactivated anew or deleted since', async () => {
      const { id, ids } = await raise();
      const [back = '', anew = '', deleted = ''] = ids;
      await acme.scim.patch(`/Users/${back}`, RETURNS);
      await acme.scim.patch(`/Users/${anew}`, RETURNS);
      await accept(id);
      await deactivate(anew);
      await acme.scim.delete(`/Users/${deleted}`);
      expect(await mass(id)).toMatchObject({ people: 10, restorable: 7, removed: 1, outcome: 'accepted' });
      expect(await undo(id)).toBe(7);
      expect([await isActive(back), await isActive(anew), await isActive(deleted)]).toEqual([true, false, false]);
    });

    it('respects seats: all of them, or nobody', async () => {
      const small = new Organization(app, await app.found({ seats: 10 }));
      acme = small;
      const { id, ids } = await raise();
      await acme.addUser('newcomer');
      await expect(undo(id)).rejects.toThrow(SeatLimitReached);
      expect(await isActive(ids[0]!)).toBe(false);
      await acme.query('UPDATE organizations SET seats = 11 WHERE id = $1', [acme.id]);
      expect(await undo(id)).toBe(10);
    });

    it('is undone for thirty days, and only where somebody is left', async () => {
      const { id, ids } = await raise();
      await acme.query(`UPDATE mass_deactivations SET began_at = now() - interval '31 days' WHERE id = $1`, [id]);
      await expect(undo(id)).rejects.toThrow(UndoExpired);
      await acme.query('UPDATE mass_deactivations SET began_at = now() WHERE id = $1', [id]);
      await Promise.all(ids.map((person) => acme.scim.delete(`/Users/${person}`)));
      await expect(undo(id)).rejects.toThrow(NobodyToRestore);
    });

    it('is told to its own organization alone, and undone once, however many ask', async () => {
      const { id } = await raise();
      const globex = new Organization(app, await app.found());
      const open = (organization: string) => get(MassDeactivationsService).listOpen(tx(), organization);
      expect([(await open(acme.id)).length, (await open(globex.id)).length]).toEqual([1, 0]);
      const answers = await Promise.allSettled([undo(id), undo(id)]);
      expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    });
  });
});
