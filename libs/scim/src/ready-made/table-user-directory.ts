import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { ScimError } from '../core/errors/scim-error.js';
import { changedAttributes } from '../core/resource/changed-attributes.js';
import type { ScimComplex, ScimResource } from '../core/resource/resource.js';
import type { ScimScope } from '../ports/scope.js';
import { Transactions } from '../ports/transactions.js';
import { type DirectoryUser, type ResourcePage, type ResourceQuery, UserDirectory } from '../ports/user-directory.js';
import { ResourceTypes } from '../resource-types.js';
import { Gathered } from '../sql/gathered.js';
import { isUuid } from '../sql/uuid.js';
import { searchTable } from './search-table.js';
import { toUserRecord, type UserRecord } from './to-user-record.js';
import { toDirectoryUser } from './user-row.js';
import { UserTable } from './user-table.js';

type Scope = ScimScope<EntityManager>;

/** What a directory did to a User. An adoption that changes nothing else is `updated` with no `changed`. */
export interface UserWrite {
  readonly kind: 'created' | 'updated' | 'deactivated' | 'reactivated' | 'removed';
  /** As it is now; of one who was removed, as it was. */
  readonly user: ScimResource;
  /** Names of attributes, such as `name.givenName`; never their values. */
  readonly changed: readonly string[];
}

/**
 * A `UserDirectory` over one table, which `usersTableSql` makes. A host says which table, what its own columns hold, and
 * what each write means to it. For products in which people come from directories alone; one whose own screens write
 * people fills `UserDirectory` over its services instead.
 */
@Injectable()
export abstract class TableUserDirectory extends UserDirectory<EntityManager> {
  /** The name of the table. */
  protected abstract readonly table: string;

  // Those of one name who come at the same moment take turns, so that the first of them has its way.
  private readonly arrivals = new Gathered((arrivals: readonly Arrival[]) => this.insertInTurn(arrivals));
  private known?: UserTable;

  constructor(
    private readonly transactions: Transactions<EntityManager>,
    private readonly types: ResourceTypes,
  ) {
    super();
  }

  /**
   * Told of each write in its transaction. There the host records its audit entry, ends the sessions and keys of one who
   * was deactivated or removed, and refuses what its rules forbid: what it throws undoes the write.
   * @throws ScimError 403 where the host refuses
   */
  protected abstract wrote(scope: Scope, write: UserWrite): Promise<void>;

  /** What the host's own columns hold for a User with these attributes, by column. */
  protected ownColumnsOf(_: ScimComplex): UserRecord {
    return {};
  }

  create(scope: Scope, attributes: ScimComplex): Promise<ScimResource> {
    const record = this.toRecord(attributes);
    const lane = `${scope.caller.organizationId} ${String(record['user_name_key'])}`;
    return scope.tx.queryRunner
      ? this.insert(scope, record)
      : this.arrivals.ask({ scope, record }, lane).then((arrived) => succeeded(arrived));
  }

  async find(scope: Scope, id: string): Promise<DirectoryUser | undefined> {
    if (!isUuid(id)) return undefined;
    const row = await this.rows.find(scope, id);
    return row && toDirectoryUser(row);
  }

  async lock(scope: Scope, id: string): Promise<DirectoryUser | undefined> {
    if (!isUuid(id)) return undefined;
    const row = await this.rows.lock(scope, id);
    return row && toDirectoryUser(row);
  }

  query(scope: Scope, query: ResourceQuery): Promise<ResourcePage> {
    return searchTable(scope, this.rows.sql, query);
  }

  replace(scope: Scope, current: ScimResource, attributes: ScimComplex): Promise<ScimResource | undefined> {
    return this.inTransaction(scope, async (inside) => {
      const row = await this.rows.update(inside, current, this.toRecord(attributes));
      if (!row) return this.refuseStranger(inside, current);
      const user = toDirectoryUser(row);
      const [was, is] = [current.attributes['active'], row.active];
      const kind = was === is ? 'updated' : is ? 'reactivated' : 'deactivated';
      await this.wrote(inside, { kind, user, changed: changedAttributes(current.attributes, user.attributes) });
      return user;
    });
  }

  remove(scope: Scope, current: ScimResource): Promise<void> {
    return this.inTransaction(scope, async (inside) => {
      if (await this.rows.remove(inside, current.id)) {
        await this.wrote(inside, { kind: 'removed', user: current, changed: [] });
      } else await this.refuseStranger(inside, current);
    });
  }

  private insert(scope: Scope, record: UserRecord): Promise<ScimResource> {
    return this.inTransaction(scope, async (inside) => {
      const user = toDirectoryUser(await this.rows.insert(inside, v7(), record));
      await this.wrote(inside, { kind: 'created', user, changed: changedAttributes({}, user.attributes) });
      return user;
    });
  }

  private async insertInTurn(arrivals: readonly Arrival[]): Promise<(ScimResource | Error)[]> {
    const arrived: (ScimResource | Error)[] = [];
    for (const { scope, record } of arrivals) arrived.push(await this.insert(scope, record).catch(toAnswer));
    return arrived;
  }

  /** Why a User that is still as it was read could not be written; nothing when it is not. @throws ScimError 403 */
  private async refuseStranger(scope: Scope, { id, revision }: ScimResource): Promise<undefined> {
    const row = await this.rows.find(scope, id);
    if (row?.revision !== revision || row.managed) return undefined;
    throw ScimError.forbidden(
      (await this.rows.isManaged(scope, id))
        ? 'Another connection manages this User: change it there.'
        : 'No connection manages this User, and this one may not take it over.',
    );
  }

  private toRecord(attributes: ScimComplex): UserRecord {
    return { ...this.ownColumnsOf(attributes), ...toUserRecord(attributes, this.types.user) };
  }

  private get rows(): UserTable {
    return (this.known ??= new UserTable(this.table));
  }

  private inTransaction<Result>(scope: Scope, work: (scope: Scope) => Promise<Result>): Promise<Result> {
    if (scope.tx.queryRunner) return work(scope);
    return this.transactions.run((tx) => work({ ...scope, tx }));
  }
}

interface Arrival {
  readonly scope: Scope;
  readonly record: UserRecord;
}

/** The result; throws what went wrong. */
function succeeded<Result>(result: Result | Error): Result {
  if (result instanceof Error) throw result;
  return result;
}

/** What went wrong with one of many, as the answer to that one. For `catch`. */
function toAnswer(error: unknown): Error {
  if (error instanceof Error) return error;
  throw error;
}
