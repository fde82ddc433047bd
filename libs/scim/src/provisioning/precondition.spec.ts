import { isKnownVersion, readIfMatch } from './precondition.js';

const resource = { id: '1', revision: 3, created: new Date(0), lastModified: new Date(0), attributes: {} };

describe('If-Match', () => {
  it.each([undefined, '*', 'W/"3"', '"3"', 'W/"1", W/"3"'])('lets %p write version 3', (header) =>
    expect(() => readIfMatch(header)(resource)).not.toThrow(),
  );

  it.each(['W/"2"', '"33"', '', 'garbage', '3', '"3'])('refuses %p with 412', (header) =>
    expect(() => readIfMatch(header)(resource)).toThrow(expect.objectContaining({ status: 412 })),
  );
});

describe('If-None-Match', () => {
  it.each([
    [undefined, false],
    ['W/"3"', true],
    ['"3"', true],
    ['*', true],
    ['W/"2", W/"3"', true],
    ['W/"2"', false],
  ])('%p knows version 3: %p', (header, known) => expect(isKnownVersion(header, resource)).toBe(known));
});
