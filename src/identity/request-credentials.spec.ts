import { apiKeyOf, cookieOf } from './request-credentials.js';

describe('credentials of a request', () => {
  it.each([
    [undefined, undefined],
    ['ruleforge_session=abc', 'abc'],
    ['theme=dark; ruleforge_session=abc;x=y', 'abc'],
    ['not_ruleforge_session=abc', undefined],
    ['ruleforge_sessions=abc', undefined],
    ['__Host-ruleforge_session=abc', undefined],
  ])('finds in the cookies %j the session %j', (cookie, session) =>
    expect(cookieOf(cookie === undefined ? {} : { cookie }, 'ruleforge_session')).toBe(session),
  );

  it.each([
    [{}, undefined],
    [{ authorization: 'Bearer rfk_a' }, 'rfk_a'],
    [{ authorization: 'bearer rfk_a' }, 'rfk_a'],
    [{ authorization: 'Basic rfk_a' }, undefined],
    [{ authorization: 'Bearer rfk_a rfk_b' }, undefined],
    [{ 'x-api-key': 'rfk_x', authorization: 'Bearer rfk_a' }, 'rfk_x'],
  ])('finds in %j the API key %j', (headers, key) => expect(apiKeyOf(headers)).toBe(key));
});
