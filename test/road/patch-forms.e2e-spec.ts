import { ENTERPRISE, patchOf, RULEFORGE, USER } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

const home = { value: 'ada@home.test', type: 'home' };
const work = { value: 'ada@work.test', type: 'work', primary: true };
const demoted = { ...work, primary: false };
const phone = { value: '+1', type: 'work' };

type Attributes = Readonly<Record<string, unknown>>;
type Case = readonly [name: string, before: Attributes, operations: readonly object[], after: Attributes];

/** RFC 7644 §3.5.2.1 */
const ADDING: readonly Case[] = [
  ['creates what is missing', {}, [{ op: 'add', path: 'title', value: 'Head' }], { title: 'Head' }],
  ['replaces a single value', { title: 'A' }, [{ op: 'add', path: 'title', value: 'B' }], { title: 'B' }],
  [
    'sets a sub-attribute',
    { name: { givenName: 'Ada' } },
    [{ op: 'add', path: 'name.familyName', value: 'L' }],
    { name: { givenName: 'Ada', familyName: 'L' } },
  ],
  [
    'merges into a complex value',
    { name: { givenName: 'Ada' } },
    [{ op: 'add', path: 'name', value: { familyName: 'L' } }],
    { name: { givenName: 'Ada', familyName: 'L' } },
  ],
  ['appends to a list', { emails: [home] }, [{ op: 'add', path: 'emails', value: [work] }], { emails: [home, work] }],
  [
    'appends one that stands alone',
    { emails: [home] },
    [{ op: 'add', path: 'emails', value: work }],
    { emails: [home, work] },
  ],
  [
    'merges a value without path',
    { emails: [home] },
    [{ op: 'add', value: { title: 'Head', emails: [work] } }],
    { title: 'Head', emails: [home, work] },
  ],
  [
    'leaves one primary value',
    { emails: [work] },
    [{ op: 'add', path: 'emails', value: [{ ...home, primary: true }] }],
    { emails: [demoted, { ...home, primary: true }] },
  ],
  [
    'keeps a pair of value and type once',
    { emails: [home] },
    [{ op: 'add', path: 'emails', value: [home] }],
    { emails: [home] },
  ],
  [
    'adds to the element that a filter finds',
    { emails: [home] },
    [{ op: 'add', path: 'emails[type eq "home"].display', value: 'Private' }],
    { emails: [{ ...home, display: 'Private' }] },
  ],
  [
    'brings an extension with its schema',
    {},
    [{ op: 'add', path: `${ENTERPRISE}:department`, value: 'Engines' }],
    { [ENTERPRISE]: { department: 'Engines' }, schemas: [USER, ENTERPRISE, RULEFORGE] },
  ],
];

/** RFC 7644 §3.5.2.2 */
const REMOVING: readonly Case[] = [
  ['unassigns a single value', { title: 'A' }, [{ op: 'remove', path: 'title' }], { title: undefined }],
  [
    'unassigns a sub-attribute',
    { name: { givenName: 'Ada', familyName: 'L' } },
    [{ op: 'remove', path: 'name.familyName' }],
    { name: { givenName: 'Ada' } },
  ],
  ['unassigns a complex value', { name: { givenName: 'Ada' } }, [{ op: 'remove', path: 'name' }], { name: undefined }],
  ['unassigns a list', { emails: [home, work] }, [{ op: 'remove', path: 'emails' }], { emails: undefined }],
  [
    'removes the elements that a filter finds',
    { emails: [home, work] },
    [{ op: 'remove', path: 'emails[type eq "home"]' }],
    { emails: [work] },
  ],
  [
    'unassigns a list that has lost its last element',
    { emails: [home] },
    [{ op: 'remove', path: 'emails[value ew "home.test"]' }],
    { emails: undefined },
  ],
  [
    'removes a part of the elements that a filter finds',
    { emails: [home, { ...work, display: 'W' }] },
    [{ op: 'remove', path: 'emails[type eq "work"].display' }],
    { emails: [home, work] },
  ],
  [
    'takes absent values for removed',
    {},
    [
      { op: 'remove', path: 'nickName' },
      { op: 'remove', path: 'emails[type eq "other"]' },
    ],
    { nickName: undefined },
  ],
  [
    'takes a schema away with its extension',
    { [ENTERPRISE]: { department: 'E' } },
    [{ op: 'remove', path: ENTERPRISE }],
    { [ENTERPRISE]: undefined, schemas: [USER, RULEFORGE] },
  ],
];

/** RFC 7644 §3.5.2.3 */
const REPLACING: readonly Case[] = [
  ['replaces a single value', { title: 'A' }, [{ op: 'replace', path: 'title', value: 'B' }], { title: 'B' }],
  ['adds what is missing', {}, [{ op: 'replace', path: 'title', value: 'B' }], { title: 'B' }],
  ['replaces a list', { emails: [home] }, [{ op: 'replace', path: 'emails', value: [work] }], { emails: [work] }],
  [
    'replaces the given sub-attributes only',
    { name: { givenName: 'Ada', familyName: 'L' } },
    [{ op: 'replace', path: 'name', value: { familyName: 'Byron' } }],
    { name: { givenName: 'Ada', familyName: 'Byron' } },
  ],
  [
    'changes a part of every element that a filter finds',
    { phoneNumbers: [phone, { ...phone, value: '+2' }] },
    [{ op: 'replace', path: 'phoneNumbers[type eq "work"].display', value: 'W' }],
    {
      phoneNumbers: [
        { ...phone, display: 'W' },
        { ...phone, value: '+2', display: 'W' },
      ],
    },
  ],
  [
    'changes the element that a filter finds',
    { emails: [home, work] },
    [{ op: 'replace', path: 'emails[type eq "home"]', value: { ...home, primary: true } }],
    { emails: [{ ...home, primary: true }, demoted] },
  ],
  [
    'replaces several attributes without path',
    { title: 'A', nickName: 'N', emails: [home] },
    [{ op: 'replace', value: { title: 'B', emails: [work] } }],
    { title: 'B', nickName: 'N', emails: [work] },
  ],
  ['unassigns by null', { title: 'A' }, [{ op: 'replace', path: 'title', value: null }], { title: undefined }],
  [
    'unassigns by an empty list',
    { emails: [home] },
    [{ op: 'replace', path: 'emails', value: [] }],
    { emails: undefined },
  ],
  [
    'makes the element that a filter misses, as Entra ID needs it',
    {},
    [{ op: 'replace', path: 'emails[type eq "work"].value', value: 'ada@work.test' }],
    { emails: [{ type: 'work', value: 'ada@work.test' }] },
  ],
];

/** RFC 7644 §3.10, RFC 7643 §2.1 */
const NAMING: readonly Case[] = [
  ['a name in another case', {}, [{ op: 'replace', path: 'NICKNAME', value: 'N' }], { nickName: 'N' }],
  [
    'a sub-attribute in another case',
    {},
    [{ op: 'replace', path: 'Name.FamilyName', value: 'L' }],
    { name: { familyName: 'L' } },
  ],
  ['a name behind the URN of its schema', {}, [{ op: 'replace', path: `${USER}:title`, value: 'T' }], { title: 'T' }],
  [
    'a sub-attribute behind a URN',
    {},
    [{ op: 'replace', path: `${USER}:name.familyName`, value: 'L' }],
    { name: { familyName: 'L' } },
  ],
  [
    'a URN in another case',
    {},
    [{ op: 'replace', path: `${ENTERPRISE.toUpperCase()}:division`, value: 'D' }],
    { [ENTERPRISE]: { division: 'D' } },
  ],
  [
    'a filtered path behind a URN',
    { emails: [home] },
    [{ op: 'replace', path: `${USER}:emails[type eq "home"].value`, value: 'a@b.test' }],
    { emails: [{ type: 'home', value: 'a@b.test' }] },
  ],
  [
    'an extension as a member of the value',
    {},
    [{ op: 'add', value: { [ENTERPRISE]: { division: 'D' } } }],
    { [ENTERPRISE]: { division: 'D' } },
  ],
];

/** RFC 7644 §3.5.2: one after the other. */
const IN_ORDER: readonly Case[] = [
  [
    'sees what the one before did',
    { emails: [home] },
    [
      { op: 'remove', path: 'emails' },
      { op: 'add', path: 'emails', value: [work] },
    ],
    { emails: [work] },
  ],
  [
    'lets the last of two have its way',
    {},
    [
      { op: 'replace', path: 'title', value: 'A' },
      { op: 'replace', path: 'title', value: 'B' },
    ],
    { title: 'B' },
  ],
  [
    'finds an extension that the one before added',
    {},
    [
      { op: 'add', path: 'schemas', value: [ENTERPRISE] },
      { op: 'add', path: `${ENTERPRISE}:division`, value: 'D' },
    ],
    { [ENTERPRISE]: { division: 'D' } },
  ],
];

onEachAdapter((road) => {
  let acme: Organization;
  let made = 0;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });

  const someone = (attributes: Attributes) =>
    acme.addUser(`person-${++made}`, { name: undefined, emails: undefined, ...attributes });

  const patches = async (_: string, before: Attributes, operations: readonly object[], after: Attributes) => {
    const { id } = await someone(before);
    const { status, body } = await acme.scim.patch(`/Users/${id}`, patchOf(...operations));
    const shown = Object.fromEntries(Object.keys(after).map((name) => [name, body[name]]));
    expect({ status, shown }).toEqual({ status: 200, shown: after });
    expect((await acme.scim.get(`/Users/${id}`)).body).toEqual(body);
  };

  it.each(ADDING)('add %s', patches);
  it.each(REMOVING)('remove %s', patches);
  it.each(REPLACING)('replace %s', patches);
  it.each(NAMING)('a path may be %s', patches);
  it.each(IN_ORDER)('an operation %s', patches);
});
