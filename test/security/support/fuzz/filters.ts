import fc from 'fast-check';
import { damaged, name, value } from './words.js';

const operator = fc.constantFrom('eq', 'NE', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'xx');
const term = fc.oneof(
  fc
    .tuple(
      name,
      operator,
      value.map((it) => JSON.stringify(it)),
    )
    .map((parts) => parts.join(' ')),
  name.map((it) => `${it} pr`),
  name.map((it) => `emails[type eq "work" and ${it} pr]`),
);

/** Nothing is wrong with these. */
const soundFilter = fc.constantFrom(
  ...['userName eq "victim@acme.test"', 'userName sw "A"', 'active eq true', 'externalId pr', 'id eq "~user0~"'],
  ...['emails[type eq "work" and value co "@"]', 'not (title pr)', 'members.value eq "~user0~"', 'meta.created pr'],
  ...['displayName co "e" or name.givenName gt "b"', 'groups.value eq "~group0~"', 'members[value eq "~user1~"]'],
);

export const filter = fc.oneof(
  { arbitrary: soundFilter, weight: 1 },
  {
    arbitrary: fc
      .array(term, { minLength: 1, maxLength: 4 })
      .chain((terms) =>
        fc.constantFrom(terms.join(' and '), terms.join(' OR '), `not (${terms.join(' or ')})`, `(${terms.join(' ')}`),
      ),
    weight: 2,
  },
);

/** Where a PATCH changes something, or might. */
export const path = damaged(
  fc.oneof(
    name,
    filter.map((it) => `emails[${it}].value`),
    filter.map((it) => `addresses[${it}]`),
    filter.map((it) => `members[${it}]`),
  ),
);
