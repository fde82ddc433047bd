import { ENTERPRISE_USER_SCHEMA, type ScimComplex, userResourceType } from '@ruleforge/scim';
import { toDirectoryProfile, toTerms } from './directory-profile.js';
import { RULEFORGE_USER_SCHEMA } from './ruleforge-user-schema.js';

const TYPE = userResourceType([ENTERPRISE_USER_SCHEMA, RULEFORGE_USER_SCHEMA]);
const profileOf = (attributes: ScimComplex) => toDirectoryProfile({ userName: 'ada', ...attributes }, TYPE);

describe('toDirectoryProfile', () => {
  it.each<[ScimComplex, string]>([
    [{ displayName: 'Ada', name: { givenName: 'A', familyName: 'L' } }, 'Ada'],
    [{ displayName: ' ', name: { givenName: 'Ada', familyName: 'Lovelace', formatted: 'F' } }, 'Ada Lovelace'],
    [{ name: { familyName: 'Lovelace' } }, 'Lovelace'],
    [{ name: { formatted: 'Countess' } }, 'Countess'],
    [{}, 'ada'],
  ])('of %j shows the name %j', (attributes, name) => expect(profileOf(attributes).name).toBe(name));

  it.each<[ScimComplex, string | undefined]>([
    [{ emails: [{ value: 'a@acme.test' }, { value: 'b@acme.test', primary: true }] }, 'b@acme.test'],
    [{ emails: [{ value: 'a@acme.test' }, { value: 'b@acme.test' }] }, 'a@acme.test'],
    [{ userName: 'ada@acme.test' }, 'ada@acme.test'],
    [{ userName: 'ada@acme.test', emails: [{ type: 'work' }] }, 'ada@acme.test'],
    [{}, undefined],
  ])('of %j takes the address %j', (attributes, email) => expect(profileOf(attributes).email).toBe(email));

  it('keeps apart what has a column, what is the product’s own, and the rest', () => {
    const { profile, search, ...columns } = profileOf({
      externalId: 'E1',
      active: false,
      title: 'Countess',
      [ENTERPRISE_USER_SCHEMA.id]: { department: 'Engines' },
      [RULEFORGE_USER_SCHEMA.id]: { role: 'administrator' },
    });
    expect(columns).toEqual({
      ...{ userName: 'ada', externalId: 'E1', active: false, name: 'ada', email: undefined },
      addressKeys: [null, null],
    });
    expect(profile).toEqual({ title: 'Countess', [ENTERPRISE_USER_SCHEMA.id]: { department: 'Engines' } });
    expect(search).toEqual({
      title: 'countess',
      [ENTERPRISE_USER_SCHEMA.id]: { department: 'engines' },
      schemas: [TYPE.schema.id, ENTERPRISE_USER_SCHEMA.id, RULEFORGE_USER_SCHEMA.id].map((urn) => urn.toLowerCase()),
    });
  });

  it('is active unless the directory says that it is not', () => {
    expect(profileOf({}).active).toBe(true);
    expect(profileOf({ active: false }).active).toBe(false);
  });
});

describe('toTerms', () => {
  it('has every address, the userName and the words of the name', () => {
    const emails = [{ value: 'Ada@Acme.test' }, { value: 'countess@acme.test' }];
    expect(toTerms(profileOf({ userName: 'AL', displayName: 'Ada Lovelace', emails }))).toEqual([
      'ada lovelace',
      'ada@acme.test',
      'al',
      'countess@acme.test',
      'lovelace',
    ]);
  });
});
