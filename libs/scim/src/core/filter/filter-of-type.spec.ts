import * as fc from 'fast-check';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { GROUP_RESOURCE_TYPE as GROUP } from '../schema/group-resource-type.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { checkFilter } from './check-filter.js';
import { filterOfType } from './filter-of-type.js';
import { matches } from './matches.js';
import { parseFilter } from './parse-filter.js';
import { printFilter } from './print-filter.js';
import { searchDocument } from './search-document.js';

const USER = userResourceType([ENTERPRISE_USER_SCHEMA]);
const TYPES = [USER, GROUP];

const shown = (text: string, type = USER) => {
  const settled = filterOfType(parseFilter(text), type, TYPES);
  return typeof settled === 'boolean' ? settled : printFilter(settled);
};

it.each<[string, string | boolean, string | boolean]>([
  ['userName eq "a"', 'userName eq "a"', false],
  ['userName ne "a"', 'userName ne "a"', true],
  ['userName eq null', 'userName eq null', true],
  ['userName ne null', 'userName ne null', false],
  ['userName pr', 'userName pr', false],
  ['not (userName pr)', 'not (userName pr)', true],
  ['members[value eq "a"]', false, 'members[value eq "a"]'],
  ['displayName eq "a"', 'displayName eq "a"', 'displayName eq "a"'],
  ['shoeSize eq 1', 'shoeSize eq 1', 'shoeSize eq 1'],
  ['meta.resourceType eq "User"', true, false],
  ['meta.resourceType eq "user"', false, false],
  ['META.RESOURCETYPE ne "Group"', true, false],
  ['meta.resourceType sw "U"', 'meta.resourceType sw "U"', 'meta.resourceType sw "U"'],
  ['meta.resourceType pr and id pr', 'id pr', 'id pr'],
  ['userName eq "a" and displayName eq "b"', 'userName eq "a" and displayName eq "b"', false],
  ['userName eq "a" or displayName eq "b"', 'userName eq "a" or displayName eq "b"', 'displayName eq "b"'],
  ['meta.resourceType eq "Group" or id pr', 'id pr', true],
])('%s says of Users %j, of Groups %j', (text, ofUsers, ofGroups) => {
  expect([shown(text), shown(text, GROUP)]).toEqual([ofUsers, ofGroups]);
});

it('agrees with a filter that knows every attribute of every type', () => {
  const everything = {
    ...USER,
    schema: { ...USER.schema, attributes: [...USER.schema.attributes, ...GROUP.schema.attributes] },
  };
  const term = fc.constantFrom(
    ...[
      'userName pr',
      'userName ne "b"',
      'userName eq "a"',
      'members pr',
      'members.value eq "m"',
      'displayName eq "d"',
    ],
    ...['meta.resourceType eq "User"', 'meta.resourceType ne "User"', 'title eq null', 'members[value ne "m"]'],
  );
  const filter = fc.letrec<{ filter: string }>((tie) => ({
    filter: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      term,
      fc.tuple(tie('filter'), fc.constantFrom('and', 'or'), tie('filter')).map((words) => `(${words.join(' ')})`),
      tie('filter').map((inner) => `not (${inner})`),
    ),
  })).filter;
  const resources = [
    { type: USER, attributes: { userName: 'a', displayName: 'd', meta: { resourceType: 'User' } } },
    { type: GROUP, attributes: { displayName: 'd', members: [{ value: 'm' }], meta: { resourceType: 'Group' } } },
    { type: GROUP, attributes: { displayName: 'e', meta: { resourceType: 'Group' } } },
  ];
  fc.assert(
    fc.property(filter.map(parseFilter), (tree) => {
      for (const { type, attributes } of resources) {
        const settled = filterOfType(tree, type, TYPES);
        const says = typeof settled === 'boolean' ? settled : holds(settled, type, attributes);
        expect([printFilter(tree), type.name, says]).toEqual([
          printFilter(tree),
          type.name,
          holds(tree, everything, attributes),
        ]);
      }
    }),
  );
});

const holds = (...[tree, type, attributes]: [ReturnType<typeof parseFilter>, typeof USER, object]) =>
  matches(
    checkFilter(tree, type, () => undefined),
    searchDocument(attributes as Parameters<typeof searchDocument>[0], type),
  );
