import fc from 'fast-check';
import scimPatchModule, { type ScimPatchOperation } from 'scim-patch';
import { ENTERPRISE } from '../road/support/documents.js';
import type { Organization } from '../road/support/organization.js';
import { onEachAdapter } from '../road/support/road.js';
import type { Document } from '../road/support/scim-client.js';

// Written as CommonJS: its functions are members of what is imported.
const { scimPatch } = scimPatchModule;

const word = fc.constantFrom('a', 'b', 'É', "o'x", '[x] eq "y"', '2026');
const type = fc.constantFrom('work', 'home', 'other');
const element = fc.record({ value: fc.constantFrom('a@x.test', 'b@x.test', "o'x@x.test"), type });
const simple = fc.constantFrom('title', 'nickName', 'displayName', 'name.givenName', `${ENTERPRISE}:department`);
const setting = fc.constantFrom('add', 'replace');

/** Operations that RFC 7644 §3.5.2 leaves no choice about, but for those below. */
const operation = fc.oneof(
  fc.record({ op: setting, path: simple, value: word }),
  fc.record({ op: fc.constant('remove'), path: simple }),
  fc.record({ op: fc.constant('replace'), path: fc.constant('active'), value: fc.boolean() }),
  fc.record({
    op: setting,
    path: fc.constant('name'),
    value: fc.record({ familyName: word, middleName: word }, { requiredKeys: ['familyName'] }),
  }),
  fc.record({
    op: setting,
    value: fc.dictionary(fc.constantFrom('title', 'name.honorificPrefix'), word, { minKeys: 1 }),
  }),
  fc.record({
    op: fc.constant('add'),
    path: fc.constant('emails'),
    value: fc.uniqueArray(element, { minLength: 1, maxLength: 2, selector: toKey }),
  }),
  fc.record({
    op: fc.constant('replace'),
    path: fc.constant('emails'),
    value: fc.uniqueArray(element, { maxLength: 3, selector: toKey }),
  }),
  fc.record({ op: fc.constant('remove'), path: type.map((it) => `emails[type eq "${it}"]`) }),
  fc.record({ op: setting, path: type.map((it) => `emails[type eq "${it}"].display`), value: word }),
  fc.record({ op: fc.constant('remove'), path: type.map((it) => `emails[type eq "${it}"].display`) }),
  fc.record({ op: fc.constant('remove'), path: fc.constantFrom('emails', 'phoneNumbers', 'name', 'name.middleName') }),
);
function toKey(it: object): string {
  return JSON.stringify(it);
}

const ADA = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User', ENTERPRISE],
  userName: 'ada@x.test',
  name: { givenName: 'Ada', familyName: 'L' },
  emails: [{ value: 'ada@x.test', type: 'work' }],
  active: true,
  [ENTERPRISE]: { department: 'D' },
};
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
  });

  const ask = (id: string, operations: readonly object[]) =>
    acme.scim.patch(`/Users/${id}`, { schemas: [PATCH], Operations: operations });

  it('makes of a User what scim-patch makes of it, by any sequence of operations', async () => {
    const { body: ada } = await acme.scim.post('/Users', ADA);
    const property = fc.asyncProperty(fc.array(operation, { minLength: 1, maxLength: 5 }), async (operations) => {
      const { body: before } = await acme.scim.put(`/Users/${ada.id}`, ADA);
      const theirs = theirResult(before, operations);
      fc.pre(theirs !== undefined);
      const ours = await ask(ada.id, operations);
      expect({ operations, status: ours.status, body: told(ours.body) }).toEqual({
        operations,
        status: 200,
        body: told(theirs),
      });
    });
    await fc.assert(property, { numRuns: 60 });
  });

  const EMAILS = [
    { value: 'a@x.test', type: 'work', primary: true },
    { value: 'b@x.test', type: 'home' },
  ];
  it.each([
    [
      'that there is one primary',
      { op: 'add', path: 'emails', value: [{ value: 'c@x.test', primary: true }] },
      (body: Document) => (body['emails'] as { primary?: boolean }[]).filter(({ primary }) => primary).length,
      [1, 2],
    ],
    [
      'a complex value without a path',
      { op: 'replace', value: { name: { familyName: 'M' } } },
      (body: Document) => body['name'],
      [{ givenName: 'Ada', familyName: 'M' }, { familyName: 'M' }],
    ],
    [
      'what is said twice at once',
      { op: 'add', path: 'emails', value: [{ value: 'c@x.test' }, { value: 'c@x.test' }] },
      (body: Document) => (body['emails'] as unknown[]).length,
      [3, 4],
    ],
    [
      'the case of names',
      { op: 'replace', path: 'TITLE', value: 'T' },
      ({ title, TITLE }: Document) => ({ title, TITLE }),
      [{ title: 'T' }, { TITLE: 'T' }],
    ],
    [
      'what is there already',
      { op: 'add', value: { emails: [EMAILS[1]] } },
      (body: Document) => (body['emails'] as unknown[]).length,
      [2, 3],
    ],
  ] as const)('disagrees with scim-patch about %s', async (_, operation, look, expected) => {
    const { body: before } = await acme.scim.post('/Users', {
      ...ADA,
      userName: `${operation.op}@x.test`,
      emails: EMAILS,
    });
    const { body: ours } = await ask(before.id, [operation]);
    expect([look(ours), look(theirResult(before, [operation])!)]).toEqual(expected);
    await acme.scim.delete(`/Users/${before.id}`);
  });
});

/** What scim-patch makes of it; `undefined` where it refuses. */
function theirResult(before: Document, operations: readonly object[]): Document | undefined {
  const resource = { ...structuredClone(before), schemas: before['schemas'] as string[] };
  const options = { mutateDocument: false, treatMissingAsAdd: true };
  try {
    return scimPatch(resource as never, operations as ScimPatchOperation[], options);
  } catch {
    return undefined;
  }
}

/** A resource's attributes without what is unassigned (RFC 7643 §2.5); the order of a list means nothing. */
function told(body: Document): unknown {
  return assigned({ ...body, meta: undefined, schemas: undefined });
}

function assigned(value: unknown): unknown {
  if (value instanceof Array) {
    return value.length === 0
      ? undefined
      : value.map(assigned).sort((a, b) => (toKey(a as object) < toKey(b as object) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value ?? undefined;
  const entries = Object.entries(value).flatMap(([name, each]) => {
    const it = assigned(each);
    return it === undefined ? [] : [[name, it] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}
