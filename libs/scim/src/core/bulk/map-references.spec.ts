import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { mapReferences, referencesIn } from './map-references.js';

const type = userResourceType([ENTERPRISE_USER_SCHEMA]);
const { id: ENTERPRISE } = ENTERPRISE_USER_SCHEMA;

const posted = (data: unknown) => ({ method: 'POST', type, bulkId: 'own', data }) as const;
const patched = (...operations: unknown[]) =>
  ({ method: 'PATCH', type, id: 'bulkId:x', data: { Operations: operations } }) as const;

describe('referencesIn', () => {
  it.each([
    ['an extension', posted({ [ENTERPRISE]: { manager: { value: 'bulkId:x' } } }), ['x']],
    ['a qualified key', posted({ [`${ENTERPRISE}:manager`]: { value: 'bulkId:x' } }), ['x']],
    ['a text alone', posted({ [ENTERPRISE]: { manager: 'bulkId:x:y' } }), ['x:y']],
    ['what is read-only, or unknown', posted({ id: 'bulkId:x', groups: [{ value: 'bulkId:x' }], y: 'bulkId:x' }), []],
    ['a part of a text', posted({ title: 'a bulkId:x', nickName: '"bulkId:x"', displayName: 'bulkid:x' }), []],
    ['what is no object', posted(['bulkId:x']), []],
    [
      'a path, a value and a filter',
      patched({ path: 'a[b eq "bulkId:f"]', value: [{ value: 'bulkId:v' }] }),
      ['x', 'f', 'v'],
    ],
  ])('finds them in %s', (_, operation, found) => expect([...referencesIn(operation)]).toEqual(found));
});

describe('mapReferences', () => {
  const toId = (bulkId: string) => `id-of-${bulkId}`;

  it('changes nothing else', () => {
    const data = { userName: 'ada', active: true, emails: [{ value: 'a@x.test' }], [ENTERPRISE]: { division: null } };
    expect(mapReferences(posted(data), toId)).toEqual(posted(data));
  });

  it('puts ids in their place', () =>
    expect(
      mapReferences(patched({ Path: 'a[b eq "bulkId:f" or c eq "f"]', value: { manager: 'bulkId:v' } }), toId),
    ).toEqual({
      ...patched({ Path: 'a[b eq "id-of-f" or c eq "f"]', value: { manager: 'id-of-v' } }),
      id: 'id-of-x',
    }));

  it('takes away the values that refer to nobody, and keeps their neighbours', () => {
    const data = {
      emails: [{ value: 'bulkId:x' }, { value: 'a@x.test' }],
      [ENTERPRISE]: { manager: { value: 'bulkId:x' } },
    };
    expect(mapReferences(posted(data), () => undefined).data).toEqual({
      emails: [{ value: 'a@x.test' }],
      [ENTERPRISE]: {},
    });
  });
});
