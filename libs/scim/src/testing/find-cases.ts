import { type ContractCase, hold, holdSame } from './contract-case.js';
import { outcomeOf } from './refusal.js';
import { Scene } from './scene.js';
import type { UserDirectoryHost } from './user-directory-host.js';

const NO_IDS = ['', ' ', 'ada', '1', "'; --", '\u0000', '%', 'x'.repeat(500), '00000000-0000-0000-0000-000000000000'];

/** What `UserDirectory.find` and `lock` promise. */
export const FIND_CASES: readonly ContractCase<UserDirectoryHost>[] = [
  {
    name: 'find: a text that cannot be an id finds nothing',
    async run(host) {
      const scene = await Scene.open(host);
      const { id } = await scene.create('ada');
      for (const text of [...NO_IDS, id.toUpperCase() === id ? `${id} ` : id.toUpperCase()]) {
        hold((await scene.find(text)) === undefined, `${JSON.stringify(text)} found somebody.`);
      }
    },
  },
  {
    name: 'find: whoever is of another organization does not exist',
    async run(host) {
      const [scene, stranger] = [await Scene.open(host), await Scene.open(host)];
      const { id } = await stranger.create('ada');
      hold((await scene.find(id)) === undefined, 'A User of another organization was found.');
    },
  },
  {
    name: 'find: whoever is hidden from directories does not exist',
    needs: 'addHidden',
    async run(host) {
      const scene = await Scene.open(host);
      const id = await host.addHidden?.(scene.caller);
      hold((await scene.find(id ?? '')) === undefined, 'Somebody hidden was found.');
    },
  },
  {
    name: 'find: tells who is managed by the caller’s connection, and who is not',
    async run(host) {
      const scene = await Scene.open(host);
      const other = await scene.other();
      const { id } = await scene.create('ada');
      const byHand = await host.addUnmanaged(scene.caller);
      const told = [await scene.get(id), await other.get(id), await scene.get(byHand)].map(({ managed }) => managed);
      holdSame(told, [true, false, false], 'Of managed, for its own, another connection’s and nobody’s');
    },
  },
  {
    name: 'find: another connection’s externalId is not seen, found by or in the way',
    async run(host) {
      const scene = await Scene.open(host);
      const other = await scene.other();
      const { id } = await scene.create('ada', { externalId: '00u1' });
      holdSame((await other.get(id)).attributes['externalId'], undefined, 'Of another connection’s externalId');
      holdSame(await other.list({ filter: 'externalId eq "00u1"' }), [], 'By another connection’s externalId');
      await other.create('bob', { externalId: '00u1' });
    },
  },
  {
    name: 'lock: finds what find does, and nothing else',
    async run(host) {
      const [scene, stranger] = [await Scene.open(host), await Scene.open(host)];
      const { id } = await scene.create('ada', { title: 'Countess' });
      const { id: strange } = await stranger.create('ada');
      const lock = (text: string) => scene.inTransaction((scope) => host.users.lock(scope, text));
      holdSame(await lock(id), await scene.get(id), 'Of one who is locked');
      for (const text of [...NO_IDS, strange]) {
        hold((await lock(text)) === undefined, `${JSON.stringify(text)} was locked.`);
      }
    },
  },
  {
    name: 'lock: no other transaction changes the User until this one ends',
    async run(host) {
      const scene = await Scene.open(host);
      const { id } = await scene.create('ada', { title: 'none' });
      const order: string[] = [];
      // Both connections are open before it counts who comes first.
      const read = await scene.inTransaction(() => scene.inTransaction(() => scene.get(id)));
      let isLocked: () => void = () => undefined;
      const locked = new Promise<void>((resolve) => (isLocked = resolve));
      const first = scene.inTransaction(async (scope) => {
        const user = await host.users.lock(scope, id);
        isLocked();
        // Time for the other one to come before, if nothing holds it up.
        for (let turn = 0; turn < 50; turn += 1) await host.users.find(scope, id);
        order.push('first');
        return user && host.users.replace(scope, user, { ...user.attributes, title: 'first' });
      });
      await Promise.race([locked, first]);
      const late = await outcomeOf(() =>
        scene.inTransaction(async (scope) => {
          await host.users.replace(scope, read, { ...read.attributes, title: 'second' });
          order.push('second');
        }),
      );
      await first;
      hold(late.kind === 'resolved', 'A change of a User that is locked failed instead of waiting.');
      holdSame(order, ['first', 'second'], 'Of the order of two changes');
      holdSame((await scene.get(id)).attributes['title'], 'first', 'After a change of a revision that had passed');
    },
  },
];
