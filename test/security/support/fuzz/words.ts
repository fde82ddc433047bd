import fc from 'fast-check';

const ATTRIBUTES = [
  ...['userName', 'externalId', 'displayName', 'active', 'title', 'name', 'name.givenName', 'emails', 'emails.value'],
  ...['phoneNumbers', 'addresses.country', 'x509Certificates', 'photos', 'roles', 'groups', 'groups.display', 'id'],
  ...['meta.created', 'meta.lastModified', 'schemas', 'password', 'members', 'members.value', 'members.$ref'],
  'members.display',
  'urn:ietf:params:scim:schemas:core:2.0:Group:members',
  'urn:ietf:params:scim:schemas:core:2.0:User:title',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:manager.value',
  'urn:ietf:params:scim:schemas:extension:ruleforge:2.0:User:role',
];
const ODD_NAMES = [
  ...['__proto__', 'constructor', 'toString', '', ' ', '.', 'a.b.c', ':', 'urn:', 'emails[', '$ref', 'ünïcode', '0'],
];

/** As `encodeURIComponent`, which throws for half a surrogate pair: that becomes what UTF-8 has no room for. */
export const encode = (text: string) =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\0')).replaceAll('%00', '%ED%A0%80');

const swapCase = (text: string) =>
  text.replace(/[a-z]/gi, (letter) => (letter < 'a' ? letter.toLowerCase() : letter.toUpperCase()));
const attribute = fc.constantFrom(...ATTRIBUTES);

/** What an attribute is called, or might be. */
export const name = fc.oneof(
  { arbitrary: attribute, weight: 6 },
  { arbitrary: attribute.map(swapCase), weight: 1 },
  { arbitrary: fc.constantFrom(...ODD_NAMES), weight: 1 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 20 }), weight: 1 },
);

const WORDS = [
  'a',
  'A@acme.test',
  'work',
  'True',
  'false',
  '2026-01-31T08:00:00Z',
  'AAAA',
  '',
  '~user0~',
  '~foreignuser0~',
];
const HOSTILE = ['\0', '\ud800', "';--", '%', '\u202e', 'ﬁ', 'x'.repeat(5_000), 'y'.repeat(300)];

export const text = fc.oneof(
  { arbitrary: fc.constantFrom(...WORDS), weight: 4 },
  { arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }), weight: 2 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 30 }), weight: 1 },
  { arbitrary: fc.constantFrom(...HOSTILE), weight: 1 },
);

const SUB_ATTRIBUTES = ['value', 'type', 'primary', 'display', 'givenName', '$ref'];

/** Any JSON, as deep as no attribute is. */
export const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.boolean(),
    fc.oneof(fc.integer(), fc.double(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...SUB_ATTRIBUTES), name), tie('value'), { maxKeys: 4 }),
  ),
}));
export const attributes = fc.dictionary(name, value, { maxKeys: 6 });

export const toJson = (it: unknown) => JSON.stringify(it);

/** Now and then some characters are missing or too many. */
export const damaged = (whole: fc.Arbitrary<string>) =>
  fc.oneof(
    { arbitrary: whole, weight: 4 },
    {
      arbitrary: fc.tuple(whole, fc.nat(), fc.nat(3), fc.string({ maxLength: 3 })).map(([it, at, less, more]) => {
        const from = at % (it.length + 1);
        return it.slice(0, from) + more + it.slice(from + less);
      }),
      weight: 1,
    },
  );
