import fc from 'fast-check';
import { ScimError } from '../errors/scim-error.js';
import { JSON_DEPTH_LIMIT, parseJson } from './parse-json.js';

const nested = (levels: number, open: string, close: string) => open.repeat(levels) + '1' + close.repeat(levels);

function refusal(text: string): ScimError {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
  throw new Error(`parsed ${text.slice(0, 80)}`);
}

describe('parseJson', () => {
  it('reads every JSON value as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json({ depthSize: 'medium' }), (text) => {
        const expected: unknown = JSON.parse(text);
        fc.pre(!text.includes('__proto__') && !JSON.stringify(expected).includes('\\u'));
        expect(parseJson(text)).toEqual(expected);
      }),
    );
  });

  it('is not confused by quotes, colons and brackets inside text', () => {
    const value = { 'a":{"b': '\\":[{"', c: ['"', '\\', ':::', '}}}]]]'], '': { '': '' } };
    expect(parseJson(JSON.stringify(value))).toEqual(value);
  });

  it('tolerates a byte order mark', () => expect(parseJson('\uFEFF{"a":1}')).toEqual({ a: 1 }));

  it.each(['', ' \n', '{', '{"a":1', '{"a":1}{"b":2}', '{a:1}', "{'a':1}", '[1,]', 'nul', '"\n"', '{"a":01}'])(
    'refuses %j as invalidSyntax',
    (text) => expect(refusal(text)).toMatchObject({ status: 400, scimType: 'invalidSyntax' }),
  );

  it.each([
    '{"a":1,"a":1}',
    '{"a":1,"b":2,"\\u0061":3}',
    '[{"x":{"a":[],"b":{},"a":[]}}]',
    '{"a":{"b":{"c":1}},"a":1}',
    '{"__proto__":{"isAdmin":true}}',
    '{"name":{"__proto__":1}}',
    '[{"\\u005f_proto__":1}]',
  ])('refuses the ambiguous %s', (text) => expect(refusal(text).scimType).toBe('invalidSyntax'));

  it('takes the same name in two objects', () =>
    expect(parseJson('[{"a":1},{"a":{"a":2}}]')).toEqual([{ a: 1 }, { a: { a: 2 } }]));

  it.each(['"\\u0000"', '{"a\\u0000":1}', '["\\ud800"]', '{"\\udc00":1}', '{"a":["x\\udfffy"]}', '"\uD83D"'])(
    'refuses the unstorable %j as invalidValue',
    (text) => expect(refusal(text).scimType).toBe('invalidValue'),
  );

  it('takes paired surrogates', () => expect(parseJson('"\\ud83d\\ude00"')).toBe('😀'));

  it('takes the deepest nesting and refuses one level more', () => {
    expect(parseJson(nested(JSON_DEPTH_LIMIT, '[', ']'))).toBeDefined();
    expect(refusal(nested(JSON_DEPTH_LIMIT + 1, '[', ']')).scimType).toBe('invalidSyntax');
  });

  it.each([5_000, 200_000])('refuses %d levels without exhausting the stack', (levels) => {
    expect(refusal(nested(levels, '{"a":', '}')).scimType).toBe('invalidSyntax');
    expect(refusal('['.repeat(levels)).scimType).toBe('invalidSyntax');
  });

  it('never repeats what was sent', () => expect(refusal('{"password":"hunter2"').detail).not.toContain('hunter2'));
});
