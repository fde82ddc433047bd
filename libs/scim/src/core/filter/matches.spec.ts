import type { ScimComplex } from '../resource/resource.js';
import { defineAttribute } from '../schema/define-attribute.js';
import { ENTERPRISE_USER_SCHEMA } from '../schema/enterprise-user-schema.js';
import { userResourceType } from '../schema/user-resource-type.js';
import { matches } from './matches.js';
import { readFilter } from './read-filter.js';
import { searchDocument } from './search-document.js';

const USER = userResourceType([
  ENTERPRISE_USER_SCHEMA,
  { id: 'urn:acme:badge', name: 'Badge', description: '', attributes: [defineAttribute('level', 'integer', 'Level.')] },
]);

const ADA: ScimComplex = {
  id: '018f2c1e-0000-7000-8000-000000000001',
  userName: 'Ada@Acme.test',
  externalId: 'Ext-1',
  active: true,
  name: { familyName: 'Lovelace', givenName: 'Ada' },
  emails: [
    { value: 'ada@acme.test', type: 'work', primary: true },
    { value: 'ada@home.test', type: 'home' },
    { value: 'ada@attic.test' },
  ],
  meta: { lastModified: '2026-01-31T08:00:00Z', resourceType: 'User' },
  [ENTERPRISE_USER_SCHEMA.id]: { department: 'Engines', manager: { value: 'm-1' } },
  'urn:acme:badge': { level: 7 },
};

const matchesAda = (filter: string) =>
  matches(
    readFilter(filter, USER, () => undefined)!,
    searchDocument(ADA, USER),
  );

it.each([
  'userName eq "ada@ACME.test"',
  'externalId eq "Ext-1"',
  'id sw "018f"',
  'active eq true',
  'active ne false',
  'name.familyName co "LOVE"',
  'name.familyName gt "lovelab"',
  'name[familyName eq "lovelace" and givenName eq "ada"]',
  'emails co "home"',
  'emails.type eq "home"',
  'emails.type ne "home"',
  'emails[type eq "home" and value ew "@HOME.test"]',
  'emails[type eq "work"].value eq "ada@acme.test"',
  'emails[primary eq false and type eq "home"]',
  'emails[not (type pr)]',
  'emails[type ne "work"]',
  'emails[type eq null]',
  'meta.lastModified ge "2026-01-31T08:00:00.000Z"',
  'meta.lastModified lt "2026-01-31T10:00:00+01:00"',
  'meta pr and meta.resourceType eq "User"',
  'department eq "engines" and manager eq "M-1"',
  'schemas eq "urn:acme:badge"',
  'urn:acme:badge:level ge 7 and level lt 8.5',
  'title ne "Countess"',
  'title eq null',
  'not (title eq "Countess")',
  'not (title pr)',
  'roles ne "x"',
  'userName eq "x" or userName sw "ada" and active eq true',
])('matches %s', (filter) => expect(matchesAda(filter)).toBe(true));

it.each([
  'userName eq "ada"',
  'externalId eq "ext-1"',
  'active eq false',
  'emails[type eq "home" and value eq "ada@acme.test"]',
  'emails[type eq "other"]',
  'emails.type eq null',
  'roles[type ne "x"]',
  'title pr',
  'title eq "x"',
  'title gt ""',
  'title lt "z"',
  'title ne null',
  'title co ""',
  'meta.lastModified gt "2026-01-31T08:00:00Z"',
  'urn:acme:badge:level gt 7',
  'not (userName pr)',
  '(userName eq "x" or userName sw "ada") and active eq false',
  'schemas eq "urn:unknown"',
])('does not match %s', (filter) => expect(matchesAda(filter)).toBe(false));
