import type { ScimComplex } from '../core/resource/resource.js';
import { type ContractCase, hold, holdSame } from './contract-case.js';
import { holdRefused } from './refusal.js';
import { Scene } from './scene.js';
import type { UserDirectoryHost } from './user-directory-host.js';

const NO_CHANGE: ScimComplex = {};

/** What `UserDirectory` promises of Users that the caller's connection does not manage. */
export const ADOPTION_CASES: readonly ContractCase<UserDirectoryHost>[] = [
  {
    name: 'adoption: whom no connection manages is adopted by a change, and by one that changes nothing',
    async run(host) {
      for (const change of [{ title: 'Countess' }, NO_CHANGE]) {
        const scene = await Scene.open(host);
        const id = await host.addUnmanaged(scene.caller);
        const entries = await scene.entries();
        hold((await scene.change(id, change)) !== undefined, 'Who was adopted was not returned.');
        const { managed, attributes } = await scene.get(id);
        hold(managed, 'Whom no connection manages was changed and not adopted.');
        holdSame(attributes['title'], change['title'], 'Of the title');
        hold((await scene.entries()) > entries, 'An adoption has no audit entry.');
      }
    },
  },
  {
    name: 'adoption: is refused with 403 when it is off, and nothing changes',
    async run(host) {
      const scene = await Scene.open(host);
      const id = await host.addUnmanaged(scene.caller);
      const [before, entries] = [await scene.get(id), await scene.entries()];
      const attempt = () => scene.timid().change(id, { title: 'Countess' });
      await holdRefused(attempt, 403, undefined, 'An adoption while adoption is off');
      holdSame(await scene.get(id), before, 'Of the User');
      holdSame((await scene.entries()) - entries, 0, 'Of audit entries');
    },
  },
  {
    name: 'adoption: another connection’s User is refused with 403, and nothing changes',
    async run(host) {
      const scene = await Scene.open(host);
      const { id } = await (await scene.other()).create('ada');
      const [before, entries] = [await scene.get(id), await scene.entries()];
      const attempt = () => scene.change(id, { title: 'Countess' });
      await holdRefused(attempt, 403, undefined, 'A change of another connection’s User');
      holdSame(await scene.get(id), before, 'Of the User');
      holdSame((await scene.entries()) - entries, 0, 'Of audit entries');
    },
  },
  {
    name: 'adoption: whom nobody or another connection manages is not removed, but refused with 403',
    async run(host) {
      const scene = await Scene.open(host);
      const other = await (await scene.other()).create('bob');
      for (const id of [await host.addUnmanaged(scene.caller), other.id]) {
        await holdRefused(
          () => scene.remove(id),
          403,
          undefined,
          'Removing a User that the connection does not manage',
        );
        hold((await scene.find(id)) !== undefined, 'Who could not be removed is gone.');
      }
    },
  },
];
