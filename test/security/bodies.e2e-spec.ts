import { deflateSync, gzipSync } from 'node:zlib';
import { ADAPTERS } from '../support/running-application.js';
import { patchOf, PROBE, type Refusal, Target } from './support/target.js';

const USER = { userName: `${PROBE}@acme.test` };
const JSON_USER = JSON.stringify(USER);
const nested = (depth: number, open: string, close: string, inside = '1') =>
  `{"userName":"${PROBE}","x":${open.repeat(depth)}${inside}${close.repeat(depth)}}`;
const bytes = (...parts: (string | Buffer)[]) => Buffer.concat(parts.map((part) => Buffer.from(part as string)));

const SYNTAX: Refusal = [400, 'invalidSyntax'];
const VALUE: Refusal = [400, 'invalidValue'];

const BODIES: readonly (readonly [name: string, body: unknown, refusal: Refusal])[] = [
  ['nothing', '', SYNTAX],
  ['blanks', ' \n ', SYNTAX],
  ['null', 'null', SYNTAX],
  ['a list', `[${JSON_USER}]`, SYNTAX],
  ['text', `"${PROBE}"`, SYNTAX],
  ['a number', '5', SYNTAX],
  ['half an object', `{"userName":"${PROBE}`, SYNTAX],
  ['two objects', JSON_USER + JSON_USER, SYNTAX],
  ['single quotes', `{'userName':'${PROBE}'}`, SYNTAX],
  ['a trailing comma', `{"userName":"${PROBE}",}`, SYNTAX],
  ['a comment', `{"userName":"${PROBE}"/**/}`, SYNTAX],
  ['NaN', `{"userName":"${PROBE}","x":NaN}`, SYNTAX],
  ['a form', `userName=${PROBE}`, SYNTAX],
  ['XML', `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`, SYNTAX],
  ['objects 5 000 deep', nested(5_000, '{"a":', '}'), SYNTAX],
  ['lists 5 000 deep', nested(5_000, '[', ']'), SYNTAX],
  ['lists 100 000 deep that never end', nested(100_000, '[', ''), SYNTAX],
  ['one name twice', `{"userName":"a@acme.test","userName":"${PROBE}"}`, SYNTAX],
  ['one name twice, once in escapes', `{"userName":"a@acme.test","user\\u004eame":"${PROBE}"}`, SYNTAX],
  ['one name twice further down', `{"userName":"${PROBE}","name":{"givenName":"a","givenName":"b"}}`, SYNTAX],
  ['one name in two spellings', `{"userName":"a@acme.test","USERNAME":"${PROBE}"}`, SYNTAX],
  ['one list in two spellings', `{"userName":"${PROBE}","emails":[],"Emails":[{"value":"a@acme.test"}]}`, SYNTAX],
  ['one part in two spellings', `{"userName":"${PROBE}","name":{"givenName":"a"},"name.givenName":"b"}`, SYNTAX],
  ['__proto__', `{"userName":"${PROBE}","__proto__":{"isAdmin":true}}`, SYNTAX],
  ['__proto__ in escapes', `{"userName":"${PROBE}","\\u005f_proto__":{"isAdmin":true}}`, SYNTAX],
  ['__proto__ further down', `{"userName":"${PROBE}","name":{"__proto__":{"givenName":"a"}}}`, SYNTAX],
  ['__proto__ in a list', `{"userName":"${PROBE}","emails":[{"__proto__":{"value":"a"}}]}`, SYNTAX],
  ['NUL', `{"userName":"${PROBE}\\u0000"}`, VALUE],
  ['NUL in a name', `{"userName":"${PROBE}","a\\u0000":1}`, VALUE],
  ['NUL that is not escaped', `{"userName":"${PROBE}\0"}`, SYNTAX],
  ['half a surrogate pair', `{"userName":"${PROBE}\\ud800"}`, VALUE],
  ['the other half', `{"userName":"${PROBE}","unknown":["\\udc00"]}`, VALUE],
  ['invalid UTF-8', bytes(`{"userName":"${PROBE}`, Buffer.from([0xff, 0xc0]), '"}'), SYNTAX],
  ['UTF-8 longer than it need be', bytes(`{"userName":"${PROBE}`, Buffer.from([0xc0, 0x80]), '"}'), SYNTAX],
  ['a surrogate in UTF-8', bytes(`{"userName":"${PROBE}`, Buffer.from([0xed, 0xa0, 0x80]), '"}'), SYNTAX],
  ['UTF-16', Buffer.from(`\ufeff${JSON_USER}`, 'utf16le'), SYNTAX],
  ['one name a hundred thousand times', `{"userName":"${PROBE}"${',"a":1'.repeat(100_000)}}`, SYNTAX],
  ['one byte more than the limit', `{"userName":"${PROBE}","x":"${'x'.repeat(1_048_576)}"}`, [413]],
  ['20 MB', Buffer.alloc(20 * 1_048_576, 'x'), [413]],
];

type Media = readonly [name: string, headers: readonly string[], body: Buffer];

const PLAIN = Buffer.from(JSON_USER);
const MEDIA: readonly Media[] = [
  ['text', ['Content-Type', 'text/plain'], PLAIN],
  ['a form', ['Content-Type', 'application/x-www-form-urlencoded'], Buffer.from(`userName=${PROBE}`)],
  ['a form of parts', ['Content-Type', 'multipart/form-data; boundary=x'], PLAIN],
  ['XML', ['Content-Type', 'application/xml'], PLAIN],
  ['another JSON', ['Content-Type', 'application/merge-patch+json'], PLAIN],
  ['two media types', ['Content-Type', 'application/json, text/html'], PLAIN],
  ['no media type', ['Content-Type', ''], PLAIN],
  ['UTF-7', ['Content-Type', 'application/scim+json; charset=utf-7'], PLAIN],
  ['UTF-16', ['Content-Type', 'application/json; charset=utf-16'], PLAIN],
  ['gzip', ['Content-Type', 'application/scim+json', 'Content-Encoding', 'gzip'], gzipSync(JSON_USER)],
  ['deflate', ['Content-Type', 'application/scim+json', 'Content-Encoding', 'deflate'], deflateSync(JSON_USER)],
  [
    'a gzip bomb',
    ['Content-Type', 'application/scim+json', 'Content-Encoding', 'gzip'],
    gzipSync(Buffer.alloc(20 * 1_048_576)),
  ],
  ['an encoding that there is not', ['Content-Type', 'application/scim+json', 'Content-Encoding', 'x-none'], PLAIN],
];

describe.each(ADAPTERS)('a hostile body on %s', (adapter) => {
  let acme: Target;
  beforeAll(async () => {
    acme = await Target.start(adapter);
  });
  afterAll(() => acme.stop());

  const WRITES = [
    ['POST', () => '/Users'],
    ['PUT', () => `/Users/${acme.victim}`],
    ['PATCH', () => `/Users/${acme.victim}`],
  ] as const;

  it.each(BODIES)('is refused: %s', async (_, body, refusal) => {
    await acme.refusesAll(
      WRITES.map(([method, path]) => ({ method, path: path(), body })),
      refusal,
    );
  });

  it('is refused when it comes in chunks and never says how long it is', async () => {
    const body = Buffer.alloc(3 * 1_048_576, 'x');
    await acme.refuses({ method: 'POST', path: '/Users', body, chunked: true }, [413]);
    await acme.refuses({ method: 'POST', path: '/Users', body: '{', chunked: true }, SYNTAX);
  });

  it.each<Media>(MEDIA)('is refused by what its headers say: %s', async (_, headers, body) => {
    await acme.refusesAll(
      WRITES.map(([method, path]) => ({ method, path: path(), body, headers })),
      [415],
    );
  });

  it('may begin with a byte order mark, and its media type may be written in any form that means JSON', async () => {
    const types = ['application/json', 'APPLICATION/SCIM+JSON', 'application/scim+json ;charset="UTF-8"'];
    for (const [index, type] of types.entries()) {
      const body = `\ufeff{"userName":"bom-${index}@acme.test"}`;
      const headers = ['Content-Type', type];
      expect(await acme.send({ method: 'POST', path: '/Users', body, headers })).toMatchObject({ status: 201 });
    }
  });

  it.each<[name: string, body: object]>([
    ['no PatchOp', { userName: PROBE }],
    ['no list of operations', { ...patchOf(), Operations: {} }],
    ['an operation that is none', patchOf('replace')],
    ['no op', patchOf({ path: 'title', value: PROBE })],
    ['an op that is a list', patchOf({ op: ['replace'], path: 'title', value: PROBE })],
    ...['copy', 'move', 'test', '', 'constructor', 'toString'].map<[string, object]>((op) => [
      `the op "${op}"`,
      patchOf({ op, path: 'title', value: PROBE }),
    ]),
  ])('is refused as a PATCH: %s', async (_, body) => {
    await acme.refuses({ method: 'PATCH', path: `/Users/${acme.victim}`, body }, SYNTAX);
  });

  it.each([
    ['removes', { op: 'remove', path: 'addresses[formatted co "x" or type co "x"].country' }],
    ['replaces', { op: 'replace', path: 'addresses[type ne "x"].country', value: 'ZZ' }],
    ['adds', { op: 'add', path: 'addresses', value: [{ country: 'ZZ' }] }],
    ['names', { op: 'remove', path: 'addresses', value: [{ country: 'ZZ' }] }],
  ])(
    'is refused when it %s parts of a long list a thousand times, before that costs anything',
    async (_, operation) => {
      const addresses = Array.from({ length: 99 }, (_, at) => ({ formatted: 'aé'.repeat(2_000), type: `t${at}` }));
      const { body } = await acme.post({ userName: 'long@acme.test', addresses });
      const wish = (count: number) => patchOf(...Array.from({ length: count }, () => operation));
      const path = `/Users/${String(body.id)}`;
      await acme.refuses({ method: 'PATCH', path, body: wish(1_000) }, VALUE);
      expect(await acme.send({ method: 'PATCH', path, body: wish(50) })).toMatchObject({ status: 200 });
      await acme.delete(body.id);
    },
  );

  it('is refused when it has more operations than may be', async () => {
    const operations = Array.from({ length: 1_001 }, () => ({ op: 'replace', path: 'title', value: PROBE }));
    await acme.refuses({ method: 'PATCH', path: `/Users/${acme.victim}`, body: patchOf(...operations) }, VALUE);
  });
});
