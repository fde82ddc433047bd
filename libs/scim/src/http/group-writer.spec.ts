import { readProjection } from '../core/resource/projection.js';
import { representList } from '../core/resource/represent-list.js';
import { GROUP_RESOURCE_TYPE as GROUP } from '../core/schema/group-resource-type.js';
import type { Group, GroupMember } from '../groups/group.js';
import { listTexts } from './group-texts.js';
import { GroupWriter } from './group-writer.js';

const BASE_URL = 'https://x.test/scim/c1/v2';
const ADA = { value: 'a1', display: 'Ada "the first"' };
const BOB = { value: 'b1', display: 'Bob' };
const shown = ({ value, display }: GroupMember) => ({
  value,
  $ref: `${BASE_URL}/Users/${value}`,
  type: 'User',
  display,
});

const aGroup = (memberCount: number, more: Partial<Group> = {}): Group => ({
  id: 'g1',
  revision: 2,
  created: new Date('2026-01-01T00:00:00Z'),
  lastModified: new Date('2026-01-02T00:00:00Z'),
  attributes: { displayName: 'Engineers' },
  memberCount,
  ...more,
});
const head = {
  schemas: [GROUP.schema.id],
  id: 'g1',
  displayName: 'Engineers',
  meta: {
    resourceType: 'Group',
    created: '2026-01-01T00:00:00.000Z',
    lastModified: '2026-01-02T00:00:00.000Z',
    location: `${BASE_URL}/Groups/g1`,
    version: 'W/"2"',
  },
};

/** Writes as a request with those parameters asks, where the database has those chunks of members. */
function writer(chunks: readonly (readonly GroupMember[])[] = [], attributes?: string, excluded?: string) {
  const projection = readProjection(attributes, excluded, GROUP, () => undefined);
  return new GroupWriter(GROUP, BASE_URL, projection, async function* () {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  });
}

async function joined(texts: AsyncIterable<string>): Promise<unknown> {
  let whole = '';
  for await (const text of texts) whole += text;
  return JSON.parse(whole);
}

describe('a group at hand', () => {
  it.each([
    ['members that were read along', aGroup(2, { members: [ADA, BOB] }), [shown(ADA), shown(BOB)]],
    ['no members, which it says', aGroup(0), []],
    ['members who are no Users any more', aGroup(2, { members: [] }), []],
  ])('shows %s', (_, group, members) => {
    expect(writer().isComplete(group)).toBe(true);
    expect(writer().document(group)).toEqual({ ...head, members });
  });

  it.each([
    ['members.value', undefined, { members: [{ value: 'a1' }] }],
    ['members', undefined, { members: [shown(ADA)] }],
    ['members.$ref,displayName', undefined, { displayName: 'Engineers', members: [{ $ref: `${BASE_URL}/Users/a1` }] }],
    ['displayName', undefined, { displayName: 'Engineers' }],
    [undefined, 'members,meta', { displayName: 'Engineers' }],
    [
      undefined,
      'members.display,members.$ref,meta',
      { displayName: 'Engineers', members: [{ value: 'a1', type: 'User' }] },
    ],
  ])('shows what attributes=%s, excludedAttributes=%s leave', (attributes, excluded, rest) =>
    expect(writer([], attributes, excluded).document(aGroup(1, { members: [ADA] }))).toEqual({
      schemas: [GROUP.schema.id],
      id: 'g1',
      ...rest,
    }),
  );
});

it('is complete without its members when nobody wants to see them', () => {
  expect(writer([], undefined, 'members').isComplete(aGroup(100_000))).toBe(true);
  expect(writer([], 'displayName').isComplete(aGroup(100_000))).toBe(true);
  expect(writer().isComplete(aGroup(100_000))).toBe(false);
});

it.each([
  ['several chunks', [[ADA], [BOB]], [ADA, BOB]],
  ['an empty chunk', [[], [ADA], [], [BOB]], [ADA, BOB]],
  ['nobody in the end', [], []],
])('writes as text, in parts, what a document would be: %s', async (_, chunks, members) =>
  expect(await joined(writer(chunks).texts(aGroup(2)))).toEqual({ ...head, members: members.map(shown) }),
);

it.each([
  ['none', []],
  ['one that is at hand', [aGroup(0)]],
  ['one that has to be read', [aGroup(2)]],
  ['both', [aGroup(2), aGroup(0), aGroup(1, { members: [BOB] }), aGroup(2)]],
])('writes lists of groups the same way: %s', async (_, groups) => {
  const one = writer([[ADA], [BOB]]);
  const list = { ...representList({ total: 7, startIndex: 1 }, []), itemsPerPage: groups.length };
  const texts = listTexts(
    list,
    groups.map((group) => one.texts(group)),
  );
  const documents = groups.map((group) =>
    one.document(one.isComplete(group) ? group : { ...group, members: [ADA, BOB] }),
  );
  expect(await joined(texts)).toEqual(representList({ total: 7, startIndex: 1 }, documents));
});

it('reads no further than its reader does', async () => {
  const seen: number[] = [];
  const one = new GroupWriter(GROUP, BASE_URL, undefined, async function* () {
    for (let chunk = 1; ; chunk++) {
      seen.push(chunk);
      yield await Promise.resolve([ADA]);
    }
  });
  const texts = one.texts(aGroup(100_000));
  await texts.next();
  await texts.next();
  await texts.return(undefined);
  expect(seen).toEqual([1, 2]);
});
