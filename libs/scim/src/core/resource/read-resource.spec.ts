import type { Leniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import type { ResourceType } from '../schema/attribute.js';
import { complexList, defineAttribute, text } from '../schema/define-attribute.js';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { RESOURCE_LIMITS } from './limits.js';
import { readResource } from './read-resource.js';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = ENTERPRISE_USER_SCHEMA.id;
const BADGES = 'urn:example:badges:1.0:User';
const USER = userResourceType([
  ENTERPRISE_USER_SCHEMA,
  {
    id: BADGES,
    name: 'Badges',
    description: 'Badges',
    attributes: [
      defineAttribute('level', 'integer', ''),
      defineAttribute('weight', 'decimal', ''),
      defineAttribute('since', 'dateTime', ''),
      text('tags', '', { multiValued: true }),
      text('issuer', '', { mutability: 'readOnly' }),
      complexList('doors', '', [text('key', '', { required: true }), text('place', '')]),
    ],
  },
]);

const ada = { schemas: [CORE], userName: 'ada' };

function read(body: unknown, type: ResourceType = USER) {
  const leniencies = new Set<Leniency>();
  const attributes = readResource(body, type, (leniency) => leniencies.add(leniency));
  return { attributes, leniencies: [...leniencies] };
}

function refusal(body: unknown, type?: ResourceType): ScimError {
  try {
    read(body, type);
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error('was read');
}

describe('readResource', () => {
  it('keeps every core and extension attribute under its canonical name, whatever the case of the keys', () => {
    const sent = {
      SCHEMAS: [CORE, ENTERPRISE],
      USERNAME: 'ada',
      Name: { GIVENNAME: 'Ada' },
      Emails: [{ VALUE: 'ada@x.test', Primary: true }],
      [ENTERPRISE.toUpperCase()]: { DEPARTMENT: 'R&D', Manager: { Value: '7' } },
    };
    expect(read(sent)).toEqual({
      attributes: {
        userName: 'ada',
        name: { givenName: 'Ada' },
        emails: [{ value: 'ada@x.test', primary: true }],
        [ENTERPRISE]: { department: 'R&D', manager: { value: '7' } },
      },
      leniencies: ['attribute-case'],
    });
  });

  it('takes an RFC body without any leniency, leaving out what is read-only and what is unassigned', () => {
    const sent = {
      ...ada,
      id: 'mine',
      meta: { resourceType: 'User' },
      groups: [{ value: 'g' }],
      title: null,
      nickName: '',
      roles: [],
      name: {},
      phoneNumbers: [{}, null, { value: '', type: 'work' }],
      [ENTERPRISE]: { manager: { displayName: 'Boss' } },
      [BADGES]: { issuer: 'me', tags: ['a', 'b'], level: 3, weight: 1.5, since: '2026-01-31T08:00:00+01:00' },
    };
    expect(read(sent)).toEqual({
      attributes: { userName: 'ada', [BADGES]: { tags: ['a', 'b'], level: 3, weight: 1.5, since: sent[BADGES].since } },
      leniencies: [],
    });
  });

  it.each<[string, object, object, Leniency[]]>([
    ['unknown attributes', { favouriteColour: 'red', name: { nick: 'x' } }, {}, ['unknown-attribute']],
    ['attributes of unknown schemas', { 'urn:x:y': { a: 1 }, 'urn:x:y:z.w': 1 }, {}, ['unknown-schema']],
    ['a qualified unknown attribute', { [`${CORE}:colour`]: 'red' }, {}, ['unknown-attribute']],
    ['a URN inside an object', { name: { [`${CORE}:givenName`]: 'Ada' } }, {}, ['unknown-attribute']],
    ['password', { password: 'hunter2' }, {}, ['password-ignored']],
    ['a qualified password', { [`${CORE}:PASSWORD`]: 'x' }, {}, ['password-ignored']],
    ['dotted keys', { 'name.givenName': 'Ada' }, { name: { givenName: 'Ada' } }, ['path-less-dotted-key']],
    [
      'a dotted key beside the object',
      { 'name.givenName': 'Ada', name: { familyName: 'L' } },
      { name: { givenName: 'Ada', familyName: 'L' } },
      ['path-less-dotted-key'],
    ],
    [
      'dotted keys of a list',
      { 'emails.value': 'a@x.test', 'emails.type': 'work' },
      { emails: [{ value: 'a@x.test', type: 'work' }] },
      ['path-less-dotted-key'],
    ],
    [
      'qualified keys',
      { [`${ENTERPRISE}:department`]: 'R', [`${CORE}:title`]: 'Dr' },
      { title: 'Dr', [ENTERPRISE]: { department: 'R' } },
      ['path-less-dotted-key'],
    ],
    [
      'a key that only an extension has',
      { department: 'R' },
      { [ENTERPRISE]: { department: 'R' } },
      ['unqualified-extension-attribute'],
    ],
    ['numbers as text', { title: 7 }, { title: '7' }, ['number-as-text']],
    ['an element twice', { roles: [{ value: 'a' }, { value: 'a' }] }, { roles: [{ value: 'a' }] }, []],
  ])('reads %s', (_what, sent, expected, leniencies) => {
    expect(read({ ...ada, ...sent })).toEqual({ attributes: { userName: 'ada', ...expected }, leniencies });
  });

  it('tolerates a body without schemas', () => {
    expect(read({ userName: 'ada' }).leniencies).toEqual(['missing-schemas']);
    expect(read({ userName: 'ada', schemas: CORE }).leniencies).toEqual([]);
  });

  it.each(['text', 5, null, [], [{ userName: 'ada' }]])('refuses %j, which is no object', (body) =>
    expect(refusal(body).scimType).toBe('invalidSyntax'),
  );

  it.each([
    { userName: 'a', USERNAME: 'b' },
    { ...ada, emails: [], Emails: [{ value: 'a@x.test' }] },
    { ...ada, name: { givenName: 'A' }, 'name.givenName': 'B' },
    { ...ada, title: 'x', [`${CORE}:title`]: 'y' },
    { ...ada, emails: [{ value: 'a@x.test', Value: 'b@x.test' }] },
    { ...ada, name: null, 'name.givenName': 'B' },
    { ...ada, schemas: [5] },
  ])('refuses the ambiguous or malformed %j as invalidSyntax', (body) =>
    expect(refusal(body).scimType).toBe('invalidSyntax'),
  );

  it.each<[string, object]>([
    ['userName', {}],
    ['userName', { userName: null }],
    ['userName', { userName: '' }],
    ['userName', { userName: '   ' }],
    ['userName', { userName: 5 }],
    ['userName', { userName: { toString: 'x' } }],
    ['active', { ...ada, active: 'yes' }],
    ['active', { ...ada, active: 1 }],
    ['externalId', { ...ada, externalId: 2 ** 53 }],
    ['externalId', { ...ada, externalId: true }],
    ['name', { ...ada, name: 'Ada' }],
    ['name', { ...ada, name: [{}, {}] }],
    ['emails', { ...ada, emails: 'a@x.test' }],
    ['emails', { ...ada, emails: [['a@x.test', 'b@x.test']] }],
    ['emails.value', { ...ada, emails: [{ value: { x: 1 } }] }],
    ['emails.value', { ...ada, emails: [{ value: 'a b@x.test' }] }],
    ['emails.value', { ...ada, emails: [{ value: 'a@x.test\r\nBcc:b@x.test' }] }],
    ['emails.primary', { ...ada, emails: [{ value: 'a@x.test', primary: 'maybe' }] }],
    ['x509Certificates.value', { ...ada, x509Certificates: [{ value: 'not base64!' }] }],
    ['x509Certificates.value', { ...ada, x509Certificates: [{ value: 'AAAAA' }] }],
    [`${ENTERPRISE}:manager.value`, { ...ada, [ENTERPRISE]: { manager: { value: {} } } }],
    [`${BADGES}:level`, { ...ada, [BADGES]: { level: 1.5 } }],
    [`${BADGES}:level`, { ...ada, [BADGES]: { level: '1' } }],
    [`${BADGES}:weight`, { ...ada, [BADGES]: { weight: Infinity } }],
    [`${BADGES}:since`, { ...ada, [BADGES]: { since: '2026-02-30T00:00:00Z' } }],
    [`${BADGES}:since`, { ...ada, [BADGES]: { since: 'yesterday' } }],
    [`${BADGES}:doors.key`, { ...ada, [BADGES]: { doors: [{ place: 'hall' }] } }],
  ])('refuses a wrong %s as invalidValue: %j', (name, body) => {
    expect(refusal(body)).toMatchObject({ status: 400, scimType: 'invalidValue' });
    expect(refusal(body).detail.startsWith(`${name} `)).toBe(true);
  });

  it('refuses two primary values', () => {
    const emails = [
      { value: 'a@x.test', primary: true },
      { value: 'b@x.test', primary: true },
    ];
    expect(refusal({ ...ada, emails }).detail).toBe('emails has more than one primary value.');
  });

  it.each<[string, number, (text: string) => object]>([
    ['userName', RESOURCE_LIMITS.userName, (userName) => ({ userName })],
    ['externalId', RESOURCE_LIMITS.externalId, (externalId) => ({ ...ada, externalId })],
    ['displayName', RESOURCE_LIMITS.displayName, (displayName) => ({ ...ada, displayName })],
    ['name.givenName', RESOURCE_LIMITS.namePart, (givenName) => ({ ...ada, name: { givenName } })],
    ['emails.value', RESOURCE_LIMITS.email, (value) => ({ ...ada, emails: [{ value }] })],
    ['title', RESOURCE_LIMITS.text, (title) => ({ ...ada, title })],
    ['profileUrl', RESOURCE_LIMITS.reference, (profileUrl) => ({ ...ada, profileUrl })],
    ['x509Certificates.value', RESOURCE_LIMITS.binary, (value) => ({ ...ada, x509Certificates: [{ value }] })],
  ])('bounds %s to %d characters', (name, limit, toBody) => {
    expect(read(toBody('a'.repeat(limit))).attributes).toBeDefined();
    expect(refusal(toBody('a'.repeat(limit + 1))).detail).toBe(`${name} is longer than ${limit} characters.`);
  });

  it('bounds the elements of a list, quickly', () => {
    const roles = (count: number) => Array.from({ length: count }, (_, index) => ({ value: `role ${index}` }));
    expect(read({ ...ada, roles: roles(RESOURCE_LIMITS.elements) }).attributes['roles']).toHaveLength(100);
    expect(refusal({ ...ada, roles: roles(100_000) }).detail).toBe('roles has more than 100 elements.');
  });

  it('asks for a required extension', () => {
    const type = { ...USER, extensions: [{ schema: ENTERPRISE_USER_SCHEMA, required: true }] };
    expect(refusal(ada, type).detail).toBe(`The extension ${ENTERPRISE} is required.`);
    expect(read({ ...ada, department: 'R' }, type).attributes[ENTERPRISE]).toEqual({ department: 'R' });
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))('takes %s for any unknown name', (name) => {
    const evil = JSON.parse(`{"${name}":{"polluted":true}}`) as object;
    const body = { ...ada, name: evil, emails: [{ ...evil, value: 'a@x.test' }], [ENTERPRISE]: evil, [`${name}.x`]: 1 };
    Object.defineProperty(body, name, { value: { polluted: true }, enumerable: true });
    expect(read(body)).toEqual({
      attributes: { userName: 'ada', emails: [{ value: 'a@x.test' }] },
      leniencies: ['unknown-attribute'],
    });
    expect(Object.prototype).not.toHaveProperty('polluted');
  });
});
