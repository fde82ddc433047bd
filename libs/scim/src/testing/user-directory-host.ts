import type { Caller } from '../ports/scope.js';
import type { Transactions } from '../ports/transactions.js';
import type { UserDirectory } from '../ports/user-directory.js';

/** What the cases of `UserDirectory` need of the host that fills it. Everything that it resolves to is committed. */
export interface UserDirectoryHost<Tx = unknown> {
  readonly users: UserDirectory<Tx>;
  readonly transactions: Transactions<Tx>;
  /** A connection that adopts, of a new organization whose directory is empty. */
  newCaller(): Promise<Caller>;
  /** Another connection of the same organization. */
  otherCaller(caller: Caller): Promise<Caller>;
  /** Somebody new, whom the directory sees and no connection manages; the id. */
  addUnmanaged(caller: Caller): Promise<string>;
  /** Lets the person in, by a session for example. What it resolves to tells whether the person is still in. */
  letIn(caller: Caller, id: string): Promise<() => Promise<boolean>>;
  /** How many audit entries the caller's organization has. */
  countEntries(caller: Caller): Promise<number>;
  /** How many statements the work sends to the database. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
  /** Where the host has people who are outside the directory's reach: one of the organization; the id. */
  addHidden?(caller: Caller): Promise<string>;
  /** Where the host has seats: leaves none free. */
  fillSeats?(caller: Caller): Promise<void>;
}
