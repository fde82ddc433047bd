import fc from 'fast-check';
import { ScimError } from '../errors/scim-error.js';
import type { ScimComplex } from '../resource/resource.js';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { applyPatch } from './apply-patch.js';
import { readPatch } from './read-patch.js';

const USER = userResourceType([ENTERPRISE_USER_SCHEMA]);
const note = () => undefined;

const word = fc.constantFrom('a', 'B', 'work', 'home');
const element = fc.record({ value: word, type: word, primary: fc.boolean() }, { requiredKeys: ['value'] });
const elements = fc.uniqueArray(element, {
  maxLength: 4,
  selector: ({ value, type }) => `${value}/${type}`.toLowerCase(),
});
const name = fc.record({ givenName: word, familyName: word, formatted: word }, { requiredKeys: [] });
const attributes = fc.record(
  {
    userName: word,
    title: word,
    active: fc.boolean(),
    name,
    emails: elements,
    [ENTERPRISE_USER_SCHEMA.id]: fc.record({ department: word }),
  },
  { requiredKeys: ['userName'] },
);
const path = fc.constantFrom(
  'title',
  'active',
  'name',
  'name.givenName',
  'emails',
  'emails.display',
  'emails[type eq "work"]',
  'emails[type eq "work"].value',
  'emails[value eq "a" or primary eq true].primary',
  `${ENTERPRISE_USER_SCHEMA.id}:department`,
  ENTERPRISE_USER_SCHEMA.id,
  'manager',
  undefined,
);
const value = fc.oneof(
  word,
  fc.boolean(),
  elements,
  element,
  name,
  attributes,
  fc.constantFrom('', null, [], {}, 'True'),
);
const operation = fc.record({ op: fc.constantFrom('add', 'replace', 'remove', 'Replace'), path, value });

function patched(before: ScimComplex, operations: readonly unknown[]): ScimComplex | undefined {
  try {
    return applyPatch(before, readPatch({ Operations: operations }, USER, note), USER, note);
  } catch (error) {
    if (error instanceof ScimError && error.status === 400) return undefined;
    throw error;
  }
}

function deepFrozen<Value>(json: Value): Value {
  if (typeof json === 'object' && json !== null) Object.values(Object.freeze(json)).forEach(deepFrozen);
  return json;
}

/** Whether the filter in a path would match something else after the operation than before. */
const changesItsOwnSelection = (where: string | undefined, wanted: unknown) =>
  where?.includes(' or ') === true ||
  (where?.endsWith(']') === true && [wanted].flat().some((each) => Object.hasOwn(new Object(each), 'type')));

describe('applyPatch, whatever it is given,', () => {
  it('changes nothing that it is given, and answers 400 or a resource', () => {
    fc.assert(
      fc.property(attributes, fc.array(operation, { maxLength: 5 }), (before, operations) => {
        const after = patched(deepFrozen(before) as ScimComplex, deepFrozen(operations));
        if (after) expect(after['userName']).not.toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });

  it('leaves no null, no empty list or object, and at most one new primary value', () => {
    const isEmpty = (json: unknown): boolean =>
      json === null ||
      json === undefined ||
      (typeof json === 'object' && (Object.keys(json).length === 0 || Object.values(json).some(isEmpty)));
    fc.assert(
      fc.property(attributes, fc.array(operation, { maxLength: 5 }), (sent, operations) => {
        const created = patched({ userName: 'x' }, [{ op: 'replace', value: sent }]);
        const after = created && patched(created, operations);
        if (!after) return;
        expect(isEmpty(after)).toBe(false);
        const primary = (after['emails'] as { primary?: boolean }[] | undefined)?.filter((each) => each.primary) ?? [];
        expect(primary.length).toBeLessThan(2);
      }),
      { numRuns: 1000 },
    );
  });

  it('does nothing when the same replacement comes again', () => {
    fc.assert(
      fc.property(attributes, path, value, (before, where, wanted) => {
        fc.pre(!changesItsOwnSelection(where, wanted));
        const operations = [{ op: 'replace', path: where, value: wanted }];
        const once = patched(before as ScimComplex, operations);
        if (once) expect(patched(once, operations)).toBe(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('does nothing when the same addition comes again', () => {
    fc.assert(
      fc.property(attributes, elements, (before, added) => {
        const operations = [{ op: 'add', path: 'emails', value: added }];
        const once = patched(before as ScimComplex, operations);
        if (once) expect(patched(once, operations)).toBe(once);
      }),
    );
  });
});
