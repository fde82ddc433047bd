import type { Attribute } from './attribute.js';
import { COMMON_ATTRIBUTES } from './common-attributes.js';
import { complex, text } from './define-attribute.js';
import { ENTERPRISE_USER_SCHEMA } from './enterprise-user-schema.js';
import { GROUP_SCHEMA } from './group-schema.js';
import { resourceAttributes } from './resource-attributes.js';
import { userResourceType } from './user-resource-type.js';
import { USER_SCHEMA } from './user-schema.js';

const SCHEMAS = [USER_SCHEMA, ENTERPRISE_USER_SCHEMA, GROUP_SCHEMA];
const everyAttribute = (attributes: readonly Attribute[]): readonly Attribute[] =>
  attributes.flatMap((attribute) => [attribute, ...everyAttribute(attribute.subAttributes ?? [])]);
const ALL = everyAttribute([...SCHEMAS.flatMap(({ attributes }) => attributes), ...COMMON_ATTRIBUTES]);
const named = (attributes: readonly Attribute[], ...[name, ...rest]: string[]): Attribute => {
  const attribute = attributes.find((candidate) => candidate.name === name)!;
  return rest.length > 0 ? named(attribute.subAttributes!, ...rest) : attribute;
};

// RFC 7643 §4.1.1 and §4.1.2, in their order.
const USER_ATTRIBUTES =
  'userName name displayName nickName profileUrl title userType preferredLanguage locale timezone active ' +
  'emails phoneNumbers ims photos addresses groups entitlements roles x509Certificates';

it('has the whole core User but the password', () =>
  expect(USER_SCHEMA.attributes.map(({ name }) => name).join(' ')).toBe(USER_ATTRIBUTES));

it.each([
  [['userName'], { required: true, uniqueness: 'server', caseExact: false }],
  [['active'], { type: 'boolean', multiValued: false }],
  [['emails', 'value'], { type: 'string', caseExact: false }],
  [['emails', 'type'], { canonicalValues: ['work', 'home', 'other'] }],
  [['groups'], { mutability: 'readOnly' }],
  [['groups', '$ref'], { mutability: 'readOnly', caseExact: true, referenceTypes: ['Group'] }],
  [['x509Certificates', 'value'], { type: 'binary', caseExact: true }],
])('User %j is %j', (path, stated) => expect(named(USER_SCHEMA.attributes, ...path)).toMatchObject(stated));

it.each([
  [['id'], { caseExact: true, mutability: 'readOnly', returned: 'always' }],
  [['externalId'], { caseExact: true, mutability: 'readWrite', returned: 'default' }],
  [['schemas'], { multiValued: true, returned: 'always' }],
  [['meta', 'version'], { caseExact: true, mutability: 'readOnly' }],
  [['meta', 'lastModified'], { type: 'dateTime', mutability: 'readOnly' }],
])('every resource has %j: %j', (path, stated) => expect(named(COMMON_ATTRIBUTES, ...path)).toMatchObject(stated));

it('lets nobody write the name of a manager, nor change a member of a group', () => {
  expect(named(ENTERPRISE_USER_SCHEMA.attributes, 'manager', 'displayName').mutability).toBe('readOnly');
  expect(named(GROUP_SCHEMA.attributes, 'members', 'value').mutability).toBe('immutable');
});

it('states every characteristic of every attribute', () => {
  for (const attribute of ALL) {
    const { description, multiValued, required, caseExact, mutability, returned, uniqueness } = attribute;
    expect([description, multiValued, required, caseExact, mutability, returned, uniqueness]).not.toContain(undefined);
    expect(attribute.subAttributes === undefined).toBe(attribute.type !== 'complex');
    expect(attribute.referenceTypes === undefined).toBe(attribute.type !== 'reference');
  }
});

it('names attributes by RFC 7643 §2.1, and goes two levels deep at most', () => {
  expect(ALL.filter(({ name }) => !/^[a-z$][\w$-]*$/i.test(name))).toEqual([]);
  const below = ALL.flatMap(({ subAttributes }) => subAttributes ?? []);
  expect(below.filter(({ type }) => type === 'complex')).toEqual([]);
});

it('puts extensions beside the core attributes, under their URN', () => {
  const type = userResourceType([ENTERPRISE_USER_SCHEMA]);
  const attributes = resourceAttributes(type);

  expect(attributes.at(-1)).toMatchObject({ name: ENTERPRISE_USER_SCHEMA.id, type: 'complex' });
  expect(attributes.at(-1)?.subAttributes).toBe(ENTERPRISE_USER_SCHEMA.attributes);
  expect(resourceAttributes(type)).toBe(attributes);
});

it('keeps the common attributes as they are when a schema lists them otherwise', () => {
  const schema = { ...USER_SCHEMA, attributes: [text('id', 'Another id.'), complex('name', 'A name.', [])] };
  const attributes = resourceAttributes({ ...userResourceType([]), schema });

  expect(attributes.filter(({ name }) => name === 'id')).toEqual([named(COMMON_ATTRIBUTES, 'id')]);
});
