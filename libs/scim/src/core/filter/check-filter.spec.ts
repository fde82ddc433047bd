import type { Leniency } from '../dialects/leniency.js';
import type { Schema } from '../schema/attribute.js';
import { defineAttribute, text } from '../schema/define-attribute.js';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { USER_SCHEMA } from '../schema/user-schema.js';
import { checkFilter, checkWhere } from './check-filter.js';
import type { CheckedFilter } from './filter.js';
import { parseFilter } from './parse-filter.js';

const BADGE: Schema = {
  id: 'urn:acme:badge',
  name: 'Badge',
  description: 'A badge.',
  attributes: [
    defineAttribute('level', 'integer', 'A level.'),
    defineAttribute('seen', 'dateTime', 'When it was seen.'),
    text('pin', 'A secret.', { returned: 'never' }),
    text('tags', 'Tags.', { multiValued: true }),
  ],
};
const USER = userResourceType([ENTERPRISE_USER_SCHEMA, BADGE]);
const REFUSAL = expect.objectContaining({ status: 400, scimType: 'invalidFilter' }) as Error;

const check = (filter: string, note: (leniency: Leniency) => void = () => undefined) =>
  checkFilter(parseFilter(filter), USER, note);

/** A checked filter in a short form: `['eq', 'emails.value', 'x']`. */
const brief = (filter: CheckedFilter): unknown => {
  switch (filter.kind) {
    case 'and':
    case 'or':
      return [filter.kind, ...filter.operands.map(brief)];
    case 'not':
      return ['not', brief(filter.operand)];
    case 'present':
      return ['pr', filter.path.keys.join('.')];
    case 'compare':
      return [filter.operator, filter.path.keys.join('.'), filter.value];
    case 'has':
      return ['has', filter.path.keys.join('.'), brief(filter.where)];
  }
};

it.each([
  ['USERNAME Eq "Ada@ACME.test"', ['eq', 'userName', 'ada@acme.test']],
  ['externalId eq "Abc"', ['eq', 'externalId', 'Abc']],
  ['id eq "F00D"', ['eq', 'id', 'F00D']],
  ['emails eq "Ada@acme.test"', ['eq', 'emails.value', 'ada@acme.test']],
  ['manager eq "42"', ['eq', `${ENTERPRISE_USER_SCHEMA.id}.manager.value`, '42']],
  ['active eq true', ['eq', 'active', true]],
  ['active eq "False"', ['eq', 'active', false]],
  ['roles[primary eq "True"].value eq "X"', ['has', 'roles', ['and', ['eq', 'primary', true], ['eq', 'value', 'x']]]],
  ['meta.lastModified gt "2011-05-13T06:42:34+02:00"', ['gt', 'meta.lastModified', '2011-05-13T04:42:34.000Z']],
  ['urn:acme:badge:level ge 3', ['ge', 'urn:acme:badge.level', 3]],
  ['level ge 3', ['ge', 'urn:acme:badge.level', 3]],
  ['tags co "A"', ['co', 'urn:acme:badge.tags', 'a']],
  [`schemas eq "${BADGE.id.toUpperCase()}"`, ['eq', 'schemas', BADGE.id]],
  ['title eq null', ['not', ['pr', 'title']]],
  ['name ne null', ['pr', 'name']],
  ['name pr', ['pr', 'name']],
  ['x509Certificates.value eq "QUJD"', ['eq', 'x509Certificates.value', 'QUJD']],
  ['name[familyName sw "L"]', ['and', ['pr', 'name'], ['sw', 'name.familyName', 'l']]],
  ['urn:acme:badge[level eq 1]', ['and', ['pr', 'urn:acme:badge'], ['eq', 'urn:acme:badge.level', 1]]],
  ['displayName eq "E\u0301"', ['eq', 'displayName', '\u00e9']],
])('%s', (filter, checked) => expect(brief(check(filter))).toEqual(checked));

it.each([
  'shoeSize eq 45',
  'constructor pr',
  'name.toString pr',
  'urn:unknown:userName pr',
  'password sw "a"',
  'password pr',
  'pin eq "1"',
  'urn:acme:badge:pin pr',
  'organizationId eq "x"',
  'emails[userName eq "x"]',
  'emails[urn:acme:badge:level eq 1]',
  'name[urn:acme:badge:level eq 1]',
  'userName[value eq "x"]',
  'tags[value eq "x"]',
  'name eq "Ada"',
  'meta gt "2011-05-13T04:42:34Z"',
  'active gt true',
  'active co "t"',
  'active eq "yes"',
  'active eq 1',
  'userName eq 5',
  'userName eq true',
  'userName gt null',
  'level eq "3"',
  'level co 3',
  'meta.created gt "abc"',
  'meta.created gt 5',
  'meta.created sw "2011"',
  'x509Certificates.value gt "a"',
  'x509Certificates co "a"',
  'emails[primary gt false]',
  'emails[value eq null or type lt null]',
])('refuses %s', (filter) => expect(() => check(filter)).toThrow(REFUSAL));

it('says the same of an unknown attribute and of a secret one', () => {
  const detail = (filter: string) => {
    try {
      check(filter);
    } catch (error) {
      return (error as Error).message;
    }
    return 'no refusal';
  };
  expect(detail('pin sw "1"')).toBe(detail('shoeSize sw "1"'));
});

it('notes what it tolerated', () => {
  const notes: Leniency[] = [];
  check('active eq "TRUE" and department eq "x"', (leniency) => void notes.push(leniency));
  expect(notes).toEqual(['boolean-as-text', 'unqualified-extension-attribute']);
});

describe('in the brackets of a PATCH path', () => {
  const emails = USER_SCHEMA.attributes.find(({ name }) => name === 'emails')!;
  const title = USER_SCHEMA.attributes.find(({ name }) => name === 'title')!;
  const checkWithin = (where: string, attribute = emails) => checkWhere(parseFilter(where), attribute, () => undefined);

  it('starts paths at an element', () =>
    expect(brief(checkWithin('TYPE eq "Work" and primary eq "true"'))).toEqual([
      'and',
      ['eq', 'type', 'work'],
      ['eq', 'primary', true],
    ]));

  it('refuses what an element does not have', () => {
    expect(() => checkWithin('userName eq "x"')).toThrow(REFUSAL);
    expect(() => checkWithin('value eq "x"', title)).toThrow(REFUSAL);
  });
});
