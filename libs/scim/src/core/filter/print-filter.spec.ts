import * as fc from 'fast-check';
import type { AttributePath, Filter } from './filter.js';
import { parseFilter } from './parse-filter.js';
import { printFilter } from './print-filter.js';

const name = fc.stringMatching(/^[A-Za-z$][\w$-]{0,8}$/).filter((text) => text.toLowerCase() !== 'not');
const path: fc.Arbitrary<AttributePath> = fc.record(
  { name, sub: name, schema: fc.constantFrom('urn:acme:staff:1.0', 'urn:ietf:params:scim:schemas:core:2.0:User') },
  { requiredKeys: ['name'] },
);
const text = fc.string({ unit: 'binary', maxLength: 20 }).filter((value) => !/[\0\p{Surrogate}]/u.test(value));
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true })).map((value) => value || 0);
const operator = fc.constantFrom('eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le');
const term: fc.Arbitrary<Filter> = fc.oneof(
  fc.record({ kind: fc.constant('present'), path }),
  fc.record({
    kind: fc.constant('compare'),
    path,
    operator,
    value: fc.oneof(text, number, fc.boolean(), fc.constant(null)),
  }),
);

const combined = (leaf: fc.Arbitrary<Filter>, depth: number): fc.Arbitrary<Filter> => {
  if (depth === 0) return leaf;
  const operand = combined(leaf, depth - 1);
  return fc.oneof(
    leaf,
    fc.record({ kind: fc.constantFrom('and', 'or'), operands: fc.array(operand, { minLength: 2, maxLength: 3 }) }),
    fc.record({ kind: fc.constant('not'), operand }),
  );
};
const has: fc.Arbitrary<Filter> = fc.record({ kind: fc.constant('has'), path, where: combined(term, 1) });
const filter = combined(fc.oneof(term, has), 2);

it('prints what parses to the same filter', () => {
  fc.assert(
    fc.property(filter, (tree) => {
      expect(parseFilter(printFilter(tree))).toEqual(tree);
    }),
    { numRuns: 500 },
  );
});

it.each([
  'a pr or b eq 1 and not (c ne null)',
  '(a pr or b pr) and (c pr and d pr)',
  'emails[type eq "work" and value co "@x"]',
  'urn:acme:staff:1.0:keys.value sw "\\"\\\\"',
])('prints %s as it was written', (written) => expect(printFilter(parseFilter(written))).toBe(written));
