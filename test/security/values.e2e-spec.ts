import { type Attribute, ENTERPRISE_USER_SCHEMA, userResourceType } from '@ruleforge/scim';
import { RULEFORGE_USER_SCHEMA } from '../../src/provisioning/ruleforge-user-schema.js';
import { PROBE, patchOf, type Refusal, Target } from './support/target.js';

const TYPE = userResourceType([ENTERPRISE_USER_SCHEMA, RULEFORGE_USER_SCHEMA]);
const VALUE: Refusal = [400, 'invalidValue'];

/** What is no value of a type, and close to none that is tolerated. */
const WRONG: Readonly<Record<Attribute['type'], readonly unknown[]>> = {
  string: [{ value: PROBE }, { toString: PROBE }, [PROBE, PROBE], [[]], true],
  reference: [{ value: PROBE }, [PROBE, PROBE], 5, true],
  binary: [{ value: PROBE }, 'no base64!', 'AAAAA', 5, true],
  boolean: [0, 1, 'no', 'yes', '0', PROBE, {}, { value: true }, [true, false], 'truefalse'],
  dateTime: ['yesterday', '2026-13-01T00:00:00Z', 5, true, {}],
  integer: ['a', 1.5, true, {}],
  decimal: ['a', true, {}],
  complex: [PROBE, 5, true, [PROBE], [5], [{}, PROBE]],
};

interface Place {
  readonly path: string;
  readonly attribute: Attribute;
  /** The body that has this value there. */
  readonly holding: (value: unknown) => object;
}

const places = (
  attributes: readonly Attribute[],
  prefix: string,
  put: (name: string, value: unknown) => object,
): Place[] =>
  attributes
    .filter(({ mutability }) => mutability !== 'readOnly')
    .flatMap((attribute) => {
      const { name, subAttributes = [], multiValued } = attribute;
      const path = prefix + name;
      const inside = (sub: string, value: unknown) => put(name, multiValued ? [{ [sub]: value }] : { [sub]: value });
      return [{ path, attribute, holding: (value) => put(name, value) }, ...places(subAttributes, `${path}.`, inside)];
    });

const PLACES = [
  ...places(TYPE.schema.attributes, '', (name, value) => ({ [name]: value })),
  ...TYPE.extensions.flatMap(({ schema }) =>
    places(schema.attributes, `${schema.id}:`, (name, value) => ({ [schema.id]: { [name]: value } })),
  ),
];

describe('a hostile value', () => {
  let acme: Target;
  beforeAll(async () => {
    acme = await Target.start();
  });
  afterAll(() => acme.stop());

  const inPost = (body: object) => ({
    method: 'POST',
    path: '/Users',
    body: { userName: `${PROBE}@acme.test`, ...body },
  });
  const inPatch = (path: string, value: unknown) => ({
    method: 'PATCH',
    path: `/Users/${acme.victim}`,
    body: patchOf({ op: 'replace', path, value }),
  });

  // Of `manager`, any shape that names somebody is taken.
  it.each(PLACES.filter(({ attribute: { name } }) => name !== 'manager'))(
    'of another type is refused for $path',
    async ({ path, attribute, holding }) => {
      const values = WRONG[attribute.type];
      const patches = attribute.multiValued ? [] : values.map((value) => inPatch(path, value));
      await acme.refusesAll([...values.map((value) => inPost(holding(value))), ...patches], VALUE);
    },
  );

  it.each(PLACES.filter(({ attribute: { type } }) => type === 'string' || type === 'reference'))(
    'with NUL or half a surrogate pair is refused for $path, and one that is longer than can be kept',
    async ({ path, holding }) => {
      const values = [`${PROBE}\0`, `\ud83d${PROBE}`, `${PROBE}\udc00`];
      const patches = values.map((value) => inPatch(path, value));
      const posts = [...values, 'x'.repeat(70_000)].map((value) => inPost(holding(value)));
      await acme.refusesAll([...posts, ...patches], VALUE);
    },
  );

  it.each([
    ['userName', 256],
    ['externalId', 256],
    ['displayName', 512],
    ['name.familyName', 256],
    ['title', 4_096],
    ['emails[type eq "work"].value', 254],
  ])('is refused for %s beyond %i characters, and kept up to there', async (path, most) => {
    const domain = path.startsWith('emails') ? '@acme.test' : '';
    const text = (length: number) => 'ü'.repeat(length - domain.length) + domain;
    await acme.refusesAll(
      [most + 1, 2_704 + most, 10_000].map((length) => inPatch(path, text(length))),
      VALUE,
    );
    const { body } = await acme.post({ userName: `longest-${path}@acme.test`.replace(/[^a-z@.-]/gi, '') });
    expect(await acme.patch(body.id, { op: 'replace', path, value: text(most) })).toMatchObject({ status: 200 });
  });

  it.each([
    ['a hundred and one e-mails', { emails: Array.from({ length: 101 }, (_, at) => ({ value: `a${at}@acme.test` })) }],
    ['a hundred thousand e-mails', { emails: Array.from({ length: 25_000 }, () => ({ value: 'a@acme.test' })) }],
    ['two primary e-mails', { emails: ['a', 'b'].map((name) => ({ value: `${name}@acme.test`, primary: true })) }],
    ['a blank userName', { userName: ' ' }],
    ['an empty userName', { userName: '' }],
    ['no userName', { userName: null }],
    ['a userName that is a number', { userName: 5 }],
    ['a userName with blanks around it', { userName: ` ${PROBE}` }],
    ['a userName with a line break', { userName: `${PROBE}\r\nBcc: x` }],
    ['a userName with nothing to see in it', { userName: `${PROBE}\u200b` }],
    ['a userName that runs backwards', { userName: `${PROBE}\u202e` }],
    ['a userName in full-width letters', { userName: `ａ${PROBE}` }],
    ['a userName with the Kelvin sign', { userName: `\u212a${PROBE}` }],
    ['a userName with a ligature', { userName: `ﬁ${PROBE}` }],
    ['an address with a line break', { emails: [{ value: `a@acme.test\r\nBcc:${PROBE}` }] }],
    ['an address with a half-width full stop', { emails: [{ value: `${PROBE}@acme｡test` }] }],
  ])('is refused: %s', async (_, body) => {
    await acme.refuses(inPost(body), VALUE);
  });

  it('keeps two names apart that a careless database would take for one', async () => {
    const { body: plain } = await acme.post({ userName: 'admin@i.test' });
    for (const userName of ['adm\u0130n@i.test', 'adm\u0131n@i.test', 'аdmin@i.test']) {
      const { status, body } = await acme.post({ userName });
      expect(status).toBe(201);
      expect(body.id).not.toBe(plain.id);
      expect(await acme.found(`userName eq "${userName}"`)).toEqual([body.id]);
    }
    expect(await acme.found('userName eq "ADMIN@i.test"')).toEqual([plain.id]);
    await acme.refuses(inPost({ userName: 'ADMIN@I.TEST' }), [409, 'uniqueness']);
  });

  it('stands for itself only: templates, markup, formulas and SQL are text', async () => {
    const texts = [
      '${7*7}',
      '{{7*7}}',
      '#{7*7}',
      '<img src=x onerror=alert(1)>',
      '=HYPERLINK("http://x")',
      "'; DROP TABLE members; --",
      '\u001b[31mred\u001b[0m\r\nlevel=fatal',
      '$1',
      '\\x27',
    ];
    for (const [index, text] of texts.entries()) {
      const sent = { userName: `text-${index}@acme.test`, displayName: text, title: text, name: { givenName: text } };
      const { status, body } = await acme.post(sent);
      expect(status).toBe(201);
      expect((await acme.get(`/Users/${body.id}`)).body).toMatchObject(sent);
      expect(await acme.found(`title eq ${JSON.stringify(text)}`)).toEqual([body.id]);
    }
  });

  it('is passed over when no schema knows it, however much of it there is', async () => {
    const unknown = Object.fromEntries(Array.from({ length: 30_000 }, (_, index) => [`unknown${index}`, index]));
    const { status, body } = await acme.post({ userName: 'much@acme.test', ...unknown });
    expect([status, Object.keys(body)]).toEqual([201, expect.not.arrayContaining(['unknown1'])]);
  });
});
