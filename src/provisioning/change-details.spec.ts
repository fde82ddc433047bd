import { ENTERPRISE_USER_SCHEMA, type ScimComplex, userResourceType } from '@ruleforge/scim';
import { changeDetails } from './change-details.js';
import { toDirectoryProfile } from './directory-profile.js';

const TYPE = userResourceType([ENTERPRISE_USER_SCHEMA]);
const stateOf = (attributes: ScimComplex) => ({ attributes, profile: toDirectoryProfile(attributes, TYPE) });

describe('changeDetails', () => {
  it('names what changed, and says from what to what only of name, address and userName', () => {
    const before = stateOf({ userName: 'ada', displayName: 'Ada', title: 'Miss' });
    const after = stateOf({ userName: 'ada@acme.test', displayName: 'Ada', title: 'Countess', active: false });
    expect(changeDetails(before, after)).toEqual({
      changed: ['userName', 'title'],
      userName: { from: 'ada', to: 'ada@acme.test' },
      email: { from: undefined, to: 'ada@acme.test' },
    });
  });

  it('has nothing to say when only the status changed', () => {
    expect(changeDetails(stateOf({ userName: 'ada', active: true }), stateOf({ userName: 'ada', active: false }))).toBe(
      undefined,
    );
  });
});
