import { ENTERPRISE, expectRefusal, RULEFORGE, USER } from './support/documents.js';
import { CERTIFICATE, hireFour, namesIn } from './support/filtered-people.js';
import type { Organization } from './support/organization.js';
import { onEachAdapter } from './support/road.js';

const everybody = ['ada', 'bob', 'cleo', 'dora'];
type Case = readonly [filter: string, names: readonly string[]];

/** Each operator on text without regard to case, and each kind of path (RFC 7644 §3.4.2.2, table 3). */
const TEXT: readonly Case[] = [
  ['userName eq "ADA@Acme.test"', ['ada']],
  ['userName ne "ada@acme.test"', ['bob', 'cleo', 'dora']],
  ['title eq "ANALYST"', ['ada']],
  ['title ne "analyst"', ['bob', 'cleo', 'dora']],
  ['title co "NALYS"', ['ada']],
  ['title sw "B"', ['cleo']],
  ['title ew "ST"', ['ada']],
  ['title gt "Analyst"', ['cleo']],
  ['title ge "Analyst"', ['ada', 'cleo']],
  ['title lt "BOSS"', ['ada']],
  ['title le "BOSS"', ['ada', 'cleo']],
  ['title pr', ['ada', 'cleo']],
  ['not (title pr)', ['bob', 'dora']],
  ['title eq null', ['bob', 'dora']],
  ['title ne null', ['ada', 'cleo']],
  [`name.familyName co "O'MALLEY"`, ['bob']],
  ['name.familyName eq "100%_\\\\ \\"quoted\\""', ['cleo']],
  ['name.familyName co "%"', ['cleo']],
  ['name.familyName sw "_"', []],
  ['name pr', ['ada', 'bob', 'cleo']],
  [`${ENTERPRISE}:department eq "engines"`, ['ada']],
  [`${ENTERPRISE}:manager.value eq "m-1"`, ['ada']],
  [`${ENTERPRISE} pr`, ['ada', 'bob']],
];

/** The other types of attributes, and text that is case exact. */
const TYPES: readonly Case[] = [
  ['externalId eq "HR-1"', ['ada']],
  ['externalId sw "hr"', ['bob']],
  ['externalId pr', ['ada', 'bob']],
  ['profileUrl eq "https://acme.test/Ada"', ['ada']],
  ['profileUrl eq "https://acme.test/ada"', []],
  ['active eq true', ['ada', 'cleo', 'dora']],
  ['active eq false', ['bob']],
  ['active ne true', ['bob']],
  ['active eq "False"', ['bob']],
  ['active pr', everybody],
  [`x509Certificates.value eq "${CERTIFICATE}"`, ['ada']],
  [`x509Certificates.value eq "${CERTIFICATE.toLowerCase()}"`, []],
  ['meta.created gt "2011-05-13T04:42:34Z"', everybody],
  ['meta.lastModified ge "2011-05-13T04:42:34+02:00"', everybody],
  ['meta.lastModified lt "2011-05-13T04:42:34Z"', []],
  ['meta.created le "2999-01-01T00:00:00Z"', everybody],
  ['meta.resourceType eq "User"', everybody],
  ['meta.resourceType eq "Group"', []],
  [`schemas eq "${ENTERPRISE}"`, ['ada', 'bob']],
  [`schemas eq "${USER.toUpperCase()}"`, everybody],
  [`${RULEFORGE}:role eq "read_only"`, everybody],
  [`${RULEFORGE}:lastSignInAt pr`, []],
  ['groups pr', []],
];

/** Lists: one element is enough, and in brackets it must be the same one. */
const LISTS: readonly Case[] = [
  ['emails.value eq "CLEO@example.com"', ['cleo']],
  ['emails.type eq "WORK"', ['ada', 'cleo']],
  ['emails eq "bob@example.org"', ['bob']],
  ['emails co "example.com"', ['ada', 'cleo']],
  ['emails[type eq "work" and value ew "@example.com"]', ['ada']],
  ['emails[type eq "work"] and emails[value ew "@example.com"]', ['ada', 'cleo']],
  ['emails[not (type eq "work")]', ['bob', 'cleo']],
  ['emails[primary eq true and value co "other"]', ['cleo']],
  ['emails[primary ne true]', ['bob', 'cleo']],
  ['emails.primary eq false', ['bob', 'cleo']],
  ['emails[type eq "work"].value eq "cleo@other.test"', ['cleo']],
  ['emails pr', ['ada', 'bob', 'cleo']],
  ['emails.display pr', []],
];

/** Precedence: grouping, `not`, `and`, `or`. Names and operators in any case. */
const LOGIC: readonly Case[] = [
  ['userName sw "dora" or title pr and active eq true', ['ada', 'cleo', 'dora']],
  ['(userName sw "dora" or title pr) and userType eq "Employee"', ['ada', 'cleo']],
  ['not (userType eq "Employee") and active eq true', ['dora']],
  ['not (userType eq "Employee" and title sw "a") and name pr', ['bob', 'cleo']],
  ['userType eq "Intern" or userType eq "Employee" and title eq "boss"', ['bob', 'cleo']],
  ['USERNAME Eq "ada@acme.test" OR Title PR AND NOT (active EQ true)', ['ada']],
  [`${USER}:userName eq "ada@acme.test"`, ['ada']],
  [`${USER.toUpperCase()}:NAME.givenname eq "ADA"`, ['ada']],
];

const REFUSED: readonly string[] = [
  'userName',
  'userName eq',
  'userName eq ada',
  "userName eq 'ada'",
  'userName eq "ada',
  'userName regex "a.*"',
  'userName eq "a" xor title pr',
  '(userName eq "a"',
  'userName eq "a")',
  'not userName eq "a"',
  'and',
  'emails[type eq "work"',
  'emails[]',
  'emails[emails[type eq "work"]]',
  'userName[value eq "a"]',
  'shoeSize eq "44"',
  'name.shoeSize eq "44"',
  'urn:unknown:schema:1.0:User:userName eq "a"',
  'password pr',
  'name eq "Ada"',
  'active gt true',
  'active co "tr"',
  'active eq "maybe"',
  'active eq 1',
  `x509Certificates.value lt "${CERTIFICATE}"`,
  `x509Certificates.value co "MIID"`,
  'meta.created co "2011"',
  'meta.created eq "yesterday"',
  'meta.created gt 2011',
  'userName eq 7',
  'title gt true',
  'title gt null',
];

onEachAdapter((road) => {
  let acme: Organization;
  beforeAll(async () => {
    acme = await road.anOrganization();
    await hireFour(acme);
    await (await road.anOrganization()).addUser('ada');
  });

  const finds = async (filter: string, names: readonly string[]) => {
    const { status, body } = await acme.scim.list({ filter });
    expect({ status, names: namesIn(body.Resources), total: body.totalResults }).toEqual({
      status: 200,
      names,
      total: names.length,
    });
  };

  it.each(TEXT)('compares text: %s', finds);
  it.each(TYPES)('compares by type: %s', finds);
  it.each(LISTS)('looks into lists: %s', finds);
  it.each(LOGIC)('joins: %s', finds);

  it.each(REFUSED)('refuses to filter by %s', async (filter) => {
    expectRefusal(await acme.scim.list({ filter }), 400, 'invalidFilter');
  });

  it('refuses two filters', async () => {
    expectRefusal(await acme.scim.get('/Users?filter=title%20pr&filter=active%20pr'), 400, 'invalidFilter');
  });

  it('finds one by id, and nobody by what can be no id', async () => {
    const { body } = await acme.scim.list({ filter: 'userName eq "ada@acme.test"' });
    const { id } = body.Resources[0]!;
    await finds(`id eq "${id}"`, ['ada']);
    await finds(`id sw "${id.slice(0, 30)}" and id eq "${id}"`, ['ada']);
    await finds(`id eq "${id.toUpperCase()}"`, []);
    await finds('id eq "no-uuid"', []);
  });

  it('compares with the value that was returned last', async () => {
    const { body } = await acme.scim.list({ filter: 'userName sw "dora"' });
    const [dora] = body.Resources;
    expect(dora).toMatchObject({ active: true });
    await finds(`meta.version eq ${JSON.stringify(dora!.meta.version)} and active eq true and userName sw "dora"`, [
      'dora',
    ]);
    await finds(`meta.lastModified eq "${dora!.meta.lastModified}" and userName sw "dora"`, ['dora']);
  });
});
