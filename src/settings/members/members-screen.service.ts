import { Injectable } from '@nestjs/common';
import { ConnectionsService } from '@ruleforge/scim';
import { Transactions } from '../../database/transactions.js';
import type { Member } from '../../members/member.js';
import { MembersService } from '../../members/members.service.js';
import type { Person } from '../../members/person.js';
import type { MemberRow, MembersPage, RoleSource } from './members-page.js';
import { BY_HAND, type MembersQuery } from './members-query.js';

/** Reads *Settings → Members* in three statements, whatever the size of the organization. */
@Injectable()
export class MembersScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: MembersService,
    private readonly connections: ConnectionsService,
  ) {}

  async read({ organizationId, memberId }: Person, query: MembersQuery): Promise<MembersPage> {
    const tx = this.transactions.single;
    const [list, connections, counts] = await Promise.all([
      this.members.list(tx, organizationId, toMemberSearch(query)),
      this.connections.list(tx, organizationId),
      this.members.count(tx, organizationId),
    ]);
    const names = new Map(connections.map(({ id, name }) => [id, name]));
    const { listed, active, seats } = counts;
    return {
      query,
      rows: list.members.map((member) => toRow(member, names, memberId)),
      connections: connections.filter(({ state }) => state !== 'removed').map(({ id, name }) => ({ id, name })),
      seats: seats === null ? undefined : { taken: active, of: seats },
      total: isEveryone(query) ? listed : undefined,
      previous: list.previous,
      next: list.next,
    };
  }
}

const PAGE_SIZE = 50;

const isEveryone = ({ search = '', status, role, managed }: MembersQuery) =>
  search.trim() === '' && (status ?? role ?? managed) === undefined;

const toMemberSearch = ({ search, status, role, managed, after, before }: MembersQuery) => ({
  limit: PAGE_SIZE,
  ...(search === undefined ? {} : { text: search }),
  ...(status === undefined ? {} : { active: status === 'active' }),
  ...(role === undefined ? {} : { role }),
  ...(managed === undefined ? {} : { managedBy: { connectionId: managed === BY_HAND ? null : managed } }),
  ...(after === undefined ? {} : { after }),
  ...(before === undefined ? {} : { before }),
});

const toRow = (member: Member, names: ReadonlyMap<string, string>, viewerId: string): MemberRow => ({
  id: member.id,
  name: member.name,
  email: member.email,
  role: member.role,
  roleSource: toRoleSource(member),
  active: member.active,
  recovery: member.recovery,
  syncedBy: member.connectionId === null ? undefined : (names.get(member.connectionId) ?? member.connectionId),
  isViewer: member.id === viewerId,
});

const toRoleSource = ({ roleGroup, roleByHand }: Member): RoleSource => {
  if (roleGroup !== null) return { kind: 'group', group: roleGroup.name };
  return { kind: roleByHand ? 'people' : 'default' };
};
