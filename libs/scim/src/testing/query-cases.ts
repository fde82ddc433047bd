import { type ContractCase, hold, holdSame } from './contract-case.js';
import { namesOf, Scene } from './scene.js';
import type { UserDirectoryHost } from './user-directory-host.js';

async function peopled(host: UserDirectoryHost): Promise<Scene<unknown>> {
  const scene = await Scene.open(host);
  await scene.create('Eve', { title: 'b', emails: [{ value: 'Eve@acme.test', type: 'work' }], externalId: '5' });
  await scene.create('ada', { title: 'a', displayName: 'Ada L.', name: { familyName: 'Lovelace' } });
  await scene.create('dan', { active: false, emails: [{ value: 'dan@home.test', type: 'home' }] });
  await scene.create('bob', { title: 'a' });
  await scene.create('cyd', { title: 'B', emails: [{ value: 'cyd@acme.test', type: 'work' }] });
  return scene;
}

const FILTERED: readonly (readonly [filter: string, userNames: readonly string[]])[] = [
  ['userName eq "EVE"', ['Eve']],
  ['userName eq "%"', []],
  ['externalId eq "5"', ['Eve']],
  ['emails.value eq "eve@ACME.test"', ['Eve']],
  ['displayName eq "ada l."', ['ada']],
  ['active eq false', ['dan']],
  ['emails[type eq "work" and value co "cyd"]', ['cyd']],
  ['name.familyName sw "love"', ['ada']],
  ['title pr and not (title eq "b")', ['ada', 'bob']],
  ['title ne "a"', ['Eve', 'dan', 'cyd']],
  ['meta.created gt "2001-01-01T00:00:00Z" and userName gt "d"', ['Eve', 'dan']],
];

/** What `UserDirectory.query` promises. */
export const QUERY_CASES: readonly ContractCase<UserDirectoryHost>[] = [
  {
    name: 'query: without filter and sort lists everybody by creation, and how many they are',
    async run(host) {
      const scene = await peopled(host);
      const page = await scene.query();
      holdSame(namesOf(page), ['Eve', 'ada', 'dan', 'bob', 'cyd'], 'Of those listed');
      holdSame(page.total, 5, 'Of the total');
      holdSame(page.resources[0]?.attributes, (await scene.get(page.resources[0]?.id ?? '')).attributes, 'As listed');
    },
  },
  {
    name: 'query: a page has those whom the filter matches',
    async run(host) {
      const scene = await peopled(host);
      for (const [filter, userNames] of FILTERED) {
        const page = await scene.query({ filter });
        holdSame(namesOf(page), userNames, `By ${filter}`);
        holdSame(page.total, userNames.length, `Of the total by ${filter}`);
      }
    },
  },
  {
    name: 'query: a page sorts by the attribute, then by creation, missing values last, and gives each place a key',
    async run(host) {
      const scene = await peopled(host);
      const ascending = await scene.query({ sortBy: 'title' });
      holdSame(namesOf(ascending), ['ada', 'bob', 'Eve', 'cyd', 'dan'], 'Sorted by title');
      holdSame(ascending.keys?.length, 5, 'Of keys');
      const descending = await scene.query({ sortBy: 'title', sortOrder: 'descending' });
      holdSame(namesOf(descending), ['dan', 'Eve', 'cyd', 'ada', 'bob'], 'Sorted by title, descending');
    },
  },
  {
    name: 'query: pages by position have each User once, and tell the total, beyond the last one too',
    async run(host) {
      const scene = await peopled(host);
      for (const question of [{}, { sortBy: 'title' }, { filter: 'userName pr' }]) {
        const pages = await Promise.all(
          [1, 3, 5].map((startIndex) => scene.list({ ...question, startIndex, count: 2 })),
        );
        holdSame(pages.flat(), await scene.list(question), 'On pages of two');
        const beyond = await scene.query({ ...question, startIndex: 6, count: 2 });
        holdSame([beyond.total, beyond.resources.length], [5, 0], 'Beyond the last page');
      }
    },
  },
  {
    name: 'query: count 0 asks for the total alone',
    async run(host) {
      const scene = await peopled(host);
      for (const [filter, total] of [
        [undefined, 5],
        ['title eq "a"', 2],
      ] as const) {
        const page = await scene.query({ filter, count: 0 });
        holdSame([page.total, page.resources.length], [total, 0], 'Of total and resources');
      }
    },
  },
  {
    name: 'query: a page begins behind a place, also when who stood there is gone',
    async run(host) {
      for (const question of [{}, { sortBy: 'title' }, { sortBy: 'title', sortOrder: 'descending' }] as const) {
        const scene = await peopled(host);
        const { resources, keys = [] } = await scene.query(question);
        const [, second, ...others] = resources;
        const after = { id: second?.id ?? '', key: keys[1] ?? null };
        const wanted = namesOf({ total: 0, resources: others });
        holdSame(await scene.list({ ...question, after, total: 5 }), wanted, 'Behind the second');
        await scene.remove(after.id);
        holdSame(await scene.list({ ...question, after, total: 5 }), wanted, 'Behind one who is gone');
      }
    },
  },
  {
    name: 'query: nobody of another organization is listed, whatever the filter',
    async run(host) {
      const [scene, stranger] = [await Scene.open(host), await Scene.open(host)];
      await stranger.create('ada', { title: 'a', externalId: '1' });
      await scene.create('bob');
      for (const filter of [undefined, 'userName pr', 'title eq "a" or userName pr', 'not (title eq "b")']) {
        const page = await scene.query({ filter });
        holdSame([page.total, ...namesOf(page)], [1, 'bob'], `Of total and userNames by ${filter ?? 'no filter'}`);
      }
      for (const filter of ['userName eq "ada"', 'externalId eq "1"']) {
        holdSame(await scene.list({ filter }), [], `By ${filter}`);
      }
    },
  },
  {
    name: 'query: nobody hidden from directories is listed',
    needs: 'addHidden',
    async run(host) {
      const scene = await Scene.open(host);
      await host.addHidden?.(scene.caller);
      for (const filter of [undefined, 'userName pr or not (userName pr)']) {
        const page = await scene.query({ filter });
        holdSame([page.total, ...namesOf(page)], [0], 'Of total and userNames');
      }
    },
  },
  {
    name: 'query: a page costs as many statements as any other, and none more behind a place',
    async run(host) {
      const scene = await peopled(host);
      for (const question of [{}, { filter: 'title pr' }, { sortBy: 'title' }]) {
        const cost = (page: object) => host.countStatements(() => scene.query({ ...question, ...page }));
        const { resources, keys = [] } = await scene.query({ ...question, count: 1 });
        const after = { id: resources[0]?.id ?? '', key: keys[0] ?? null };
        const [one, three] = [await cost({ count: 1 }), await cost({ count: 3 })];
        hold(one > 0 && one === three, `One User took ${one} statements, and three took ${three}.`);
        const behind = await cost({ count: 3, after, total: 5 });
        hold(behind <= three, `A first page took ${three} statements, and one behind a place ${behind}.`);
      }
    },
  },
];
