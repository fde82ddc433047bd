import { usersTableSql } from './users-table-sql.js';

describe('usersTableSql', () => {
  it('names keys after the table, and takes words of SQL for names', () => {
    const sql = usersTableSql('user', ['email text']);
    expect(sql).toContain('CREATE TABLE "user" (');
    expect(sql).toContain('email text,');
    expect(sql).toContain('CREATE UNIQUE INDEX user_user_name_key ON "user" (organization_id, user_name_key)');
  });

  it.each(['', 'People', 'people; DROP TABLE people', 'a"b', 'x'.repeat(41)])('refuses the name %p', (name) => {
    expect(() => usersTableSql(name)).toThrow('cannot be the name of a table or column: use a-z');
  });
});
