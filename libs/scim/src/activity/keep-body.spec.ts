import { keepBody } from './keep-body.js';

describe('keepBody', () => {
  it.each([
    ['nothing', undefined, 'null'],
    ['a body', { userName: 'ada' }, '{"userName":"ada"}'],
    ['a password', { userName: 'ada', Password: 'x' }, '{"userName":"ada"}'],
    ['a password by its URN', { 'urn:ietf:params:scim:schemas:core:2.0:User:password': 'x' }, '{}'],
    [
      'an operation on the password',
      { Operations: [{ op: 'add', path: 'password', value: 'x' }] },
      '{"Operations":[]}',
    ],
    [
      'a password in a value',
      { Operations: [{ op: 'add', value: { password: 'x' } }] },
      '{"Operations":[{"op":"add","value":{}}]}',
    ],
    [
      'a path that is no text',
      { Operations: [{ path: { toString: {} } }] },
      '{"Operations":[{"path":{"toString":{}}}]}',
    ],
  ])('keeps, of %s, all but passwords', (_, sent, kept) => {
    expect(keepBody(sent)).toBe(kept);
  });

  it.each([
    ['a password hidden in text', { Operations: [{ op: 'add', value: '{"password":"x"}' }] }],
    ['more than can be kept', { displayName: 'x'.repeat(70_000) }],
    ['a reference to another operation', { members: [{ value: 'bulkId:ada' }] }],
  ])('keeps nothing of %s', (_, sent) => {
    expect(keepBody(sent)).toBeUndefined();
  });
});
