import type { ContractCase } from './contract-case.js';
import { hold, holdSame } from './contract-case.js';
import { holdRefused, outcomeOf } from './refusal.js';
import { Scene } from './scene.js';
import type { UserDirectoryHost } from './user-directory-host.js';

const ADA = {
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  displayName: 'Ada Lovelace',
  emails: [{ value: 'Ada@acme.test', type: 'work', primary: true }],
  externalId: '00u1',
};

/** What `UserDirectory.create` promises. */
export const CREATE_CASES: readonly ContractCase<UserDirectoryHost>[] = [
  {
    name: 'create: the User has the attributes that it was given, and is active and managed',
    async run(host) {
      const scene = await Scene.open(host);
      const { id } = await scene.create('ada@acme.test', ADA);
      const { attributes, managed } = await scene.get(id);
      const { userName, name, displayName, emails, externalId, active } = attributes;
      holdSame(
        { userName, name, displayName, emails, externalId, active },
        { ...ADA, userName: 'ada@acme.test', active: true },
        'Of the attributes',
      );
      hold(managed, 'The caller’s connection does not manage whom it created.');
    },
  },
  {
    name: 'create: returns what find gives from then on',
    async run(host) {
      const scene = await Scene.open(host);
      const created = await scene.create('ada', ADA);
      const { managed, ...found } = await scene.get(created.id);
      const { id, revision, created: at, lastModified, attributes } = created;
      hold(managed, 'The caller’s connection does not manage whom it created.');
      holdSame({ id, revision, created: at, lastModified, attributes }, found, 'As created');
    },
  },
  {
    name: 'create: is inactive when the attributes say so',
    async run(host) {
      const scene = await Scene.open(host);
      const { id } = await scene.create('ada', { active: false });
      holdSame((await scene.get(id)).attributes['active'], false, 'Of active');
    },
  },
  {
    name: 'create: refuses a userName that is taken, in whatever case, with 409 uniqueness',
    async run(host) {
      const scene = await Scene.open(host);
      await scene.create('ada@acme.test');
      await holdRefused(() => scene.create('ADA@Acme.TEST'), 409, 'uniqueness', 'A userName that is taken');
    },
  },
  {
    name: 'create: refuses an externalId that the connection gave already with 409 uniqueness',
    async run(host) {
      const scene = await Scene.open(host);
      await scene.create('ada', { externalId: '00u1' });
      await holdRefused(
        () => scene.create('bob', { externalId: '00u1' }),
        409,
        'uniqueness',
        'An externalId that is taken',
      );
    },
  },
  {
    name: 'create: of many at once with the same userName one succeeds, and the others are refused',
    async run(host) {
      const scene = await Scene.open(host);
      const names = Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? 'ada' : 'ADA'));
      const created = await Promise.all(
        names.map((name, index) =>
          outcomeOf(() =>
            // Half of them each in a transaction of its own, as another process would.
            index % 4 < 2
              ? scene.create(name)
              : scene.inTransaction((scope) => host.users.create(scope, { userName: name })),
          ),
        ),
      );
      const count = created.filter(({ kind }) => kind === 'resolved').length;
      hold(count === 1, `${count} of twelve with the same userName were created.`);
      holdSame((await scene.list()).length, 1, 'Of those listed');
    },
  },
  {
    name: 'create: of those of one caller in the same turn the first succeeds',
    async run(host) {
      for (let round = 0; round < 5; round += 1) {
        const scene = await Scene.open(host);
        const attempts = ['first', 'second', 'third'].map((title) => outcomeOf(() => scene.create('ada', { title })));
        const [first] = await Promise.all(attempts);
        hold(first?.kind === 'resolved', 'Another than the first of the turn was created.');
      }
    },
  },
  {
    name: 'create: records one audit entry',
    async run(host) {
      const scene = await Scene.open(host);
      const before = await scene.entries();
      await scene.create('ada');
      holdSame((await scene.entries()) - before, 1, 'Of audit entries');
    },
  },
  {
    name: 'create: one that is refused leaves nothing, no audit entry either',
    async run(host) {
      const scene = await Scene.open(host);
      await scene.create('ada');
      const before = await scene.entries();
      await outcomeOf(() => scene.create('ADA', { title: 'Countess' }));
      holdSame(await scene.list(), ['ada'], 'Of those listed');
      holdSame((await scene.entries()) - before, 0, 'Of audit entries');
    },
  },
  {
    name: 'create: belongs to the transaction that it is given, with its audit entry',
    async run(host) {
      const scene = await Scene.open(host);
      const before = await scene.entries();
      await outcomeOf(() =>
        scene.inTransaction(async (scope) => {
          await host.users.create(scope, { userName: 'ada' });
          throw new Error('Whatever came next failed.');
        }),
      );
      holdSame(await scene.list(), [], 'Of those listed after a rollback');
      holdSame((await scene.entries()) - before, 0, 'Of audit entries after a rollback');
    },
  },
  {
    name: 'create: a userName that another organization has is free',
    async run(host) {
      const [scene, stranger] = [await Scene.open(host), await Scene.open(host)];
      await stranger.create('ada', { externalId: '00u1' });
      await scene.create('ada', { externalId: '00u1' });
      holdSame(await scene.list(), ['ada'], 'Of those listed');
    },
  },
  {
    name: 'create: refuses with 403 when no seat is left',
    needs: 'fillSeats',
    async run(host) {
      const scene = await Scene.open(host);
      await host.fillSeats?.(scene.caller);
      await holdRefused(() => scene.create('ada'), 403, undefined, 'A User for whom no seat is left');
    },
  },
];
