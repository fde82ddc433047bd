import { complexList, text } from '../schema/define-attribute.js';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { PROJECTION_LIMIT, readProjection } from './projection.js';
import { representList } from './represent-list.js';
import { representResource } from './represent-resource.js';
import type { ScimResource } from './resource.js';

const ENTERPRISE = ENTERPRISE_USER_SCHEMA.id;
const HOST = 'urn:example:host:1.0:User';
const USER = userResourceType([
  ENTERPRISE_USER_SCHEMA,
  {
    id: HOST,
    name: 'Host',
    description: 'Host',
    attributes: [
      text('badge', '', { returned: 'always' }),
      text('notes', '', { returned: 'request' }),
      text('pin', '', { returned: 'never' }),
      complexList('doors', '', [text('place', ''), text('key', '', { returned: 'never' })]),
    ],
  },
]);
const PLAIN = userResourceType([ENTERPRISE_USER_SCHEMA]);
const CORE = USER.schema.id;
const BASE_URL = 'https://x.test/scim/v2';

const resource: ScimResource = {
  id: '42',
  revision: 3,
  created: new Date('2026-01-01T00:00:00Z'),
  lastModified: new Date('2026-01-02T00:00:00Z'),
  attributes: {
    userName: 'ada',
    externalId: '00u',
    active: false,
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    emails: [{ value: 'ada@x.test', type: 'work' }, { value: 'ada@home.test' }],
    [ENTERPRISE]: { department: 'R', manager: { value: '7' } },
    [HOST]: { badge: 'b', notes: 'n', pin: 'p', doors: [{ place: 'hall', key: 'k' }, { key: 'k' }] },
  },
};
const meta = {
  resourceType: 'User',
  created: '2026-01-01T00:00:00.000Z',
  lastModified: '2026-01-02T00:00:00.000Z',
  location: `${BASE_URL}/Users/42`,
  version: 'W/"3"',
};
const minimum = { schemas: [CORE, ENTERPRISE, HOST], id: '42', [HOST]: { badge: 'b' } };

const without = <Value>(object: Readonly<Record<string, Value>>, name: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(object).filter(([key]) => key !== name));

const project = (attributes?: unknown, excluded?: unknown) =>
  readProjection(attributes, excluded, USER, () => undefined);
const represent = (attributes?: unknown, excluded?: unknown) =>
  representResource(resource, USER, BASE_URL, project(attributes, excluded));

describe('representResource', () => {
  it('returns everything with schemas, id and meta', () => {
    const attributes = without(resource.attributes, HOST);
    expect(representResource({ ...resource, attributes }, PLAIN, BASE_URL)).toEqual({
      schemas: [CORE, ENTERPRISE],
      id: '42',
      ...attributes,
      meta,
    });
  });

  it('names only the extensions that have attributes', () =>
    expect(representResource({ ...resource, attributes: { userName: 'ada' } }, USER, BASE_URL)).toEqual({
      schemas: [CORE],
      id: '42',
      userName: 'ada',
      meta,
    }));

  it('refers to the groups of a User', () => {
    const attributes = { userName: 'ada', groups: [{ value: 'g1', display: 'Engineers' }] };
    const groups = [{ value: 'g1', display: 'Engineers', $ref: `${BASE_URL}/Groups/g1`, type: 'direct' }];
    expect(representResource({ ...resource, attributes }, PLAIN, BASE_URL)['groups']).toEqual(groups);
    expect(representResource({ ...resource, attributes }, PLAIN, BASE_URL, project('groups.$ref'))).toMatchObject({
      groups: [{ $ref: `${BASE_URL}/Groups/g1` }],
    });
    expect(attributes.groups).toEqual([{ value: 'g1', display: 'Engineers' }]);
  });

  it('returns neither what is never nor what is only on request returned', () =>
    expect(represent()).toEqual({
      ...minimum,
      ...resource.attributes,
      [HOST]: { badge: 'b', doors: [{ place: 'hall' }] },
      meta,
    }));

  it.each<[string, object]>([
    ['userName', { userName: 'ada' }],
    ['USERNAME , active', { userName: 'ada', active: false }],
    [`${CORE}:userName`, { userName: 'ada' }],
    ['name.givenName', { name: { givenName: 'Ada' } }],
    ['name,name.givenName', { name: { givenName: 'Ada', familyName: 'Lovelace' } }],
    ['emails.type', { emails: [{ type: 'work' }] }],
    ['emails.display', {}],
    ['meta.version', { meta: { version: 'W/"3"' } }],
    ['externalId', { externalId: '00u' }],
    ['id', {}],
    [ENTERPRISE, { [ENTERPRISE]: { department: 'R', manager: { value: '7' } } }],
    [`${ENTERPRISE}:department`, { [ENTERPRISE]: { department: 'R' } }],
    [`${ENTERPRISE}:manager.value`, { [ENTERPRISE]: { manager: { value: '7' } } }],
    ['department', { [ENTERPRISE]: { department: 'R' } }],
    [`${HOST}:notes`, { [HOST]: { badge: 'b', notes: 'n' } }],
    [`${HOST}:pin`, {}],
    [`${HOST}:doors.key`, {}],
    ['colour,urn:x:y:z,,__proto__,constructor.name', {}],
  ])('returns of attributes=%s the minimum and what was asked for', (attributes, expected) =>
    expect(represent(attributes)).toEqual({ ...minimum, ...expected }),
  );

  it.each<[string, (whole: Record<string, unknown>) => object]>([
    ['userName', (whole) => without(whole, 'userName')],
    ['id,schemas', (rest) => rest],
    ['emails.value', (rest) => ({ ...rest, emails: [{ type: 'work' }] })],
    ['meta', (whole) => without(whole, 'meta')],
    [ENTERPRISE, (whole) => without(whole, ENTERPRISE)],
    [HOST, (rest) => ({ ...rest, [HOST]: { badge: 'b' } })],
    [`${HOST}:badge`, (rest) => rest],
    [`${ENTERPRISE}:manager`, (rest) => ({ ...rest, [ENTERPRISE]: { department: 'R' } })],
    ['members,colour', (rest) => rest],
  ])('returns of excludedAttributes=%s the default but for it', (excluded, expected) =>
    expect(represent(undefined, excluded)).toEqual(expected(represent())),
  );

  it('leaves the resource as it is', () => {
    const before = structuredClone(resource);
    represent('emails.type');
    represent(undefined, 'emails.type');
    expect(resource).toEqual(before);
  });
});

describe('readProjection', () => {
  it('asks for nothing when both are empty', () => expect(project('', undefined)).toBeUndefined());

  it.each([
    ['both', 'userName', 'name'],
    ['a repeated parameter', ['userName', 'name'], undefined],
    ['an object', undefined, { x: 'y' }],
    ['too many names', 'a,'.repeat(PROJECTION_LIMIT), undefined],
    ['far too many names', undefined, 'a,'.repeat(1_000_000)],
  ])('refuses %s', (_what, attributes, excluded) =>
    expect(() => project(attributes, excluded)).toThrow(/^Give |lists more than 100 names/),
  );
});

describe('representList', () => {
  it('has Resources and whole numbers, also when it is empty', () =>
    expect(representList({ total: 0, startIndex: 1 }, [])).toEqual({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
      totalResults: 0,
      startIndex: 1,
      itemsPerPage: 0,
      Resources: [],
    }));
});
