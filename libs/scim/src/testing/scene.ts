import { readFilter } from '../core/filter/read-filter.js';
import { readSort } from '../core/filter/read-sort.js';
import type { ScimComplex, ScimResource } from '../core/resource/resource.js';
import { ENTERPRISE_USER_SCHEMA } from '../core/schema/enterprise-user-schema.js';
import { userResourceType } from '../core/schema/user-resource-type.js';
import type { Caller, ScimScope } from '../ports/scope.js';
import type { DirectoryUser, ResourcePage, ResourceQuery } from '../ports/user-directory.js';
import { hold } from './contract-case.js';
import type { UserDirectoryHost } from './user-directory-host.js';

const USER_TYPE = userResourceType([ENTERPRISE_USER_SCHEMA]);

interface Question extends Omit<Partial<ResourceQuery>, 'filter' | 'sort'> {
  readonly filter?: string;
  readonly sortBy?: string;
  readonly sortOrder?: 'ascending' | 'descending';
}

/** One organization, as one of its connections meets it through the port. */
export class Scene<Tx> {
  constructor(
    readonly host: UserDirectoryHost<Tx>,
    readonly caller: Caller,
  ) {}

  /** Of a new organization. */
  static open = async <Tx>(host: UserDirectoryHost<Tx>) => new Scene(host, await host.newCaller());

  /** The same organization through another connection. */
  other = async () => new Scene(this.host, await this.host.otherCaller(this.caller));

  /** The same connection with its adoption switched off. */
  timid = () => new Scene(this.host, { ...this.caller, adopts: false });

  get scope(): ScimScope<Tx> {
    return { caller: this.caller, tx: this.host.transactions.single };
  }

  inTransaction = <Result>(work: (scope: ScimScope<Tx>) => Promise<Result>): Promise<Result> =>
    this.host.transactions.run((tx) => work({ caller: this.caller, tx }));

  create = (userName: string, more: ScimComplex = {}): Promise<ScimResource> =>
    this.host.users.create(this.scope, { userName, ...more });

  find = (id: string): Promise<DirectoryUser | undefined> => this.host.users.find(this.scope, id);

  async get(id: string): Promise<DirectoryUser> {
    const user = await this.find(id);
    hold(user !== undefined, 'A User that is there was not found.');
    return user;
  }

  /** What PUT and PATCH do: with the lock, as changes of `active` and adoptions come. */
  change = (id: string, change: ScimComplex): Promise<ScimResource | undefined> =>
    this.inTransaction(async (scope) => {
      const user = await this.host.users.lock(scope, id);
      return user && this.host.users.replace(scope, user, { ...user.attributes, ...change });
    });

  /** What DELETE does. */
  remove = (id: string): Promise<void> =>
    this.inTransaction(async (scope) => {
      const user = await this.host.users.lock(scope, id);
      if (user) await this.host.users.remove(scope, user);
    });

  query({ filter, sortBy, sortOrder, ...page }: Question = {}): Promise<ResourcePage> {
    const tolerate = () => undefined;
    return this.host.users.query(this.scope, {
      startIndex: 1,
      count: 100,
      ...page,
      filter: readFilter(filter, USER_TYPE, tolerate),
      sort: readSort(sortBy, sortOrder, USER_TYPE, tolerate),
    });
  }

  /** The userNames of a page. */
  list = async (question: Question = {}) => namesOf(await this.query(question));

  entries = () => this.host.countEntries(this.caller);
}

export const namesOf = ({ resources }: ResourcePage) => resources.map(({ attributes }) => attributes['userName']);
