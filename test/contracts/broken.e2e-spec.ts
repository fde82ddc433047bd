import {
  type ActivityEntry,
  type ConnectionEvent,
  DataSourceTransactions,
  type GroupChange,
  type ScimScope,
} from '@ruleforge/scim';
import {
  ACTIVITY_CONTRACT,
  AUDIT_TRAIL_CONTRACT,
  type AuditTrailHost,
  GROUP_MEMBERSHIP_CONTRACT,
  type GroupMembershipHost,
  TRANSACTIONS_CONTRACT,
  type TransactionsHost,
  USER_DIRECTORY_CONTRACT,
  type UserDirectoryHost,
} from '@ruleforge/scim/testing';
import type { EntityManager } from 'typeorm';
import { BROKEN_PEOPLE } from './support/broken-people.js';
import { Example } from './support/example.js';
import { brokenOf } from './support/keep.js';

describe('of what breaks one promise, the contracts say which', () => {
  let example: Example;
  beforeAll(async () => void (example = await Example.start()));
  afterAll(() => example.stop());

  it.each(Object.entries(BROKEN_PEOPLE))('UserDirectory, %s', async (promise, Broken) => {
    const users = new Broken(example.transactions, example.types);
    expect(await brokenOf(USER_DIRECTORY_CONTRACT, example.with<UserDirectoryHost>({ users }))).toEqual([promise]);
  });

  it('Transactions that lose what went wrong', async () => {
    const transactions = new (class extends DataSourceTransactions {
      override run = <Result>(work: (tx: EntityManager) => Promise<Result>) =>
        super.run(work).catch(() => undefined as Result);
    })(example.dataSource);
    const broken = await brokenOf(TRANSACTIONS_CONTRACT, example.with<TransactionsHost>({ transactions }));
    expect(broken).toEqual(['run: leaves nothing when the work rejects, and rejects with the same']);
  });

  it.each<[string, (tx: EntityManager, event: ConnectionEvent) => Promise<void>]>([
    [
      'record: the entry says everything that the event does',
      (tx, event) => example.auditTrail.record(tx, { ...event, details: {} }),
    ],
    [
      'record: there is no entry when the transaction is undone',
      (_, event) => example.auditTrail.record(example.single, event),
    ],
  ])('AuditTrail, %s', async (promise, record) => {
    const broken = await brokenOf(AUDIT_TRAIL_CONTRACT, example.with<AuditTrailHost>({ auditTrail: { record } }));
    expect(broken).toEqual([promise]);
  });

  it.each<[string, (scope: ScimScope<EntityManager>, changes: readonly GroupChange[]) => Promise<void>]>([
    ['groupsChanged: what it writes belongs to the transaction', ({ caller }) => example.touch(example.single, caller)],
    [
      'groupsChanged: costs as many statements, however many members changed',
      async ({ tx }, changes) => {
        for (const id of changes.flatMap(({ removed }) => removed)) await tx.query('SELECT $1::text', [id]);
      },
    ],
    [
      'groupsChanged: takes changes in which nobody came or went, and no change at all',
      (_, [first]) => (first ? Promise.resolve() : Promise.reject(new Error('There is no change.'))),
    ],
  ])('GroupMembershipListener, %s', async (promise, groupsChanged) => {
    const host = example.with<GroupMembershipHost>({ listener: { groupsChanged } });
    expect(await brokenOf(GROUP_MEMBERSHIP_CONTRACT, host)).toEqual([promise]);
  });

  it.each<[string, (entry: ActivityEntry) => void]>([
    [
      'finished: throws for no entry, whatever is absent from it',
      ({ client }) => {
        if (client === undefined) throw new TypeError('There is no client.');
      },
    ],
    ['finished: makes nobody wait', () => Promise.resolve()],
  ])('ActivityListener, %s', async (promise, finished) => {
    expect(await brokenOf(ACTIVITY_CONTRACT, { listener: { finished } })).toEqual([promise]);
  });
});
