import { holdForm } from './hold-form.js';

describe('a form that is held', () => {
  it('keeps every text, also of fields that come more than once, and nothing else', () => {
    const body = { name: 'ci', role: ['engineer', 'reviewer'], nested: { a: 'b' }, none: null };
    expect(holdForm('/keys', '', body).fields).toEqual([
      ['name', 'ci'],
      ['role', 'engineer'],
      ['role', 'reviewer'],
    ]);
  });

  it.each([
    ['/settings/api-keys/new', '', '/settings/api-keys/new'],
    ['/settings/api-keys/1/rotate', '../../api-keys', '/settings/api-keys'],
    ['/settings/api-keys?a=b', '', '/settings/api-keys?a=b'],
    ['//evil.test/x', '', '/x'],
  ])('of %s, relative %j, is at %s', (action, formPage, page) => {
    expect(holdForm(action, formPage, {}).page).toBe(page);
  });

  it.each([undefined, null, 'text'])('has no fields when the body is %j', (body) => {
    expect(holdForm('/keys', '', body).fields.filter(([name]) => Number.isNaN(Number(name)))).toEqual([]);
  });
});
