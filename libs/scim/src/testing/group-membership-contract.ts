import type { GroupChange, GroupMembershipListener } from '../ports/group-membership-listener.js';
import type { Caller } from '../ports/scope.js';
import type { Transactions } from '../ports/transactions.js';
import { type ContractCase, hold, holdSame } from './contract-case.js';
import { outcomeOf } from './refusal.js';

/** What the cases of `GroupMembershipListener` need of the host that fills it. */
export interface GroupMembershipHost<Tx = unknown> {
  readonly listener: GroupMembershipListener<Tx>;
  readonly transactions: Transactions<Tx>;
  /** A connection of a new organization with that many Users, whom it manages. */
  newDirectory(users: number): Promise<{ readonly caller: Caller; readonly userIds: readonly string[] }>;
  /**
   * The ids of that many groups that the directory creates with everybody in them. Where the host gives meanings to groups,
   * these have one.
   */
  newGroups(caller: Caller, userIds: readonly string[], count: number): Promise<readonly string[]>;
  /** All that groups may change in the caller's organization, as committed: what is compared before and after. */
  stateOf(caller: Caller): Promise<unknown>;
  /** How many statements the work sends to the database. */
  countStatements(work: () => Promise<unknown>): Promise<number>;
}

/** What `GroupMembershipListener` promises, a case for each promise. */
export const GROUP_MEMBERSHIP_CONTRACT: readonly ContractCase<GroupMembershipHost>[] = [
  {
    name: 'groupsChanged: what it writes belongs to the transaction',
    async run(host) {
      const { caller, userIds } = await host.newDirectory(2);
      const [id = ''] = await host.newGroups(caller, userIds, 1);
      const before = await host.stateOf(caller);
      await outcomeOf(() =>
        host.transactions.run(async (tx) => {
          await host.listener.groupsChanged({ caller, tx }, [changed(id, { removed: userIds })]);
          throw new Error('The change was undone.');
        }),
      );
      holdSame(await host.stateOf(caller), before, 'Of the organization');
    },
  },
  {
    name: 'groupsChanged: takes changes of several groups, and several of one group that comes and goes, at once',
    async run(host) {
      const { caller, userIds } = await host.newDirectory(2);
      const [first = '', second = ''] = await host.newGroups(caller, userIds, 2);
      await tell(host, caller, [
        changed(first, { removed: userIds.slice(0, 1) }),
        changed(second, { removed: userIds, renamedFrom: 'Before' }),
        changed(first, { added: userIds.slice(0, 1) }),
        changed('00000000-0000-7000-8000-000000000001', { kind: 'created', added: userIds }),
        changed('00000000-0000-7000-8000-000000000001', { kind: 'deleted' }),
      ]);
    },
  },
  {
    name: 'groupsChanged: takes changes in which nobody came or went, and no change at all',
    async run(host) {
      const { caller, userIds } = await host.newDirectory(1);
      const [id = ''] = await host.newGroups(caller, userIds, 1);
      await tell(host, caller, [changed(id, { renamedFrom: 'Before' })]);
      await tell(host, caller, []);
    },
  },
  {
    name: 'groupsChanged: touches the caller’s organization alone',
    async run(host) {
      const [own, other] = [await host.newDirectory(1), await host.newDirectory(1)];
      const [group = ''] = await host.newGroups(other.caller, other.userIds, 1);
      const before = await host.stateOf(other.caller);
      const strange = [changed(group, { removed: other.userIds }), changed(group, { kind: 'deleted' })];
      await outcomeOf(() => tell(host, own.caller, strange));
      holdSame(await host.stateOf(other.caller), before, 'Of another organization');
    },
  },
  {
    name: 'groupsChanged: costs as many statements, however many members changed',
    async run(host) {
      const { caller, userIds } = await host.newDirectory(12);
      const [id = ''] = await host.newGroups(caller, userIds, 1);
      const costs: number[] = [];
      for (const removed of [userIds.slice(0, 1), userIds]) {
        costs.push(await host.countStatements(() => tell(host, caller, [changed(id, { removed })])));
      }
      const [one = 0, twelve = 0] = costs;
      hold(one === twelve, `A change of one member took ${one} statements, one of twelve took ${twelve}.`);
    },
  },
];

const tell = (host: GroupMembershipHost, caller: Caller, changes: readonly GroupChange[]) =>
  host.transactions.run((tx) => host.listener.groupsChanged({ caller, tx }, changes));

const changed = (id: string, more: Partial<GroupChange>): GroupChange => ({
  kind: 'changed',
  group: { id, displayName: 'Engineers', externalId: 'g1' },
  added: [],
  removed: [],
  requestId: 'request-1',
  ...more,
});
