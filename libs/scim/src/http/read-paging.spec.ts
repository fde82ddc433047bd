import { readPaging } from './read-paging.js';

describe('readPaging', () => {
  it.each([
    [undefined, undefined, { startIndex: 1, count: 100 }],
    ['', '', { startIndex: 1, count: 100 }],
    ['0', '-1', { startIndex: 1, count: 0 }],
    ['-7', '0', { startIndex: 1, count: 0 }],
    ['101', '1000000000', { startIndex: 101, count: 1000 }],
    ['1', '99999999999999999999', { startIndex: 1, count: 1000 }],
    ['9007199254740991', '1', { startIndex: 9007199254740991, count: 1 }],
  ])('reads startIndex %p and count %p', (startIndex, count, expected) =>
    expect(readPaging(startIndex, count)).toEqual(expected),
  );

  it.each([
    ['99999999999999999999', undefined],
    ['1.5', undefined],
    ['abc', undefined],
    [['1', '2'], undefined],
    [undefined, '1e3'],
    [undefined, { a: '1' }],
  ])('refuses startIndex %p and count %p', (startIndex, count) =>
    expect(() => readPaging(startIndex, count)).toThrow(expect.objectContaining({ scimType: 'invalidValue' })),
  );

  it.each([
    ['', undefined, { startIndex: 1, count: 100, cursor: '' }],
    ['c', '-1', { startIndex: 1, count: 0, cursor: 'c' }],
    ['c', '1000', { startIndex: 1, count: 1000, cursor: 'c' }],
  ])('reads cursor %p and count %p', (cursor, count, expected) =>
    expect(readPaging(undefined, count, cursor)).toEqual(expected),
  );

  it.each<[unknown, unknown, unknown, string]>([
    [undefined, '1001', '', 'invalidCount'],
    [undefined, 'all', '', 'invalidCount'],
    [undefined, undefined, ['a', 'b'], 'invalidCursor'],
    ['1', undefined, '', 'invalidValue'],
  ])('refuses startIndex %p, count %p and cursor %p', (startIndex, count, cursor, scimType) =>
    expect(() => readPaging(startIndex, count, cursor)).toThrow(expect.objectContaining({ scimType })),
  );
});
