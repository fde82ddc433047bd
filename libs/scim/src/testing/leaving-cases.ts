import type { ScimResource } from '../core/resource/resource.js';
import { type ContractCase, hold, holdSame } from './contract-case.js';
import { holdRefused, outcomeOf } from './refusal.js';
import { Scene } from './scene.js';
import type { UserDirectoryHost } from './user-directory-host.js';

/** What `UserDirectory` promises of people who leave, and come back. */
export const LEAVING_CASES: readonly ContractCase<UserDirectoryHost>[] = [
  {
    name: 'deactivation: ends all access, and is seen',
    async run(host) {
      const { scene, ada, isIn } = await signedIn(host);
      await scene.change(ada.id, { active: false });
      hold(!(await isIn()), 'Who was deactivated is still in.');
      holdSame((await scene.get(ada.id)).attributes['active'], false, 'Of active');
    },
  },
  {
    name: 'deactivation: belongs to its transaction, access and audit entry included',
    async run(host) {
      const { scene, ada, isIn } = await signedIn(host);
      const entries = await scene.entries();
      await outcomeOf(() =>
        scene.inTransaction(async (scope) => {
          const user = await host.users.lock(scope, ada.id);
          if (user) await host.users.replace(scope, user, { ...user.attributes, active: false });
          throw new Error('Whatever came next failed.');
        }),
      );
      hold(await isIn(), 'A deactivation that was rolled back ended the access.');
      holdSame((await scene.get(ada.id)).attributes['active'], true, 'Of active after a rollback');
      holdSame((await scene.entries()) - entries, 0, 'Of audit entries after a rollback');
      await scene.change(ada.id, { active: false });
      hold((await scene.entries()) > entries, 'A deactivation has no audit entry.');
    },
  },
  {
    name: 'deactivation: undone, it brings back the User and none of the old access',
    async run(host) {
      const { scene, ada, isIn } = await signedIn(host);
      await scene.change(ada.id, { active: false });
      await scene.change(ada.id, { active: true });
      hold(!(await isIn()), 'What was ended came back with the reactivation.');
      holdSame((await scene.get(ada.id)).attributes['active'], true, 'Of active');
    },
  },
  {
    name: 'deactivation: is undone only while a seat is left, else 403',
    needs: 'fillSeats',
    async run(host) {
      const scene = await Scene.open(host);
      const { id } = await scene.create('ada', { active: false });
      await host.fillSeats?.(scene.caller);
      const attempt = () => scene.change(id, { active: true });
      await holdRefused(attempt, 403, undefined, 'A reactivation for which no seat is left');
      holdSame((await scene.get(id)).attributes['active'], false, 'Of active');
    },
  },
  {
    name: 'deactivation: concerns nobody else',
    async run(host) {
      const { scene, isIn } = await signedIn(host);
      const { id } = await scene.create('bob');
      await scene.change(id, { active: false });
      hold(await isIn(), 'The access of somebody else was ended.');
    },
  },
  {
    name: 'remove: ends all access',
    async run(host) {
      const { scene, ada, isIn } = await signedIn(host);
      await scene.remove(ada.id);
      hold(!(await isIn()), 'Who was removed is still in.');
    },
  },
  {
    name: 'remove: takes the User out of SCIM, and its userName and externalId are free',
    async run(host) {
      const scene = await Scene.open(host);
      const { id } = await scene.create('ada', { externalId: '1' });
      await scene.remove(id);
      hold((await scene.find(id)) === undefined, 'Who was removed was found.');
      holdSame(await scene.list(), [], 'Of those listed');
      holdSame(await scene.list({ filter: 'userName eq "ada"' }), [], 'By userName');
      const { id: next } = await scene.create('ADA', { externalId: '1' });
      hold(next !== id, 'Who came next has the id of who was removed.');
    },
  },
  {
    name: 'remove: belongs to its transaction, access and audit entry included',
    async run(host) {
      const { scene, ada, isIn } = await signedIn(host);
      const entries = await scene.entries();
      await outcomeOf(() =>
        scene.inTransaction(async (scope) => {
          const user = await host.users.lock(scope, ada.id);
          if (user) await host.users.remove(scope, user);
          throw new Error('Whatever came next failed.');
        }),
      );
      hold(await isIn(), 'A removal that was rolled back ended the access.');
      hold((await scene.find(ada.id)) !== undefined, 'A removal that was rolled back took the User.');
      holdSame((await scene.entries()) - entries, 0, 'Of audit entries after a rollback');
      await scene.remove(ada.id);
      hold((await scene.entries()) > entries, 'A removal has no audit entry.');
    },
  },
  {
    name: 'remove: whoever is of another organization stays',
    async run(host) {
      const { scene: stranger, ada, isIn } = await signedIn(host);
      const scene = await Scene.open(host);
      await outcomeOf(() => scene.inTransaction((scope) => host.users.remove(scope, ada)));
      hold((await stranger.find(ada.id)) !== undefined, 'A User of another organization was removed.');
      hold(await isIn(), 'The access of a User of another organization was ended.');
    },
  },
];

interface SignedIn {
  readonly scene: Scene<unknown>;
  readonly ada: ScimResource;
  readonly isIn: () => Promise<boolean>;
}

async function signedIn(host: UserDirectoryHost): Promise<SignedIn> {
  const scene = await Scene.open(host);
  const ada = await scene.create('ada');
  const isIn = await host.letIn(scene.caller, ada.id);
  hold(await isIn(), 'letIn let nobody in: the case cannot be tried.');
  return { scene, ada, isIn };
}
