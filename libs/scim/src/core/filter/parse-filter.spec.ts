import type { CompareOperator, CompareValue, Filter } from './filter.js';
import { parseFilter } from './parse-filter.js';

const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

const path = (written: string) => {
  const [name = '', sub] = written.split('.');
  return sub === undefined ? { name } : { name, sub };
};
const compare = (name: string, operator: CompareOperator, value: CompareValue): Filter => ({
  kind: 'compare',
  path: path(name),
  operator,
  value,
});
const present = (name: string): Filter => ({ kind: 'present', path: path(name) });
const and = (...operands: Filter[]): Filter => ({ kind: 'and', operands });
const or = (...operands: Filter[]): Filter => ({ kind: 'or', operands });
const not = (operand: Filter): Filter => ({ kind: 'not', operand });
const has = (name: string, where: Filter): Filter => ({ kind: 'has', path: path(name), where });

const refusal = (details: object = {}) => expect.objectContaining({ scimType: 'invalidFilter', ...details }) as Error;

const employee = compare('userType', 'eq', 'Employee');
const atCom = or(compare('emails', 'co', 'example.com'), compare('emails.value', 'co', 'example.org'));
const workMail = has('emails', and(compare('type', 'eq', 'work'), compare('value', 'co', '@example.com')));

describe('the examples of RFC 7644 §3.4.2.2, figure 2', () => {
  it.each<[string, Filter]>([
    ['userName eq "bjensen"', compare('userName', 'eq', 'bjensen')],
    ['userName Eq "john"', compare('userName', 'eq', 'john')],
    [`name.familyName co "O'Malley"`, compare('name.familyName', 'co', "O'Malley")],
    ['userName sw "J"', compare('userName', 'sw', 'J')],
    [
      'urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J"',
      {
        kind: 'compare',
        path: { schema: 'urn:ietf:params:scim:schemas:core:2.0:User', name: 'userName' },
        operator: 'sw',
        value: 'J',
      },
    ],
    ['title pr', present('title')],
    ['meta.lastModified gt "2011-05-13T04:42:34Z"', compare('meta.lastModified', 'gt', '2011-05-13T04:42:34Z')],
    ['meta.lastModified ge "2011-05-13T04:42:34Z"', compare('meta.lastModified', 'ge', '2011-05-13T04:42:34Z')],
    ['meta.lastModified lt "2011-05-13T04:42:34Z"', compare('meta.lastModified', 'lt', '2011-05-13T04:42:34Z')],
    ['meta.lastModified le "2011-05-13T04:42:34Z"', compare('meta.lastModified', 'le', '2011-05-13T04:42:34Z')],
    ['title pr and userType eq "Employee"', and(present('title'), employee)],
    ['title pr or userType eq "Intern"', or(present('title'), compare('userType', 'eq', 'Intern'))],
    [`schemas eq "${ENTERPRISE}"`, compare('schemas', 'eq', ENTERPRISE)],
    ['userType eq "Employee" and (emails co "example.com" or\n  emails.value co "example.org")', and(employee, atCom)],
    [
      'userType ne "Employee" and not (emails co "example.com" or\n  emails.value co "example.org")',
      and(compare('userType', 'ne', 'Employee'), not(atCom)),
    ],
    ['userType eq "Employee" and (emails.type eq "work")', and(employee, compare('emails.type', 'eq', 'work'))],
    ['userType eq "Employee" and emails[type eq "work" and\n  value co "@example.com"]', and(employee, workMail)],
    [
      'emails[type eq "work" and value co "@example.com"] or\n  ims[type eq "xmpp" and value co "@foo.com"]',
      or(workMail, has('ims', and(compare('type', 'eq', 'xmpp'), compare('value', 'co', '@foo.com')))),
    ],
  ])('%s', (text, filter) => expect(parseFilter(text)).toEqual(filter));
});

describe('the grammar', () => {
  const [a, b, c] = [present('a'), present('b'), present('c')];

  it.each<[string, Filter]>([
    ['a pr or b pr and c pr', or(a, and(b, c))],
    ['a pr and b pr or c pr', or(and(a, b), c)],
    ['(a pr or b pr) and c pr', and(or(a, b), c)],
    ['a pr and b pr and c pr', and(a, b, c)],
    ['a pr and (b pr and c pr)', and(a, and(b, c))],
    ['not (a pr) and b pr', and(not(a), b)],
    ['not(a pr or b pr)', not(or(a, b))],
    ['not (not (a pr))', not(not(a))],
    ['((a pr))', a],
    ['  a   PR  AND  NOT ( b pr ) ', and(a, not(b))],
    ['notes pr', present('notes')],
    ['android eq "or"', compare('android', 'eq', 'or')],
    ['a[not (b pr) or c pr]', has('a', or(not(b), c))],
  ])('%s', (text, filter) => expect(parseFilter(text)).toEqual(filter));

  it.each<[string, CompareValue]>([
    ['""', ''],
    [String.raw`"say \"hi\" \\ \/ \u00e9 \ud83d\ude00"`, 'say "hi" \\ / é 😀'],
    ['"%_ \' ; --"', "%_ ' ; --"],
    ['0', 0],
    ['-1.5e+3', -1500],
    ['true', true],
    ['False', false],
    ['null', null],
  ])('takes the value %s', (literal, value) =>
    expect(parseFilter(`a eq ${literal}`)).toEqual(compare('a', 'eq', value)),
  );

  it.each<[string, object]>([
    [`${ENTERPRISE}:manager.value`, { schema: ENTERPRISE, name: 'manager', sub: 'value' }],
    [`${ENTERPRISE}:department`, { schema: ENTERPRISE, name: 'department' }],
    ['members.$ref', { name: 'members', sub: '$ref' }],
    ['custom-name_2', { name: 'custom-name_2' }],
  ])('reads the path %s', (text, expected) =>
    expect(parseFilter(`${text} pr`)).toEqual({ kind: 'present', path: expected }),
  );

  it.each<[string, Filter]>([
    [
      'emails[type eq "work"].value eq "x"',
      has('emails', and(compare('type', 'eq', 'work'), compare('value', 'eq', 'x'))),
    ],
    [
      'emails[type eq "work" and primary eq true].value pr',
      has('emails', and(compare('type', 'eq', 'work'), compare('primary', 'eq', true), present('value'))),
    ],
  ])('takes what Entra ID writes: %s', (text, filter) => expect(parseFilter(text)).toEqual(filter));
});

describe('what is no filter', () => {
  it.each([
    ['', 1, 'an attribute name'],
    ['userName', 9, 'one of the operators'],
    ['userName regex "a"', 10, 'one of the operators'],
    ['userName eq', 12, 'a value'],
    ['userName eq bjensen', 13, 'a value'],
    ["userName eq 'bjensen'", 13, 'a name, an operator, a bracket, or a value in double quotes'],
    ['userName eq "bjensen', 13, 'a closing double quote'],
    ['userName eq "a" "b"', 17, 'and, or, or the end'],
    ['userName eq "a" userName eq "b"', 17, 'and, or, or the end'],
    ['userName eq "a" xor title pr', 17, 'and, or, or the end'],
    ['userName eq "a" and', 20, 'an attribute name'],
    ['and title pr', 5, 'one of the operators'],
    ['(title pr', 10, 'and, or, or a closing parenthesis'],
    ['title pr)', 9, 'and, or, or the end'],
    ['not title pr', 5, 'an opening parenthesis'],
    ['emails[type eq "work"', 22, 'and, or, or a closing square bracket'],
    ['emails[type eq "work")', 22, 'and, or, or a closing square bracket'],
    ['emails[]', 8, 'an attribute name'],
    ['emails[a[b pr]]', 9, 'no square brackets inside'],
    ['emails[type eq "work"].a.b eq "x"', 23, 'the name of one sub-attribute'],
    ['a.b.c.d eq "x"', 1, 'an attribute name'],
    ['a..b eq "x"', 1, 'an attribute name'],
    ['1a eq "x"', 1, 'an attribute name'],
    ['a eq 01', 6, 'a value'],
    ['a eq 1.', 6, 'a value'],
    ['a eq +1', 6, 'a value'],
    ['a eq 1e400', 6, 'a value'],
    [String.raw`a eq "\x27"`, 6, 'a value'],
    [String.raw`a eq "\u0000"`, 6, 'a value'],
    ['a eq "\0"', 6, 'a value'],
    [String.raw`a eq "\ud800"`, 6, 'a value'],
    ['a eq "\udc00"', 6, 'a value'],
    ['a eq "\n"', 6, 'a value'],
    [`userName') OR 1=1-- eq "x"`, 9, 'a name, an operator'],
    ['userNаme eq "x"', 6, 'a name, an operator'],
  ])('%j', (text, position, expected) => {
    const sentence: unknown = expect.stringContaining(`At character ${position}: expected ${expected}`);
    expect(() => parseFilter(text)).toThrow(refusal({ status: 400, detail: sentence }));
  });

  it('never repeats what was sent', () => {
    const unmarked: unknown = expect.not.stringContaining('MARKER');
    for (const text of [
      'MARKER',
      'MARKER eq MARKER',
      'a eq "MARKER',
      'a MARKER "b"',
      'a[MARKER',
      'a pr MARKER',
      "'MARKER'",
    ]) {
      expect(() => parseFilter(text)).toThrow(refusal({ detail: unmarked }));
    }
  });
});

describe('what would cost too much', () => {
  const chain = (terms: number) => Array.from({ length: terms }, () => 'a pr').join(' or ');
  const nested = (depth: number) => `${'('.repeat(depth)}a pr${')'.repeat(depth)}`;

  it('takes fifty terms, 32 brackets and 8192 characters, and any number of brackets side by side', () => {
    expect(parseFilter(Array.from({ length: 50 }, () => '(a pr)').join(' and '))).toMatchObject({ kind: 'and' });
    expect(parseFilter(chain(50))).toMatchObject({ kind: 'or' });
    expect(parseFilter(nested(32))).toEqual(present('a'));
    expect(parseFilter(`a eq "${'x'.repeat(8192 - 7)}"`)).toMatchObject({ kind: 'compare' });
  });

  it.each([
    ['51 terms', chain(51)],
    ['10 000 terms', chain(10_000)],
    ['33 parentheses', nested(33)],
    ['100 000 parentheses', nested(100_000)],
    ['1 000 open parentheses', '('.repeat(1_000)],
    ['10 000 nots', `${'not ('.repeat(10_000)}a pr${')'.repeat(10_000)}`],
    ['1 000 open nots', 'not ('.repeat(1_000)],
    ['a literal of a megabyte', `userName eq "${'x'.repeat(1_000_000)}"`],
    ['8193 characters', `a eq "${'x'.repeat(8192 - 6)}"`],
    ['a long name that ends badly', `urn${':a'.repeat(4_000)}!`],
    ['backslashes without an end', `a eq "${'\\'.repeat(8_000)}`],
    ['dots', `${'a.'.repeat(4_000)}a pr`],
    ['digits that are no number', `a eq 1${'0'.repeat(8_000)}x`],
  ])('refuses %s at once', (_name, text) => {
    const start = performance.now();
    expect(() => parseFilter(text)).toThrow(refusal());
    expect(performance.now() - start).toBeLessThan(50);
  });
});
