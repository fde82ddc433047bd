import { applyPatch } from '../patch/apply-patch.js';
import { readPatch } from '../patch/read-patch.js';
import { readResource } from '../resource/read-resource.js';
import { replaceResource } from '../resource/replace-resource.js';
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
const put = (current: ScimComplex, body: object) => noting((note) => replaceResource(current, body, USER, note));
const patch = (current: ScimComplex, ...operations: object[]) =>
  noting((note) =>
    applyPatch(current, readPatch({ schemas: [PATCH_OP], Operations: operations }, USER, note), USER, note),
  );

const ada: ScimComplex = { userName: 'ada', active: true };
const workMail = { value: 'ada@x.test', type: 'work', primary: true };

describe('Okta', () => {
  it('creates with a placeholder password, an empty list of groups and numbers for texts', () => {
    const body = {
      schemas: [CORE, ENTERPRISE],
      userName: 'test.user@okta.local',
      name: { givenName: 'Test', familyName: 'User' },
      emails: [{ primary: true, value: 'test.user@okta.local', type: 'work' }],
      groups: [],
      password: '1mz050nq',
      active: true,
      [ENTERPRISE]: { employeeNumber: 701984, costCenter: 4130 },
    };
    const { result, leniencies } = post(body);
    expect(result).toEqual({
      userName: body.userName,
      name: body.name,
      emails: body.emails,
      active: true,
      [ENTERPRISE]: { employeeNumber: '701984', costCenter: '4130' },
    });
    expect(leniencies).toEqual(['number-as-text', 'password-ignored']);
  });

  it('deactivates without a path', () =>
    expect(patch(ada, { op: 'replace', value: { active: false } })).toEqual({
      result: { userName: 'ada', active: false },
      leniencies: ['path-less-patch'],
    }));

  it('leaves externalId out of its PUT without meaning it', () =>
    expect(put({ ...ada, externalId: '00u' }, { schemas: [CORE], userName: 'ada', active: false }).result).toEqual({
      userName: 'ada',
      active: false,
      externalId: '00u',
    }));
});

describe('OneLogin', () => {
  it('knows SCIM 1 URNs alone and gives e-mail as one object', () =>
    expect(put(ada, { schemas: ['urn:scim:schemas:core:2.0'], userName: 'ada', emails: workMail })).toEqual({
      result: { ...ada, emails: [workMail] },
      leniencies: ['object-for-array', 'unknown-schema'],
    }));
});

describe('Google', () => {
  it('mixes the URNs of SCIM 1 and 2', () =>
    expect(post({ schemas: ['urn:scim:schemas:core:1.0', CORE], userName: 'a' }).leniencies).toEqual([
      'unknown-schema',
    ]));
});

describe('JumpCloud', () => {
  it('sends e-mails of null', () =>
    expect(
      put({ ...ada, emails: [workMail] }, { schemas: [CORE], id: 'x', userName: 'ada', active: true, emails: null }),
    ).toEqual({
      result: ada,
      leniencies: [],
    }));
});

describe('Ping', () => {
  it('clears attributes with empty texts', () => {
    const body = {
      schemas: [CORE],
      userName: 'ada',
      title: '',
      name: { givenName: '' },
      phoneNumbers: [{ type: 'work', value: '' }],
    };
    expect(put({ ...ada, title: 'x', name: { givenName: 'A' } }, body)).toEqual({ result: ada, leniencies: [] });
  });
});

describe('authentik', () => {
  it('sends id and schemas in a PATCH without a path', () => {
    const value = { schemas: [CORE], id: 'x', externalId: 'e' };
    expect(patch(ada, { op: 'replace', value })).toEqual({
      result: { ...ada, externalId: 'e' },
      leniencies: ['path-less-patch', 'read-only-attribute'],
    });
  });
});

describe('Keycloak', () => {
  it('sends booleans as lower-case text, groups it made up, and empty lists', () => {
    const body = {
      schemas: [CORE],
      userName: 'ada',
      active: 'true',
      groups: [{ value: 'g', type: 'direct' }],
      ims: [],
      photos: [],
    };
    expect(post(body)).toEqual({ result: ada, leniencies: ['boolean-as-text'] });
  });
});
