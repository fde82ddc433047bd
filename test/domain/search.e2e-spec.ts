import type { ResourceQuery } from '@ruleforge/scim';
import { readFilter } from '../../libs/scim/src/core/filter/read-filter.js';
import { readSort } from '../../libs/scim/src/core/filter/read-sort.js';
import { type Acme, Domain, USER_TYPE } from './domain.js';

const ignore = () => undefined;

describe('queries of a directory', () => {
  let domain: Domain;
  let acme: Acme;
  const ids: string[] = [];

  beforeAll(async () => {
    domain = await Domain.open();
    acme = await domain.anOrganization();
    const other = await domain.anOrganization();
    await other.provision('user03@acme.test', { externalId: 'e3' });
    for (let index = 0; index < 25; index += 1) {
      const number = String(index).padStart(2, '0');
      const { id } = await acme.provision(`User${number}@acme.test`, {
        externalId: `e${index}`,
        displayName: `Person ${number} ${'é'.repeat(index === 7 ? 300 : 1)}`,
        emails: [
          { value: `Mail${number}@acme.test`, type: 'work', primary: true },
          { value: `alias${number}@acme.test` },
        ],
        active: index % 5 !== 0,
        ...(index % 2 === 0 ? { title: 'Engineer' } : {}),
      });
      ids.push(id);
    }
  });
  afterAll(() => domain.close());

  const query = (filter: string | undefined, paging: Partial<ResourceQuery> = {}) =>
    acme.directory.query(acme.scope, {
      filter: readFilter(filter, USER_TYPE, ignore),
      startIndex: 1,
      count: 100,
      ...paging,
    });

  const numbersOf = (resources: readonly { id: string }[]) => resources.map(({ id }) => ids.indexOf(id));

  it.each<[string, number[]]>([
    ['userName eq "USER03@ACME.test"', [3]],
    ['userName eq "\uff55ser03@acme.test"', []],
    ['externalId eq "e3"', [3]],
    ['externalId eq "E3"', []],
    ['id eq "no uuid"', []],
    ['emails.value eq "MAIL04@acme.test"', [4]],
    ['emails eq "alias04@acme.test"', [4]],
    ['emails[type eq "work" and value eq "mail04@acme.test"]', [4]],
    ['emails[type eq "home" and value eq "mail04@acme.test"]', []],
    ['displayName eq "person 08 É"', [8]],
    [`displayName eq "person 07 ${'É'.repeat(300)}"`, [7]],
    [`displayName eq "person 07 ${'É'.repeat(299)}"`, []],
    ['active eq false', [0, 5, 10, 15, 20]],
    ['active eq "False" and title pr', [0, 10, 20]],
    ['not (title pr) and userName sw "user0"', [1, 3, 5, 7, 9]],
    ['userName co "%"', []],
    ['userName eq "user01@acme.test" or externalId eq "e2"', [1, 2]],
    ['urn:ietf:params:scim:schemas:extension:ruleforge:2.0:User:role ne "read_only"', []],
    ['urn:ietf:params:scim:schemas:extension:ruleforge:2.0:User:managedBy pr and externalId eq "e9"', [9]],
    ['schemas eq "urn:ietf:params:scim:schemas:extension:ruleforge:2.0:User" and externalId eq "e9"', [9]],
    ['meta.resourceType eq "User" and externalId eq "e9"', [9]],
    ['meta.lastModified gt "2020-01-01T00:00:00Z" and externalId eq "e9"', [9]],
    ['meta.version eq "W/\\"1\\"" and externalId eq "e9"', [9]],
  ])('answers %s', async (filter, expected) => {
    const { total, resources } = await query(filter);
    expect(numbersOf(resources)).toEqual(expected);
    expect(total).toBe(expected.length);
  });

  it('sees neither the recovery administrator nor another organization', async () => {
    expect((await query('userName co "root"')).total).toBe(0);
    expect((await query(undefined, { count: 0 })).total).toBe(25);
    const [foreign] = await domain.query('SELECT id FROM members WHERE organization_id <> $1 AND NOT recovery', [
      acme.id,
    ]);
    expect(await acme.directory.find(acme.scope, String(foreign!['id']))).toBeUndefined();
    expect((await query(`id eq "${String(foreign!['id'])}"`)).total).toBe(0);
  });

  it('hides an externalId that another connection gave', async () => {
    const other = acme.through('other');
    expect((await other.directory.find(other.scope, ids[3]!))!.attributes).not.toHaveProperty('externalId');
    const filter = readFilter('externalId eq "e3"', USER_TYPE, ignore);
    expect((await other.directory.query(other.scope, { filter, startIndex: 1, count: 10 })).total).toBe(0);
  });

  it.each([
    'nonsense',
    '',
    '00000000-0000-0000-0000-00000000000',
    '{00000000-0000-7000-8000-000000000000}',
    '\0',
    '019aa0000000700080000000000000000',
  ])('finds nothing under %j', async (id) => {
    expect(await acme.directory.find(acme.scope, id)).toBeUndefined();
    expect(await acme.directory.find(acme.scope, ids[0]!.toUpperCase())).toBeUndefined();
  });

  it('walks every page once, in the order of creation, and says the same without having walked', async () => {
    const walked: number[] = [];
    for (let startIndex = 1; startIndex <= 25; startIndex += 4) {
      const page = await query(undefined, { startIndex, count: 4 });
      expect(page.total).toBe(25);
      walked.push(...numbersOf(page.resources));
    }
    expect(walked).toEqual(ids.map((_, index) => index));
    const stranger = acme.through(acme.connectionId);
    const page = await stranger.directory.query(stranger.scope, { startIndex: 10, count: 3 });
    expect(numbersOf(page.resources)).toEqual([9, 10, 11]);
    expect(await query(undefined, { startIndex: 1_000, count: 5 })).toEqual({ total: 25, resources: [] });
  });

  it('pages through what a filter matches, sorted or not, and knows the total beyond the end', async () => {
    const filter = readFilter('title eq "engineer"', USER_TYPE, ignore);
    const page = await query('title eq "engineer"', { startIndex: 3, count: 2 });
    expect([page.total, numbersOf(page.resources)]).toEqual([13, [4, 6]]);
    const sort = readSort('userName', 'descending', USER_TYPE, ignore);
    const sorted = await query(undefined, { sort, count: 3 });
    expect([sorted.total, numbersOf(sorted.resources)]).toEqual([25, [24, 23, 22]]);
    const byMail = readSort('emails', undefined, USER_TYPE, ignore);
    const both = await acme.directory.query(acme.scope, { filter, sort: byMail, startIndex: 2, count: 2 });
    expect([both.total, numbersOf(both.resources)]).toEqual([13, [2, 4]]);
    expect(await query('title pr', { startIndex: 50 })).toEqual({ total: 13, resources: [] });
    expect(await query('title pr', { count: 0 })).toEqual({ total: 13, resources: [] });
    expect(await query('externalId eq "e1"', { startIndex: 2 })).toEqual({ total: 1, resources: [] });
  });

  it('lists members for the screen by name, both ways, by words and status', async () => {
    const list = (search: object) => domain.members.list(domain.tx, acme.id, { limit: 10, ...search });
    const first = await list({});
    expect(first.members.map(({ name }) => name.slice(0, 9))).toEqual(
      Array.from({ length: 10 }, (_, index) => `Person 0${index}`),
    );
    expect(first.previous).toBeUndefined();
    const second = await list({ after: first.next });
    const third = await list({ after: second.next });
    expect([third.members.length, third.members.at(-1)!.name, third.next]).toEqual([6, 'Root', undefined]);
    expect((await list({ before: third.previous })).members).toEqual(second.members);
    expect((await list({ before: second.previous })).previous).toBeUndefined();
    expect((await list({ text: 'PERS 07' })).members).toHaveLength(1);
    expect((await list({ text: 'alias11@' })).members).toHaveLength(1);
    expect((await list({ text: '%' })).members).toHaveLength(10);
    expect((await list({ text: 'person', active: false })).members).toHaveLength(5);
    expect((await list({ after: 'nonsense' })).members).toEqual(first.members);
  });
});
