import { aUser, expectRefusal, PATCH_OP, patchOf, replace, RULEFORGE } from './support/documents.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';
import type { Document } from './support/scim-client.js';

const bodyWith = (Operations: unknown) => ({ schemas: [PATCH_OP], Operations });
const remove = (path?: string) => patchOf({ op: 'remove', path });

/** RFC 7644 §3.5.2 and §3.12, table 9. */
const REFUSALS: readonly (readonly [name: string, body: unknown, scimType: string])[] = [
  ['a body that is no object', [], 'invalidSyntax'],
  ['a body without Operations', { schemas: [PATCH_OP] }, 'invalidSyntax'],
  ['Operations that are no list', bodyWith({ op: 'remove', path: 'title' }), 'invalidSyntax'],
  ['an operation that is no object', bodyWith(['remove title']), 'invalidSyntax'],
  ['an operation without op', bodyWith([{ path: 'title', value: 'T' }]), 'invalidSyntax'],
  ['an unknown op', bodyWith([{ op: 'move', path: 'title', value: 'T' }]), 'invalidSyntax'],
  ['an op that is no text', bodyWith([{ op: ['add'], path: 'title', value: 'T' }]), 'invalidSyntax'],

  ['a remove without path', remove(), 'noTarget'],
  ['a replace where no element matches and none can be made', replace('emails[value sw "x"].display', 'D'), 'noTarget'],

  ['a path that is no path', replace('emails[type eq "work"', 'x'), 'invalidPath'],
  ['an empty filter in a path', replace('emails[]', 'x'), 'invalidPath'],
  ['a path to two places', replace('title, nickName', 'x'), 'invalidPath'],
  ['a path with three names', replace('name.given.name', 'x'), 'invalidPath'],
  ['a path to an unknown attribute', replace('shoeSize', 44), 'invalidPath'],
  ['a path to an unknown sub-attribute', replace('name.shoeSize', 44), 'invalidPath'],
  ['a filter behind what is no list', replace('title[value eq "x"]', 'x'), 'invalidPath'],
  ['a path that is no text', patchOf({ op: 'replace', path: 7, value: 'x' }), 'invalidPath'],

  ['an unknown attribute in the filter of a path', replace('emails[size eq "x"].value', 'x'), 'invalidFilter'],
  ['a filter that compares a boolean by order', remove('emails[primary gt true]'), 'invalidFilter'],

  ['a new id', replace('id', 'mine'), 'mutability'],
  ['another creation time', replace('meta.created', '1999-01-01T00:00:00Z'), 'mutability'],
  ['a membership', patchOf({ op: 'add', path: 'groups', value: [{ value: 'administrators' }] }), 'mutability'],
  ['another role', replace(`${RULEFORGE}:role`, 'administrator'), 'mutability'],
  ['the removal of what is read-only', remove('meta'), 'mutability'],
  ['the removal of userName', remove('userName'), 'mutability'],
  ['the removal of the status', remove('active'), 'mutability'],

  ['an add without value', patchOf({ op: 'add', path: 'title' }), 'invalidValue'],
  ['a value of another type', replace('name', 'Ada'), 'invalidValue'],
  ['a status that is neither true nor false', replace('active', 'maybe'), 'invalidValue'],
  ['a null status', replace('active', null), 'invalidValue'],
  ['an empty userName', replace('userName', ''), 'invalidValue'],
  ['a value without path that is no object', patchOf({ op: 'add', value: 'x' }), 'invalidValue'],
  [
    'two primary addresses',
    replace('emails', [
      { value: 'a@b.test', primary: true },
      { value: 'c@d.test', primary: true },
    ]),
    'invalidValue',
  ],
];

onEachAdapter((road) => {
  let acme: Organization;
  let user: Document;
  beforeAll(async () => {
    acme = await road.anOrganization();
    user = await acme.addUser('ada', { title: 'Analyst' });
  });

  it.each(REFUSALS)('refuses %s, and changes nothing', async (_, body, scimType) => {
    const before = await acme.state();
    expectRefusal(await acme.scim.patch(`/Users/${user.id}`, body), 400, scimType);
    expect(await acme.state()).toEqual(before);
  });

  it('undoes the first operations when a later one fails', async () => {
    const before = await acme.state();
    const operations = [
      { op: 'replace', path: 'title', value: 'Head' },
      { op: 'replace', path: 'active', value: false },
      { op: 'replace', path: 'shoeSize', value: 44 },
    ];
    expectRefusal(await acme.scim.patch(`/Users/${user.id}`, patchOf(...operations)), 400, 'invalidPath');
    expect(await acme.state()).toEqual(before);
  });

  it('undoes the first operations when the database refuses the result', async () => {
    await acme.scim.post('/Users', aUser('taken'));
    const before = await acme.state();
    const operations = [
      { op: 'replace', path: 'active', value: false },
      { op: 'replace', path: 'userName', value: 'Taken@acme.test' },
    ];
    expectRefusal(await acme.scim.patch(`/Users/${user.id}`, patchOf(...operations)), 409, 'uniqueness');
    expect(await acme.state()).toEqual(before);
  });

  it('lets a read-only attribute be sent with the value that it has', async () => {
    const { status, body } = await acme.scim.patch(`/Users/${user.id}`, replace(`${RULEFORGE}:role`, 'read_only'));
    expect({ status, body }).toEqual({ status: 200, body: user });
  });
});
