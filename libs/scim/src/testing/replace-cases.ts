import type { ScimComplex } from '../core/resource/resource.js';
import { type ContractCase, hold, holdSame } from './contract-case.js';
import { holdRefused, outcomeOf } from './refusal.js';
import { Scene } from './scene.js';
import type { UserDirectoryHost } from './user-directory-host.js';

/** What `UserDirectory.replace` promises of attributes and revisions. */
export const REPLACE_CASES: readonly ContractCase<UserDirectoryHost>[] = [
  {
    name: 'replace: the attributes become those that it is given, and others are gone',
    async run(host) {
      const scene = await Scene.open(host);
      const before = await scene.create('ada', { title: 'Countess', nickName: 'A' });
      const change = { userName: 'Augusta', nickName: 'B', externalId: '7', active: true };
      const now = await host.users.replace(scene.scope, before, change);
      const { title, userName, nickName, externalId, active } = (await scene.get(before.id)).attributes;
      holdSame({ title, userName, nickName, externalId, active }, change, 'Of the attributes');
      hold(now !== undefined, 'Nothing was returned for a User that changed.');
    },
  },
  {
    name: 'replace: returns the User as it is now, at a new revision',
    async run(host) {
      const scene = await Scene.open(host);
      const before = await scene.create('ada');
      const now = await host.users.replace(scene.scope, before, { ...before.attributes, title: 'Countess' });
      const found = await scene.get(before.id);
      hold(found.revision > before.revision, 'The revision stayed while the User changed.');
      const [shown, wanted] = [now, found].map((user) => [user?.revision, user?.lastModified, user?.attributes]);
      holdSame(shown, wanted, 'As returned');
    },
  },
  {
    name: 'replace: read-only attributes are ignored',
    async run(host) {
      const scene = await Scene.open(host);
      const before = await scene.create('ada');
      const groups = [{ value: before.id, display: 'Administrators' }];
      await host.users.replace(scene.scope, before, { ...before.attributes, groups, title: 'Countess' });
      const { title, groups: kept } = (await scene.get(before.id)).attributes;
      holdSame({ title, kept }, { title: 'Countess' }, 'Of title and groups');
    },
  },
  {
    name: 'replace: one that is no longer at the revision is left as it is',
    async run(host) {
      const scene = await Scene.open(host);
      const old = await scene.create('ada');
      await host.users.replace(scene.scope, old, { ...old.attributes, title: 'first' });
      const [before, entries] = [await scene.get(old.id), await scene.entries()];
      const late = await host.users.replace(scene.scope, old, { ...old.attributes, title: 'second' });
      hold(late === undefined, 'A change of a revision that had passed was made.');
      holdSame(await scene.get(old.id), before, 'Of the User');
      holdSame((await scene.entries()) - entries, 0, 'Of audit entries');
    },
  },
  {
    name: 'replace: one that is gone stays gone',
    async run(host) {
      const scene = await Scene.open(host);
      const old = await scene.create('ada');
      await scene.remove(old.id);
      const late = await host.users.replace(scene.scope, old, { ...old.attributes, title: 'second' });
      hold(late === undefined && (await scene.find(old.id)) === undefined, 'Who was removed came back.');
    },
  },
  {
    name: 'replace: of several changes of one revision one is made',
    async run(host) {
      const scene = await Scene.open(host);
      const old = await scene.create('ada');
      const titles = ['a', 'b', 'c', 'd'];
      const results = await Promise.all(
        titles.map((title, index) =>
          index % 2 === 0
            ? host.users.replace(scene.scope, old, { ...old.attributes, title })
            : scene.inTransaction((scope) => host.users.replace(scope, old, { ...old.attributes, title })),
        ),
      );
      const made = results.flatMap((result, index) => (result ? [titles[index]] : []));
      holdSame(made.length, 1, 'Of changes made');
      holdSame((await scene.get(old.id)).attributes['title'], made[0], 'Of the title');
    },
  },
  {
    name: 'replace: refuses what another User has with 409 uniqueness, and changes nothing',
    async run(host) {
      const scene = await Scene.open(host);
      await scene.create('ada', { externalId: '1' });
      const bob = await scene.create('bob', { externalId: '2' });
      const entries = await scene.entries();
      for (const taken of [{ userName: 'ADA' }, { externalId: '1' }] as readonly ScimComplex[]) {
        const change = { ...bob.attributes, ...taken, title: 'Sir' };
        const attempt = () => host.users.replace(scene.scope, bob, change);
        await holdRefused(attempt, 409, 'uniqueness', `${Object.keys(taken).join()} of another User`);
      }
      holdSame((await scene.get(bob.id)).attributes, bob.attributes, 'Of the attributes');
      holdSame((await scene.entries()) - entries, 0, 'Of audit entries');
    },
  },
  {
    name: 'replace: records an audit entry, in the transaction that it is given',
    async run(host) {
      const scene = await Scene.open(host);
      const { id, attributes } = await scene.create('ada');
      const entries = await scene.entries();
      await outcomeOf(() =>
        scene.inTransaction(async (scope) => {
          const user = await host.users.lock(scope, id);
          if (user) await host.users.replace(scope, user, { ...user.attributes, title: 'Countess' });
          throw new Error('Whatever came next failed.');
        }),
      );
      holdSame((await scene.get(id)).attributes, attributes, 'After a rollback');
      holdSame((await scene.entries()) - entries, 0, 'Of audit entries after a rollback');
      await scene.change(id, { title: 'Countess' });
      holdSame((await scene.entries()) - entries, 1, 'Of audit entries');
    },
  },
  {
    name: 'replace: whoever is of another organization is not there',
    async run(host) {
      const [scene, stranger] = [await Scene.open(host), await Scene.open(host)];
      const ada = await stranger.create('ada');
      const changed = await host.users.replace(scene.scope, ada, { ...ada.attributes, title: 'Countess' });
      hold(changed === undefined, 'A User of another organization was changed.');
      holdSame((await stranger.get(ada.id)).attributes, ada.attributes, 'Of the attributes');
    },
  },
];
