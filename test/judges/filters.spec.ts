import fc from 'fast-check';
import { filter as judge, parse } from 'scim2-parse-filter';
import { checkFilter } from '../../libs/scim/src/core/filter/check-filter.js';
import type { CompareOperator, Filter } from '../../libs/scim/src/core/filter/filter.js';
import { matches } from '../../libs/scim/src/core/filter/matches.js';
import { parseFilter } from '../../libs/scim/src/core/filter/parse-filter.js';
import { printFilter } from '../../libs/scim/src/core/filter/print-filter.js';
import { searchDocument } from '../../libs/scim/src/core/filter/search-document.js';
import type { ScimComplex } from '../../libs/scim/src/core/resource/resource.js';
import { ENTERPRISE_USER_SCHEMA } from '../../libs/scim/src/core/schema/enterprise-user-schema.js';
import { userResourceType } from '../../libs/scim/src/core/schema/user-resource-type.js';

const USER = userResourceType([ENTERPRISE_USER_SCHEMA]);
const ENTERPRISE = ENTERPRISE_USER_SCHEMA.id;

/** What both say the same of: no text has case or a backslash (see the disagreements below). */
const word = fc.constantFrom('a', 'ab', 'b', 'ba', 'a b', '"', '%', '(', ')', ']', 'and', 'é', '1');
const element = fc.record({ value: word, type: fc.constantFrom('work', 'home') });
const user = fc.record(
  {
    userName: word,
    active: fc.boolean(),
    title: word,
    name: fc.record({ givenName: word, familyName: word }),
    emails: fc.array(element, { minLength: 1, maxLength: 3 }),
    [ENTERPRISE]: fc.record({ department: word }),
  },
  { requiredKeys: ['userName', 'active'] },
);

const COMPARED = ['eq', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const satisfies readonly CompareOperator[];
const paths = (...all: string[]) => fc.constantFrom(...all.map((text) => pathOf(text)));
const pathOf = (text: string) => {
  const colon = text.lastIndexOf(':');
  const [name = '', sub] = text.slice(colon + 1).split('.');
  return { name, ...(colon >= 0 && { schema: text.slice(0, colon) }), ...(sub !== undefined && { sub }) };
};
const comparison = (path: ReturnType<typeof paths>): fc.Arbitrary<Filter> =>
  fc.record({ kind: fc.constant('compare'), path, operator: fc.constantFrom(...COMPARED), value: word });
const whetherPresent = (path: ReturnType<typeof paths>): fc.Arbitrary<Filter> =>
  fc.record({ kind: fc.constant('present'), path });

const TEXTS = paths('userName', 'title', 'NAME.givenName', 'emails.value', 'emails.type', `${ENTERPRISE}:department`);
const leaf: fc.Arbitrary<Filter> = fc.oneof(
  { arbitrary: comparison(TEXTS), weight: 4 },
  whetherPresent(paths('title', 'name', 'emails', 'emails.type', 'name.familyName', `${ENTERPRISE}:department`)),
  fc.record({
    kind: fc.constant('compare'),
    path: paths('active'),
    operator: fc.constantFrom('eq', 'ne'),
    value: fc.boolean(),
  }),
);
const { filter: anyFilter } = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({ kind: fc.constant('has'), path: paths('emails'), where: comparison(paths('value', 'type')) }),
    fc.record({
      kind: fc.constantFrom('and', 'or'),
      operands: fc.array(tie('filter'), { minLength: 2, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not'), operand: tie('filter') }),
  ),
}));

const weSelect = (text: string, resource: ScimComplex) =>
  matches(
    checkFilter(parseFilter(text), USER, () => undefined),
    searchDocument(resource, USER),
  );
const theySelect = (text: string, resource: ScimComplex) => judge(parse(text))(resource);

describe('scim2-parse-filter', () => {
  it('reads what we print, and selects by it the same resources', () => {
    const property = fc.property(anyFilter, fc.array(user, { minLength: 1, maxLength: 6 }), (tree, users) => {
      const text = printFilter(tree);
      const resources = users as ScimComplex[];
      expect({ text, found: resources.map((each) => weSelect(text, each)) }).toEqual({
        text,
        found: resources.map((each) => theySelect(text, each)),
      });
    });
    fc.assert(property, { numRuns: 1_000 });
  });

  const JANE: ScimComplex = {
    userName: 'Jane\\',
    title: '\uffff',
    emails: [
      { value: 'a', type: 'work' },
      { value: 'b', type: 'home' },
    ],
  };
  it.each([
    ['the case of text', 'userName sw "jane"', true, false],
    ['ne where there is no value', 'nickName ne "j"', true, false],
    ['eq null', 'nickName eq null', true, false],
    ['the order of text', 'title lt "😀"', true, false],
    ['one element or several', 'emails[type eq "work" and value eq "b"]', false, true],
    ['not, in brackets', 'emails[not (type eq "work")]', true, false],
  ])('disagrees with us about %s: %s', (_, text, ours, theirs) => {
    expect([weSelect(text, JANE), theySelect(text, JANE)]).toEqual([ours, theirs]);
  });

  it('cannot read a backslash that is escaped', () => {
    const text = printFilter({ kind: 'compare', path: { name: 'userName' }, operator: 'eq', value: 'Jane\\' });
    expect(weSelect(text, JANE)).toBe(true);
    expect(() => parse(text)).toThrow('is not json');
  });
});
