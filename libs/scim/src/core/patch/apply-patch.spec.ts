import type { Leniency } from '../dialects/leniency.js';
import type { ScimComplex } from '../resource/resource.js';
import { complex, complexList, text } from '../schema/define-attribute.js';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { applyPatch } from './apply-patch.js';
import { readPatch } from './read-patch.js';

const ENTERPRISE = ENTERPRISE_USER_SCHEMA.id;
const CORE = 'urn:ietf:params:scim:schemas:core:2.0:User';
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
      text('tags', '', { multiValued: true }),
      complex('desk', '', [text('value', ''), text('floor', '')]),
      complexList('keys', '', [text('value', '', { mutability: 'immutable' }), text('place', '')]),
    ],
  },
]);

const work = { value: 'ada@work.test', type: 'work', primary: true };
const home = { value: 'ada@home.test', type: 'home' };
const ada: ScimComplex = {
  userName: 'ada',
  active: true,
  title: 'Countess',
  name: { givenName: 'Ada', familyName: 'Lovelace' },
  emails: [work, home],
  [ENTERPRISE]: { department: 'R', manager: { value: '7', displayName: 'Boss' } },
  [HOST]: { role: 'engineer', region: 'eu', tags: ['a', 'b'] },
};

function patch(operations: readonly object[], before = ada) {
  const leniencies = new Set<Leniency>();
  const note = (leniency: Leniency) => leniencies.add(leniency);
  const body = { schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'], Operations: operations };
  const after = applyPatch(before, readPatch(body, USER, note), USER, note);
  return { after, leniencies: [...leniencies] };
}

const add = (path: string | undefined, value: unknown) => ({ op: 'add', path, value });
const replace = (path: string | undefined, value: unknown) => ({ op: 'replace', path, value });
const remove = (path: string, value?: unknown) => ({ op: 'remove', path, value });
const without = (name: string) => Object.fromEntries(Object.entries(ada).filter(([key]) => key !== name));
const withEmails = (...emails: object[]) => ({ ...ada, emails });

describe('applyPatch', () => {
  it.each<[string, object, object]>([
    ['sets a single value', replace('title', 'Dr'), { ...ada, title: 'Dr' }],
    ['adds a single value', add('nickName', 'A'), { ...ada, nickName: 'A' }],
    ['treats replace of an absent attribute as add', replace('nickName', 'A'), { ...ada, nickName: 'A' }],
    ['knows names in any case', replace('NICKNAME', 'A'), { ...ada, nickName: 'A' }],
    ['strips the core URN', replace(`${CORE}:nickName`, 'A'), { ...ada, nickName: 'A' }],
    [
      'sets a sub-attribute',
      add('name.middleName', 'K'),
      { ...ada, name: { ...(ada['name'] as object), middleName: 'K' } },
    ],
    [
      'replaces of a complex attribute what is given alone',
      replace('name', { givenName: 'Eva' }),
      { ...ada, name: { givenName: 'Eva', familyName: 'Lovelace' } },
    ],
    [
      'merges into a complex attribute',
      add('name', { middleName: 'K' }),
      { ...ada, name: { givenName: 'Ada', familyName: 'Lovelace', middleName: 'K' } },
    ],
    ['appends to a list', add('emails', [{ value: 'x@y.test' }]), withEmails(work, home, { value: 'x@y.test' })],
    ['replaces a list', replace('emails', [{ value: 'x@y.test' }]), withEmails({ value: 'x@y.test' })],
    [
      'adds to the pair of value and type that is there',
      add('emails', [{ ...home, display: 'H' }]),
      withEmails(work, { ...home, display: 'H' }),
    ],
    [
      'appends the same value with another type',
      add('emails', [{ ...home, type: 'other' }]),
      withEmails(work, home, { ...home, type: 'other' }),
    ],
    [
      'makes a new primary value the only one',
      add('emails', [{ value: 'n@y.test', primary: true }]),
      withEmails({ ...work, primary: false }, home, { value: 'n@y.test', primary: true }),
    ],
    [
      'makes a changed primary value the only one',
      replace('emails[type eq "home"].primary', true),
      withEmails({ ...work, primary: false }, { ...home, primary: true }),
    ],
    [
      'changes the elements that match',
      replace('emails[type eq "work"].value', 'n@y.test'),
      withEmails({ ...work, value: 'n@y.test' }, home),
    ],
    [
      'merges an object into the elements that match',
      replace('emails[type eq "work"]', { display: 'W', type: 'other' }),
      withEmails({ ...work, display: 'W', type: 'other' }, home),
    ],
    [
      'compares by the case rules of the schema',
      replace('emails[value eq "ADA@HOME.TEST"].display', 'H'),
      withEmails(work, { ...home, display: 'H' }),
    ],
    [
      'changes every element without a filter',
      replace('emails.display', 'E'),
      withEmails({ ...work, display: 'E' }, { ...home, display: 'E' }),
    ],
    [
      'appends to a list of texts',
      add(`${HOST}:tags`, ['b', 'c']),
      { ...ada, [HOST]: { ...(ada[HOST] as object), tags: ['a', 'b', 'c'] } },
    ],
    [
      'sets an extension attribute',
      replace(`${ENTERPRISE}:division`, 'D'),
      { ...ada, [ENTERPRISE]: { ...(ada[ENTERPRISE] as object), division: 'D' } },
    ],
    [
      'merges a whole extension',
      add(ENTERPRISE, { division: 'D' }),
      { ...ada, [ENTERPRISE]: { ...(ada[ENTERPRISE] as object), division: 'D' } },
    ],
    [
      'sets a sub-attribute of an extension',
      replace(`${HOST}:desk.floor`, '3'),
      { ...ada, [HOST]: { ...(ada[HOST] as object), desk: { floor: '3' } } },
    ],
    ['removes a single value', remove('title'), without('title')],
    ['removes a list', remove('emails'), without('emails')],
    ['removes the elements that match', remove('emails[type eq "work" and value ew "work.test"]'), withEmails(home)],
    ['removes a list with its last element', remove('emails[value pr]'), without('emails')],
    ['removes a sub-attribute', remove('name.givenName'), { ...ada, name: { familyName: 'Lovelace' } }],
    [
      'removes a sub-attribute of an element',
      remove('emails[type eq "work"].primary'),
      withEmails({ value: work.value, type: 'work' }, home),
    ],
    ['removes an element with its value', remove('emails[type eq "work"].value'), withEmails(home)],
    [
      'removes an extension attribute',
      remove(`${ENTERPRISE}:department`),
      { ...ada, [ENTERPRISE]: { manager: { value: '7', displayName: 'Boss' } } },
    ],
    ['removes an extension', remove(ENTERPRISE), without(ENTERPRISE)],
    ['unassigns by null', replace('title', null), without('title')],
    ['unassigns by an empty list', replace('emails', []), without('emails')],
    ['drops the elements that match by null', replace('emails[type eq "home"]', null), withEmails(work)],
    [
      'merges an object without a path',
      replace(undefined, { title: null, nickName: 'A', name: { familyName: 'L' } }),
      { ...without('title'), nickName: 'A', name: { givenName: 'Ada', familyName: 'L' } },
    ],
    [
      'appends without a path',
      add(undefined, { emails: [{ value: 'x@y.test' }] }),
      withEmails(work, home, { value: 'x@y.test' }),
    ],
  ])('%s', (_what, operation, expected) => {
    const pathLess = 'path' in operation && operation.path === undefined ? ['path-less-patch'] : [];
    expect(patch([operation])).toEqual({ after: expected, leniencies: pathLess });
  });

  it('leaves of a removed extension what is read-only', () => {
    const before = { userName: 'ada', [HOST]: { role: 'engineer', tags: ['a'] } };
    expect(patch([remove(HOST)], before).after).toEqual({ userName: 'ada', [HOST]: { role: 'engineer' } });
  });

  it('applies operations in order, each on what the one before left', () => {
    const operations = [remove('emails'), add('emails', [home]), replace('emails[type eq "home"].value', 'z@y.test')];
    expect(patch(operations).after).toEqual(withEmails({ ...home, value: 'z@y.test' }));
  });

  it.each<[string, object]>([
    ['replacing by the same value', replace('title', 'Countess')],
    ['replacing by the same list', replace('emails', [work, home])],
    ['replacing by the same object', replace('name', { familyName: 'Lovelace', givenName: 'Ada' })],
    ['adding an element that is there', add('emails', [home])],
    ['adding an empty list', add('emails', [{}])],
    ['adding an empty object', add('name', {})],
    ['removing an absent attribute', remove('nickName')],
    ['removing an absent sub-attribute', remove('name.middleName')],
    ['removing from an absent extension attribute', remove(`${HOST}:desk.floor`)],
    ['removing elements that nothing matches', remove('emails[type eq "other"]')],
    ['removing from elements that nothing matches', remove('emails[type eq "other"].display')],
    ['removing from an absent list', remove('roles[value eq "x"]')],
    ['clearing a sub-attribute of an absent element', replace('phoneNumbers[type eq "fax"].value', '')],
    ['sending a read-only value that is the present one', replace(`${HOST}:role`, 'engineer')],
    ['sending an immutable value that is the present one', replace(`${HOST}:region`, 'eu')],
  ])('is the same object after %s', (_what, operation) => expect(patch([operation]).after).toBe(ada));

  it('is the same object when later operations undo the earlier', () =>
    expect(patch([replace('title', 'Dr'), replace('title', 'Countess')]).after).toBe(ada));

  it.each<[string, object, ...Leniency[]]>([
    ['an unknown attribute behind a URN', replace(`${CORE}:role`, 'x'), 'unknown-attribute'],
    ['an unknown sub-attribute behind a URN', replace(`${CORE}:name.nick`, 'x'), 'unknown-attribute'],
    ['an unknown attribute of an extension', replace(`${ENTERPRISE}:colour`, 'x'), 'unknown-attribute'],
    ['an unknown extension', add('urn:x:y:2.0:User:colour', 'x'), 'unknown-schema'],
    ['the removal of an unknown extension attribute', remove('urn:x:y:2.0:User:colour'), 'unknown-schema'],
    ['password', replace('password', 'hunter2'), 'password-ignored'],
    ['password in a value', replace(undefined, { password: 'hunter2' }), 'path-less-patch', 'password-ignored'],
    ['unknown keys of a value', replace(undefined, { colour: 'x' }), 'path-less-patch', 'unknown-attribute'],
    ['read-only keys of a value', replace(undefined, { id: 'x' }), 'path-less-patch', 'read-only-attribute'],
    ['added schemas', add('schemas', [ENTERPRISE]), 'read-only-attribute'],
  ])('passes over %s, and notes it', (_what, operation, ...leniencies) =>
    expect(patch([operation])).toEqual({ after: ada, leniencies }),
  );

  it('keeps name.formatted true when it was made of the parts', () => {
    const named = (name: object) => ({ userName: 'ada', name: { ...name } });
    const short = { givenName: 'Ada', familyName: 'Lovelace', formatted: 'Ada Lovelace' };
    const long = { ...short, honorificPrefix: 'Lady', formatted: 'Lady Ada Lovelace' };
    const married = replace('name.familyName', 'King');
    const formatted = (before: object, ...operations: object[]) => patch(operations, named(before)).after['name'];
    expect(formatted(short, married)).toMatchObject({ formatted: 'Ada King' });
    expect(formatted(long, married)).toMatchObject({ formatted: 'Lady Ada King' });
    expect(formatted({ ...short, formatted: 'Mona' }, married)).toMatchObject({ formatted: 'Mona' });
    expect(formatted(short, married, replace('name.formatted', 'A. K.'))).toMatchObject({ formatted: 'A. K.' });
    expect(formatted(short, remove('name'))).toBeUndefined();
    expect(formatted({ givenName: 'Ada', familyName: 'Lovelace' }, married)).not.toHaveProperty('formatted');
  });
});
