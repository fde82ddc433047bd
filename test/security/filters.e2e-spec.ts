import { PROBE, patchOf, type Refusal, Target } from './support/target.js';

const FILTER: Refusal = [400, 'invalidFilter'];
const VALUE: Refusal = [400, 'invalidValue'];

/** No longer than an address may be: what a proxy and Node let through. */
const IN_ADDRESS = 8_000;

const BOMBS: readonly (readonly [name: string, filter: string])[] = [
  ['opening brackets', '('.repeat(100_000)],
  ['brackets around something', `${'('.repeat(100_000)}title pr${')'.repeat(100_000)}`],
  ['not upon not', `${'not ('.repeat(100_000)}title pr`],
  ['not upon not, all closed', `${'not ('.repeat(20_000)}title pr${')'.repeat(20_000)}`],
  ['brackets in brackets', `${'emails['.repeat(20_000)}type pr`],
  ['or upon or', Array.from({ length: 10_000 }, () => 'title pr').join(' or ')],
  ['and upon and', Array.from({ length: 10_000 }, () => 'title eq "a"').join(' and ')],
  ['quote upon quote', `title eq "${'\\"'.repeat(200_000)}`],
  ['a very long text', `title eq "${'x'.repeat(1_000_000)}"`],
  ['a very long name', `${'a'.repeat(1_000_000)} pr`],
  ['a very long path', `${'a.'.repeat(100_000)}a pr`],
  ['a very long URN', `${'urn:'.repeat(100_000)}a pr`],
  ['a very long number', `title eq ${'9'.repeat(100_000)}`],
  ['nothing but blanks', `${' '.repeat(1_000_000)}(`],
];

const NONSENSE = [
  'title',
  'title eq',
  'eq "a"',
  'title eq "a" and',
  'title eq "a" title eq "b"',
  'title eq "a")',
  '(title eq "a"',
  `title eq '${PROBE}'`,
  `title eq "${PROBE}`,
  `title eq ${PROBE}`,
  'title == "a"',
  'title like "a"',
  `title ${PROBE} "a"`,
  'title eq "a" xor title pr',
  'title eq "a";',
  'title eq "a" -- ',
  'title eq "\\x27"',
  'title eq "a\\"',
  'not title pr',
  'emails[type eq "work"',
  'emails[type eq "work"]]',
  'emails[emails[type pr]]',
  'emails[type eq "work" and userName eq "a"]',
  'title[value pr]',
  'a.b.c.d eq "a"',
  `userName') OR 1=1-- eq "a"`,
  `"; select pg_sleep(5); --" eq "a"`,
  `user_name_key eq "a"`,
  `unknown eq "a"`,
  'title eq "\\ud800"',
  'title eq "\\u0000"',
  'title eq "a\u0000"',
  'title eq 1e999',
  'title eq NaN',
  'title eq {}',
  'title eq ["a"]',
];

/** What may not be asked for: one answer for each, whatever the value. */
const SECRETS = [
  'password',
  'passwordDigest',
  'organizationId',
  'organization_id',
  'recovery',
  'search',
  'access_epoch',
];

const CONFUSED = [
  ...['gt', 'ge', 'lt', 'le', 'co', 'sw', 'ew'].map((operator) => `active ${operator} true`),
  ...['"yes"', '"1"', '1', '0'].map((value) => `active eq ${value}`),
  ...['"abc"', '5', 'true', '"2026-13-01T00:00:00Z"'].map((value) => `meta.created gt ${value}`),
  ...['co', 'sw', 'ew'].map((operator) => `meta.created ${operator} "2026"`),
  ...['5', 'true', '-1.5e3'].map((value) => `userName eq ${value}`),
  ...['gt', 'co', 'ge'].map((operator) => `userName ${operator} null`),
  ...['gt', 'co'].map((operator) => `x509Certificates.value ${operator} "AAAA"`),
  'name eq "a"',
  'meta eq "a"',
  'emails.primary gt true',
  'emails[primary eq "maybe"]',
];

const MISTAKEN_PATHS: readonly (readonly [path: string, refusal: Refusal])[] = [
  [`emails[${'('.repeat(50_000)}type pr`, [400, 'invalidPath']],
  [`emails[type eq "${PROBE}"`, [400, 'invalidPath']],
  ['emails[type eq "work"][value pr]', [400, 'invalidPath']],
  ['emails[type eq "work"].value.value', [400, 'invalidPath']],
  ['emails[type eq "work"] ; drop', [400, 'invalidPath']],
  ['title[value pr]', [400, 'invalidPath']],
  ['name.givenName.x', [400, 'invalidPath']],
  [PROBE, [400, 'invalidPath']],
  ['.title', [400, 'invalidPath']],
  ['title.', [400, 'invalidPath']],
  ['emails[]', [400, 'invalidPath']],
  ['emails[unknown eq "a"].value', FILTER],
  ['emails[primary gt true].value', FILTER],
  [`emails[value eq "'); DROP TABLE members; --"].unknown`, [400, 'invalidPath']],
];

describe('a hostile query', () => {
  let acme: Target;
  beforeAll(async () => {
    acme = await Target.start();
  });
  afterAll(() => acme.stop());

  const filtered = (filter: string) => ({ path: `/Users?filter=${encodeURIComponent(filter)}` });
  const inPath = (filter: string) => ({
    method: 'PATCH',
    path: `/Users/${acme.victim}`,
    body: patchOf({ op: 'replace', path: `emails[${filter}].value`, value: 'a@acme.test' }),
  });

  it.each(BOMBS)('is refused before it costs anything: %s', async (_, filter) => {
    await acme.refuses(inPath(filter), [400, 'invalidPath']);
    if (encodeURIComponent(filter.slice(0, IN_ADDRESS / 4)).length < IN_ADDRESS) {
      await acme.refuses(filtered(filter.slice(0, IN_ADDRESS / 4)), FILTER);
    }
  });

  it('is refused when it has more than fifty terms, and answered with fifty', async () => {
    const terms = (count: number) => Array.from({ length: count }, () => 'title pr').join(' or ');
    await acme.refuses(filtered(terms(51)), FILTER);
    expect(await acme.found(terms(50))).toEqual([]);
  });

  it.each(NONSENSE)('is refused and not half understood: %s', async (filter) => {
    await acme.refuses(filtered(filter), FILTER);
  });

  it.each(CONFUSED)('is refused when it compares what cannot be compared: %s', async (filter) => {
    await acme.refuses(filtered(filter), FILTER);
  });

  it.each(SECRETS)('finds nothing out about %s', async (name) => {
    const wishes = ['a', '*', 'argon2'].flatMap((guess) => [
      filtered(`${name} sw "${guess}"`),
      filtered(`${name} pr`),
      filtered(`not (${name} eq "${guess}")`),
    ]);
    const answers = await acme.refusesAll(wishes, FILTER);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    await acme.refuses({ path: `/Users?sortBy=${name}` }, VALUE);
    expect(Object.keys((await acme.get(`/Users/${acme.victim}?attributes=${name}`)).body)).toEqual(['schemas', 'id']);
  });

  it('takes wildcards and SQL for nothing but the characters they have', async () => {
    const { body } = await acme.post({ userName: 'wild@acme.test', title: '100%_\\done' });
    const found = (operator: string, text: string) => acme.found(`title ${operator} ${JSON.stringify(text)}`);
    for (const text of ['%', '_', '\\', '%_', '_\\'])
      expect([text, await found('co', text)]).toEqual([text, [body.id]]);
    const nowhere = ['\\%', '__', '.*', '1__%', "' OR '1'='1", "'; DROP TABLE members; --", '$1', '[0-9]'];
    for (const text of nowhere) expect([text, await found('co', text)]).toEqual([text, []]);
    for (const text of ['%', '_', '%done', '1__%']) {
      expect([...(await found('sw', text)), ...(await found('ew', text)), ...(await found('eq', text))]).toEqual([]);
    }
    await acme.delete(body.id);
  });

  it.each(MISTAKEN_PATHS)('is refused as the path of a PATCH: %#', async (path, refusal) => {
    const body = patchOf({ op: 'add', path, value: PROBE });
    await acme.refuses({ method: 'PATCH', path: `/Users/${acme.victim}`, body }, refusal);
  });

  it.each([
    ['startIndex=99999999999999999999', VALUE],
    ['startIndex=9223372036854775808', VALUE],
    ['startIndex=1.5', VALUE],
    ['startIndex=abc', VALUE],
    ['startIndex=0x10', VALUE],
    ['startIndex=1e3', VALUE],
    ['startIndex=1&startIndex=2', VALUE],
    ['count=1&count=999', VALUE],
    ['count=ten', VALUE],
    ['count[]=1', undefined],
    ['filter=title%20pr&filter=active%20eq%20true', FILTER],
    ['filter=title%20pr&FILTER=active%20eq%20true', FILTER],
    ['filter[a]=b', undefined],
    ['filter=%ff', FILTER],
    ['filter=%00', FILTER],
    ['filter=%', FILTER],
    ['filter=%20', FILTER],
    ['sortBy=id;select%20pg_sleep(5)', VALUE],
    ['sortBy=(case%20when%20true%20then%20id%20end)', VALUE],
    ['sortBy=user_name_key', VALUE],
    ['sortBy=emails[type%20eq%20%22work%22]', VALUE],
    ['sortBy=userName&sortBy=id', VALUE],
    ['sortBy=userName&sortOrder=asc,2', VALUE],
    ['attributes=id&attributes=userName', VALUE],
    ['attributes=id&excludedAttributes=userName', VALUE],
    [`attributes=${'a,'.repeat(200)}`, VALUE],
    [`excludedAttributes=${'a,'.repeat(200)}`, VALUE],
  ] satisfies [string, Refusal | undefined][])(
    'says what is wrong with ?%s, or passes it over',
    async (query, refusal) => {
      if (refusal) await acme.refuses({ path: `/Users?${query}` }, refusal);
      else expect((await acme.get(`/Users?${query}`)).body).toMatchObject({ totalResults: 1 });
    },
  );

  it.each([
    ['startIndex=0', { startIndex: 1, itemsPerPage: 1 }],
    ['startIndex=-99999999999999999999', { startIndex: 1, itemsPerPage: 1 }],
    ['startIndex=9007199254740991', { totalResults: 1, itemsPerPage: 0 }],
    ['count=-1', { totalResults: 1, itemsPerPage: 0 }],
    ['count=99999999999999999999', { totalResults: 1, itemsPerPage: 1 }],
    ['count=999999999&filter=active%20eq%20true', { totalResults: 1, itemsPerPage: 1 }],
    ['startIndex=9007199254740991&sortBy=userName', { totalResults: 1, itemsPerPage: 0 }],
    ['startIndex=9007199254740991&count=1000&filter=active%20eq%20true', { totalResults: 1, itemsPerPage: 0 }],
    ['startIndex=&count=&filter=&sortBy=&sortOrder=&attributes=', { totalResults: 1, itemsPerPage: 1 }],
  ])('is cut to what there is: ?%s', async (query, expected) => {
    expect(await acme.get(`/Users?${query}`)).toMatchObject({ status: 200, body: expected });
  });

  it('never leaves out who a resource is, and never tells a password', async () => {
    await acme.patch(acme.victim, { op: 'add', path: 'password', value: PROBE });
    for (const query of ['excludedAttributes=id,schemas,userName', 'attributes=password', 'attributes=*,%00,urn:x:y']) {
      const { status, body, text } = await acme.get(`/Users/${acme.victim}?${query}`);
      expect([status, body.id]).toEqual([200, acme.victim]);
      expect(text).not.toContain(PROBE);
    }
  });
});
