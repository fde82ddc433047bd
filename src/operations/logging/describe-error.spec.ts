import { describeError } from './describe-error.js';

describe('an error in the log', () => {
  it('keeps its kind, its message, where it came from and what caused it', () => {
    const described = describeError(new TypeError('no such thing', { cause: new Error('the reason') }));
    expect(described).toMatchObject({ type: 'TypeError', message: 'no such thing', cause: { message: 'the reason' } });
    expect(described.stack).toMatch(/^ {4}at /);
  });

  it('tells of a database error what was violated, and not whose values', () => {
    const error = Object.assign(new Error('invalid input syntax: "ada@acme.test"'), {
      severity: 'ERROR',
      code: '23505',
      table: 'members',
      constraint: 'members_user_name_key',
      detail: 'Key (user_name_key)=(ada@acme.test) already exists.',
      parameters: ['ada@acme.test'],
    });
    const described = describeError(error);
    expect(described.message).toBe('database error 23505 members members_user_name_key');
    expect(JSON.stringify(described)).not.toContain('ada@');
  });

  it('survives what is no error', () => {
    expect(describeError('ada@acme.test')).toEqual({
      type: 'string',
      message: 'something that is no error was thrown',
    });
  });
});
