import type { ScimComplex } from './resource.js';
import { complex, defineAttribute, text } from '../schema/define-attribute.js';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { replaceResource } from './replace-resource.js';

const ENTERPRISE = ENTERPRISE_USER_SCHEMA.id;
const HOST = 'urn:example:host:1.0:User';
const USER = userResourceType([
  ENTERPRISE_USER_SCHEMA,
  {
    id: HOST,
    name: 'Host',
    description: 'Host',
    attributes: [
      text('role', '', { mutability: 'readOnly' }),
      text('region', '', { mutability: 'immutable' }),
      text('floor', ''),
      complex('desk', '', [text('value', ''), defineAttribute('taken', 'boolean', '', { mutability: 'readOnly' })]),
    ],
  },
]);

const current: ScimComplex = {
  userName: 'ada',
  externalId: '00u1',
  active: false,
  title: 'Countess',
  emails: [{ value: 'ada@x.test', type: 'work', primary: true }],
  [ENTERPRISE]: { department: 'R', manager: { value: '7', displayName: 'Boss' } },
  [HOST]: { role: 'engineer', region: 'eu', floor: '3', desk: { value: '12', taken: true } },
};

const replace = (body: unknown, before = current) => replaceResource(before, body, USER, () => undefined);

describe('replaceResource', () => {
  it('clears what is left out, but not active, externalId, what is read-only and what is immutable', () => {
    expect(replace({ userName: 'ada' })).toEqual({
      userName: 'ada',
      externalId: '00u1',
      active: false,
      [HOST]: { role: 'engineer', region: 'eu' },
    });
  });

  it('clears externalId, but not active, when they are null', () => {
    expect(replace({ userName: 'ada', externalId: null, active: null })).toMatchObject({ active: false });
    expect(replace({ userName: 'ada', externalId: null })).not.toHaveProperty('externalId');
  });

  it('replaces objects and lists whole', () => {
    const before = { userName: 'ada', name: { givenName: 'Ada', familyName: 'L' }, roles: [{ value: 'a' }] };
    const body = { userName: 'ada', name: { familyName: 'K' }, roles: [{ value: 'b' }] };
    expect(replace(body, before)).toEqual(body);
  });

  it('is the same object when the client sends back what it was given, in another order', () => {
    const { userName, ...rest } = current;
    const echo = { ...rest, id: 'x', meta: { version: 'W/"1"' }, groups: [{ value: 'g' }], schemas: [], userName };
    expect(replace(echo)).toBe(current);
  });

  it('keeps read-only sub-attributes of what stays', () => {
    const body = {
      ...current,
      [ENTERPRISE]: { manager: { value: '7' } },
      [HOST]: { desk: { value: '12', taken: false } },
    };
    expect(replace(body)).toMatchObject({
      [ENTERPRISE]: { manager: { value: '7', displayName: 'Boss' } },
      [HOST]: { role: 'engineer', desk: { value: '12', taken: true } },
    });
    expect(replace({ ...current, [ENTERPRISE]: {} })).not.toHaveProperty([ENTERPRISE]);
  });

  it('sets an immutable attribute once', () => {
    expect(replace({ userName: 'ada', [HOST]: { region: 'us' } }, { userName: 'ada' })).toMatchObject({
      [HOST]: { region: 'us' },
    });
    expect(replace({ ...current, [HOST]: { region: 'eu', floor: '3', desk: { value: '12' } } })).toBe(current);
    expect(() => replace({ ...current, [HOST]: { region: 'us' } })).toThrow('region is immutable');
  });

  it('asks for what is required', () => expect(() => replace({ title: 'x' })).toThrow('userName is required.'));

  it('leaves what it was given as it was', () => {
    const before = structuredClone(current);
    replace({ userName: 'eve', [HOST]: { floor: '4' } });
    expect(current).toEqual(before);
  });
});
