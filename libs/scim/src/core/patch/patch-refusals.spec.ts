import type { ScimComplex } from '../resource/resource.js';
import { ScimError } from '../errors/scim-error.js';
import { complexList, text } from '../schema/define-attribute.js';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { applyPatch } from './apply-patch.js';
import { PATCH_OPERATION_LIMIT } from './read-operations.js';
import { readPatch } from './read-patch.js';

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
      complexList('doors', '', [text('value', '', { mutability: 'immutable', required: true }), text('place', '')]),
    ],
  },
]);
const ada: ScimComplex = {
  userName: 'ada',
  active: true,
  emails: [{ value: 'ada@x.test', type: 'work' }],
  [HOST]: { role: 'engineer', region: 'eu', doors: [{ value: '1', place: 'hall' }] },
};

function refusal(body: unknown): ScimError {
  try {
    applyPatch(
      ada,
      readPatch(body, USER, () => undefined),
      USER,
      () => undefined,
    );
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error('was accepted');
}
const refusalOf = (...operations: unknown[]) => refusal({ Operations: operations });
const replace = (path: string | undefined, value: unknown) => ({ op: 'replace', path, value });

describe('a PATCH', () => {
  it.each<{ body: unknown }>([
    { body: null },
    { body: 'text' },
    { body: [] },
    { body: {} },
    { body: { Operations: null } },
    { body: { Operations: { op: 'add' } } },
    { body: { Operations: [], OPERATIONS: [] } },
    { body: { Operations: ['add'] } },
    { body: { Operations: [null] } },
    { body: { Operations: [{ path: 'title', value: 'x' }] } },
    { body: { Operations: [{ op: ['add'], path: 'title', value: 'x' }] } },
    { body: { Operations: [{ op: 'add', OP: 'remove', path: 'title', value: 'x' }] } },
  ])('refuses $body as invalidSyntax', ({ body }) => expect(refusal(body).scimType).toBe('invalidSyntax'));

  it.each(['', 'copy', 'move', 'test', 'constructor', '__proto__', 'addMember'])('knows no op "%s"', (op) =>
    expect(refusalOf({ op, path: 'title', value: 'x' }).scimType).toBe('invalidSyntax'),
  );

  it('bounds the operations', () => {
    const operations = Array.from({ length: PATCH_OPERATION_LIMIT + 1 }, () => replace('title', 'x'));
    expect(refusalOf(...operations)).toMatchObject({
      scimType: 'invalidValue',
      detail: expect.stringContaining('1000'),
    });
  });

  it.each([
    'colour',
    'name.nick',
    'emails[type eq "work"].nick',
    'title[value eq "x"]',
    'name[givenName eq "x"].familyName',
    'emails[type eq "work"',
    'emails[type eq "work"].value.x',
    'emails.value[type eq "work"]',
    'a b',
    '.title',
    '$.title',
    '/title',
    'emails[0]',
    'constructor.prototype.x',
    '__proto__.x',
    'name.__proto__',
    'emails[type eq "work"].__proto__',
    'toString.x',
    ...Object.getOwnPropertyNames(Object.prototype),
    ...Object.getOwnPropertyNames(Array.prototype),
  ])('refuses the path %s as invalidPath', (path) => {
    expect(refusalOf(replace(path, 'x')).scimType).toBe('invalidPath');
    expect(refusalOf({ op: 'remove', path }).scimType).toBe('invalidPath');
  });

  it('refuses a path that is no text', () =>
    expect(refusalOf({ ...replace('x', 1), path: 5 }).scimType).toBe('invalidPath'));

  it.each([
    ['an unknown attribute in the brackets', replace('emails[colour eq "red"].value', 'x')],
    ['an operator that a boolean lacks', replace('emails[primary gt true].value', 'x')],
  ])('refuses %s as invalidFilter', (_what, operation) => expect(refusalOf(operation).scimType).toBe('invalidFilter'));

  it.each([
    ['a removal without a path', { op: 'remove' }],
    ['a removal of everything', { op: 'remove', path: '', value: { userName: 'ada' } }],
    ['no match of a filter with or', replace('emails[type eq "home" or type eq "other"].value', 'x@y.test')],
    ['no match of a filter with co', replace('emails[value co "zzz"].value', 'x@y.test')],
    ['no match of a negation', replace('emails[not (type eq "work")].value', 'x@y.test')],
    ['no match of a contradiction', replace('emails[type eq "a" and type eq "b"].value', 'x@y.test')],
  ])('refuses %s as noTarget', (_what, operation) => expect(refusalOf(operation).scimType).toBe('noTarget'));

  it.each([
    ['id', replace('id', 'x')],
    ['meta', replace('meta', { created: 'x' })],
    ['meta.created', replace('meta.created', '2026-01-01T00:00:00Z')],
    ['groups', replace('groups', [{ value: 'g' }])],
    ['groups, by filter', replace('groups[value eq "g"].display', 'G')],
    ['the removal of schemas', { op: 'remove', path: 'schemas' }],
    ['the removal of groups', { op: 'remove', path: 'groups[value eq "g"]' }],
    ['manager.displayName', replace(`${ENTERPRISE}:manager.displayName`, 'Boss')],
    ['another read-only value', replace(`${HOST}:role`, 'administrator')],
    ['another immutable value', replace(`${HOST}:region`, 'us')],
    ['another immutable value without a path', replace(undefined, { [HOST]: { region: 'us' } })],
    ['the removal of an immutable value', { op: 'remove', path: `${HOST}:region` }],
    ['an immutable sub-attribute', replace(`${HOST}:doors[place eq "hall"].value`, '2')],
    ['the removal of a required attribute', { op: 'remove', path: 'userName' }],
    ['the removal of a required sub-attribute', { op: 'remove', path: `${HOST}:doors[place eq "hall"].value` }],
    ['the removal of active', { op: 'remove', path: 'ACTIVE' }],
  ])('refuses %s as mutability', (_what, operation) => expect(refusalOf(operation).scimType).toBe('mutability'));

  it.each([
    ['an operation without a value', { op: 'add', path: 'title' }],
    ['a wrong type', replace('active', 'maybe')],
    ['an object for text', replace('title', { title: 'x' })],
    ['text for an object', replace('name', 'Ada')],
    ['text for an element', replace('emails[type eq "work"]', 'x@y.test')],
    ['text without a path', replace(undefined, 'x')],
    ['a list without a path', replace(undefined, [{}, {}])],
    ['an empty userName', replace('userName', '')],
    ['a userName of null', replace(undefined, { userName: null })],
    ['a blank userName', replace('userName', '  ')],
    ['an active of null', replace('active', null)],
    ['an empty active without a path', replace(undefined, { active: '' })],
    [
      'two primary values at once',
      {
        op: 'add',
        path: 'roles',
        value: [
          { value: 'a', primary: true },
          { value: 'b', primary: true },
        ],
      },
    ],
    ['an invisible character by way of a filter', replace('emails[value eq "a\u200Bb@x.test"].type', 'work')],
    [
      'an element without its required part',
      { op: 'add', path: `${HOST}:doors[place eq "attic"].place`, value: 'attic' },
    ],
  ])('refuses %s as invalidValue', (_what, operation) => expect(refusalOf(operation).scimType).toBe('invalidValue'));

  it('bounds lists that grow by single elements', () => {
    const operations = Array.from({ length: 101 }, (_, index) => ({
      op: 'add',
      path: 'roles',
      value: [{ value: `${index}` }],
    }));
    expect(refusalOf(...operations).detail).toBe('roles would have more than 100 elements.');
  });

  it('leaves nothing of the operations before the one that fails', () => {
    const before = structuredClone(ada);
    expect(refusalOf(replace('title', 'x'), replace('emails', []), { op: 'remove', path: 'userName' }).status).toBe(
      400,
    );
    expect(ada).toEqual(before);
  });
});
