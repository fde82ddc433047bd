import type { EntityManager } from 'typeorm';
import { ScimError } from '../core/errors/scim-error.js';
import type { ScimResource } from '../core/resource/resource.js';
import type { ScimScope } from '../ports/scope.js';
import { runQuery } from '../sql/run-query.js';
import { violatedConstraint } from '../sql/violated-constraint.js';
import type { UserRecord } from './to-user-record.js';
import { LISTED, USER_COLUMNS, type UserRow } from './user-row.js';
import { quoted } from './users-table-sql.js';

type Scope = ScimScope<EntityManager>;

/** The rows of a table of Users, one statement a method; those of other organizations do not exist for any. */
export class UserTable {
  /** As SQL, so that it may be a word like `user`. */
  readonly sql: string;

  /** @throws Error for a name that is none */
  constructor(private readonly name: string) {
    this.sql = quoted(name);
  }

  find(scope: Scope, id: string): Promise<UserRow | undefined> {
    return this.one(scope, `SELECT ${USER_COLUMNS} FROM ${this.sql} u WHERE ${LISTED} AND u.id = $3`, [id]);
  }

  /** No other transaction changes the row until this one ends. */
  lock(scope: Scope, id: string): Promise<UserRow | undefined> {
    const text = `SELECT ${USER_COLUMNS} FROM ${this.sql} u WHERE ${LISTED} AND u.id = $3 FOR NO KEY UPDATE`;
    return this.one(scope, text, [id]);
  }

  async isManaged(scope: Scope, id: string): Promise<boolean> {
    // $2 is named in any case: PostgreSQL wants to see every parameter that it is given.
    const text = `
      SELECT u.connection_id IS NOT NULL AND $2::text IS NOT NULL AS "isManaged"
      FROM ${this.sql} u WHERE ${LISTED} AND u.id = $3`;
    return (await this.one<{ isManaged: boolean }>(scope, text, [id]))?.isManaged ?? false;
  }

  /** @throws ScimError 409 `uniqueness` */
  async insert(scope: Scope, id: string, record: UserRecord): Promise<UserRow> {
    const columns = Object.keys(record).map(quoted);
    const values = [id, ...Object.values(record)];
    const text = `
      INSERT INTO ${this.sql} AS u (organization_id, connection_id, id, ${columns.join(', ')})
      VALUES ($1, $2, ${values.map((_, index) => `$${index + 3}`).join(', ')}) RETURNING ${USER_COLUMNS}`;
    const rows = await this.many<UserRow>(scope, text, values).catch((error: unknown) => this.refuseTaken(error));
    const [row] = rows as [UserRow];
    return row;
  }

  /**
   * The row as it is afterwards; `undefined`, having changed nothing, unless it is at `revision` and the caller's
   * connection manages it or may adopt it.
   * @throws ScimError 409 `uniqueness`
   */
  async update(scope: Scope, { id, revision }: ScimResource, record: UserRecord): Promise<UserRow | undefined> {
    const columns = Object.keys(record).map(quoted);
    const values = [id, revision, scope.caller.adopts, ...Object.values(record)];
    const text = `
      UPDATE ${this.sql} u SET connection_id = $2, revision = u.revision + 1, modified_at = now(),
        ${columns.map((column, index) => `${column} = $${index + 6}`).join(', ')}
      WHERE ${LISTED} AND u.id = $3 AND u.revision = $4
        AND (u.connection_id = $2 OR u.connection_id IS NULL AND $5::boolean)
      RETURNING ${USER_COLUMNS}`;
    const [row] = await this.many<UserRow>(scope, text, values).catch((error: unknown) => this.refuseTaken(error));
    return row;
  }

  /** Whether there was such a row, managed by the caller's connection. */
  async remove(scope: Scope, id: string): Promise<boolean> {
    const text = `
      UPDATE ${this.sql} u SET active = false, removed_at = now(), revision = u.revision + 1, modified_at = now()
      WHERE ${LISTED} AND u.connection_id = $2 AND u.id = $3 RETURNING u.id`;
    return (await this.one(scope, text, [id])) !== undefined;
  }

  private async one<Row = UserRow>(scope: Scope, text: string, values: readonly unknown[]): Promise<Row | undefined> {
    const [row] = await this.many<Row>(scope, text, values);
    return row;
  }

  private many<Row>({ caller, tx }: Scope, text: string, values: readonly unknown[]): Promise<Row[]> {
    return runQuery<Row>(tx, text, [caller.organizationId, caller.connectionId, ...values]);
  }

  private refuseTaken(error: unknown): never {
    const attribute = new Map<string | undefined, string>([
      [`${this.name}_user_name_key`, 'userName'],
      [`${this.name}_external_id_key`, 'externalId'],
    ]).get(violatedConstraint(error));
    if (attribute === undefined) throw error;
    throw ScimError.uniqueness(`Another User has this ${attribute}.`, error);
  }
}
