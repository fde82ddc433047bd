import { applyPatch } from '../patch/apply-patch.js';
import { readPatch } from '../patch/read-patch.js';
import { readResource } from '../resource/read-resource.js';
import type { ScimComplex } from '../resource/resource.js';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import type { Leniency } from './leniency.js';

const ENTERPRISE = ENTERPRISE_USER_SCHEMA.id;
const USER = userResourceType([ENTERPRISE_USER_SCHEMA]);
const CORE = USER.schema.id;
const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

function noting<Result>(work: (note: (leniency: Leniency) => void) => Result) {
  const leniencies = new Set<Leniency>();
  const result = work((leniency) => leniencies.add(leniency));
  return { result, leniencies: [...leniencies].sort() };
}

const post = (body: object) => noting((note) => readResource(body, USER, note));
const patch = (current: ScimComplex, ...operations: object[]) =>
  noting((note) =>
    applyPatch(current, readPatch({ schemas: [PATCH_OP], Operations: operations }, USER, note), USER, note),
  );

const ada: ScimComplex = { userName: 'ada', active: true };
const boss = { ...ada, [ENTERPRISE]: { manager: { value: '7' } } };
const workMail = { value: 'ada@x.test', type: 'work', primary: true };

describe('Entra ID', () => {
  it('lists an extension without its object, a malformed URN, nulls and a meta of its own', () => {
    const { result, leniencies } = post({
      schemas: [CORE, 'urn:ietf:params:scim:schemas:extension:enterprise:2.0User'],
      userName: 'jyoung@testuser.com',
      active: true,
      addresses: null,
      meta: { resourceType: 'User' },
      name: { familyName: 'Young', givenName: 'Joy' },
      department: null,
      manager: null,
    });
    expect(result).toEqual({
      userName: 'jyoung@testuser.com',
      active: true,
      name: { familyName: 'Young', givenName: 'Joy' },
    });
    expect(leniencies).toEqual(['unknown-schema', 'unqualified-extension-attribute']);
  });

  it.each(['False', 'false', 'FALSE'])('deactivates with the text %s and a capital op', (value) =>
    expect(patch(ada, { op: 'Replace', path: 'active', value })).toEqual({
      result: { userName: 'ada', active: false },
      leniencies: ['boolean-as-text', 'op-case'],
    }),
  );

  it('creates roles whose primary is text', () =>
    expect(post({ schemas: [CORE], userName: 'a', roles: [{ primary: 'True', value: 'Admin' }] })).toEqual({
      result: { userName: 'a', roles: [{ primary: true, value: 'Admin' }] },
      leniencies: ['boolean-as-text'],
    }));

  it('packs attributes into a value with dotted and qualified keys', () =>
    expect(
      patch(ada, {
        op: 'replace',
        value: {
          displayName: 'B',
          'name.givenName': 'K',
          'name.familyName': 'U',
          [`${ENTERPRISE}:employeeNumber`]: '7',
        },
      }),
    ).toEqual({
      result: {
        ...ada,
        displayName: 'B',
        name: { givenName: 'K', familyName: 'U' },
        [ENTERPRISE]: { employeeNumber: '7' },
      },
      leniencies: ['path-less-dotted-key', 'path-less-patch'],
    }));

  it('adds an extension as an object', () =>
    expect(patch(ada, { op: 'add', value: { [ENTERPRISE]: { department: 'R' } } })).toEqual({
      result: { ...ada, [ENTERPRISE]: { department: 'R' } },
      leniencies: ['path-less-patch'],
    }));

  it.each(['Add', 'Replace'])('makes the e-mail that its %s asks for', (op) =>
    expect(patch(ada, { op, path: 'emails[type eq "Work"].value', value: 'A@x.test' })).toEqual({
      result: { ...ada, emails: [{ type: 'Work', value: 'A@x.test' }] },
      leniencies: ['created-missing-element', 'op-case'],
    }),
  );

  it("builds one role from the validator's operations, its primary a boolean", () => {
    const parts = { display: 'D', value: 'V', type: 'T' };
    const operations = Object.entries(parts).map(([part, value]) => ({
      op: 'add',
      path: `roles[primary eq "True"].${part}`,
      value,
    }));
    expect(patch(ada, ...operations)).toEqual({
      result: { ...ada, roles: [{ primary: true, ...parts }] },
      leniencies: ['boolean-as-text', 'created-missing-element'],
    });
  });

  it('builds one e-mail, whichever part comes first', () => {
    const primary = { op: 'add', path: 'emails[type eq "work"].primary', value: true };
    const value = { op: 'add', path: 'emails[type eq "work"].value', value: 'ada@x.test' };
    for (const operations of [
      [primary, value],
      [value, primary],
    ]) {
      expect(patch(ada, ...operations).result).toEqual({ ...ada, emails: [workMail] });
    }
  });

  it.each<[string, string, unknown, Leniency[]]>([
    ['text', `${ENTERPRISE}:manager`, '7', ['manager-shape']],
    ['an object', `${ENTERPRISE}:manager`, { value: '7' }, []],
    ['a list', `${ENTERPRISE}:manager`, [{ value: '7', $ref: null }], ['array-for-object']],
    ['an unqualified path', 'manager', { value: '7' }, ['unqualified-extension-attribute']],
    ['its value', `${ENTERPRISE}:manager.value`, '7', []],
    ['a number', `${ENTERPRISE}:manager`, { value: 7 }, ['number-as-text']],
  ])('sets the manager by %s', (_what, path, value, leniencies) =>
    expect(patch(ada, { op: 'add', path, value })).toEqual({ result: boss, leniencies }),
  );

  it('keeps the $ref of a manager', () => {
    const reference = { value: '7', $ref: 'http://.../scim/Users/7' };
    expect(patch(ada, { op: 'Add', path: 'manager', value: [reference] }).result).toEqual({
      ...ada,
      [ENTERPRISE]: { manager: reference },
    });
  });

  it.each([
    ['', `${ENTERPRISE}:manager`],
    [{ value: '' }, `${ENTERPRISE}:manager`],
    [{ value: null }, 'manager'],
    [[{ value: '' }], 'manager'],
    [null, 'manager'],
    ['', `${ENTERPRISE}:manager.value`],
  ])('removes the manager by %j', (value, path) =>
    expect(patch(boss, { op: 'replace', path, value }).result).toEqual(ada),
  );

  it('wraps single values in lists', () =>
    expect(
      patch(ada, { op: 'Replace', path: 'active', value: ['False'] }, { op: 'add', path: 'title', value: ['T'] }),
    ).toEqual({
      result: { ...ada, active: false, title: 'T' },
      leniencies: ['array-for-object', 'boolean-as-text', 'op-case'],
    }));

  it('sends no operations at all', () => {
    const { result, leniencies } = patch(ada);
    expect(result).toBe(ada);
    expect(leniencies).toEqual(['empty-operations']);
  });

  it('puts role assignments into text', () => {
    const value = JSON.stringify({ id: '827f', value: 'DocumentMgmt-Admin', displayName: 'DocumentMgmt Admin' });
    expect(patch(ada, { op: 'Add', path: 'roles', value: [{ value }] })).toEqual({
      result: { ...ada, roles: [{ display: 'DocumentMgmt Admin', value: 'DocumentMgmt-Admin' }] },
      leniencies: ['json-in-text', 'op-case'],
    });
    expect(patch(ada, { op: 'add', path: 'roles', value: [{ value: '{not json' }] }).result).toEqual({
      ...ada,
      roles: [{ value: '{not json' }],
    });
  });

  it.each([
    ['emails[type eq "work"].value', 'ada@x.test', {}],
    ['emails', [{ value: 'ADA@x.test' }], {}],
    ['emails', [{ value: 'ada@x.test', display: 'as it was once', primary: false }], {}],
    ['emails', [{ display: 'nobody' }], { emails: [workMail] }],
    ['emails', [{ value: 'ada@x.test', type: 'home' }], { emails: [workMail] }],
    ['emails', [{ value: 'other@x.test' }], { emails: [workMail] }],
    ['emails', [], { emails: [workMail] }],
    ['emails', [{}], { emails: [workMail] }],
    ['emails', undefined, {}],
  ])('removes of %s what %j names', (path, value, emails) =>
    expect(patch({ ...ada, emails: [workMail] }, { op: 'Remove', path, value }).result).toEqual({ ...ada, ...emails }),
  );

  it('is noted for removing with a value', () =>
    expect(patch(ada, { op: 'remove', path: 'title', value: 'x' }).leniencies).toEqual(['remove-with-value']));

  it('capitalises members in its Postman collection', () => {
    const body = { OPERATIONS: [{ OP: 'replace', Path: 'Active', VALUE: 'True', name: 'addMember' }] };
    const { result, leniencies } = noting((note) => readPatch(body, USER, note));
    expect(result).toHaveLength(1);
    expect(leniencies).toEqual(['attribute-case', 'boolean-as-text', 'missing-schemas']);
  });

  it('sends formats that no validation would pass', () => {
    const odd = { locale: 'xyz 1', timezone: 'nowhere', preferredLanguage: '??', profileUrl: 'not a url' };
    const phoneNumbers = [{ value: "27-481 'x", type: 'mobile' }];
    expect(post({ schemas: [CORE], userName: "Test'GroupTwnbct", ...odd, phoneNumbers })).toEqual({
      result: { userName: "Test'GroupTwnbct", ...odd, phoneNumbers },
      leniencies: [],
    });
  });
});
