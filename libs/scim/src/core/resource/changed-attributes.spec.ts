import { changedAttributes } from './changed-attributes.js';
import type { ScimComplex } from './resource.js';

const URN = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

describe('changedAttributes', () => {
  it.each<[ScimComplex, ScimComplex, string[]]>([
    [{}, {}, []],
    [{ userName: 'a' }, { userName: 'a' }, []],
    [{ userName: 'a' }, { userName: 'b' }, ['userName']],
    [{ title: 'x' }, {}, ['title']],
    [{}, { name: { givenName: 'A' } }, ['name.givenName']],
    [{ name: { givenName: 'A', familyName: 'L' } }, { name: { givenName: 'B', familyName: 'L' } }, ['name.givenName']],
    [{ emails: [{ value: 'a' }] }, { emails: [{ value: 'b' }] }, ['emails']],
    [{ emails: [{ value: 'a', type: 'b' }] }, { emails: [{ type: 'b', value: 'a' }] }, []],
    [
      { [URN]: { department: 'R' } },
      { [URN]: { department: 'S', manager: { value: '7' } } },
      [`${URN}:department`, `${URN}:manager.value`],
    ],
  ])('between %j and %j are %j', (before, after, names) => expect(changedAttributes(before, after)).toEqual(names));
});
