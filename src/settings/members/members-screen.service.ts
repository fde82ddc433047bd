import { Injectable } from '@nestjs/common';
import { ConnectionsService } from '@ruleforge/scim';
import { Transactions } from '../../database/transactions.js';
import type { Member } from '../../members/member.js';
import { MembersService } from '../../members/members.service.js';
import type { Person } from '../../members/person.js';
import type { MemberRow, MembersPage, RoleSource } from './members-page.js';
import type { MembersQuery } from './members-query.js';

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
    const [list, names, total] = await Promise.all([
      this.members.list(tx, organizationId, toMemberSearch(query)),
      this.connectionNames(organizationId),
      isEveryone(query) ? this.members.count(tx, organizationId) : undefined,
    ]);
    return {
      query,
      rows: list.members.map((member) => toRow(member, names, memberId)),
      total: total?.listed,
      previous: list.previous,
      next: list.next,
    };
  }

  private async connectionNames(organizationId: string): Promise<ReadonlyMap<string, string>> {
    const connections = await this.connections.list(this.transactions.single, organizationId);
    return new Map(connections.map(({ id, name }) => [id, name]));
  }
}

const PAGE_SIZE = 50;

const isEveryone = ({ search = '', status }: MembersQuery) => search.trim() === '' && status === undefined;

const toMemberSearch = ({ search, status, after, before }: MembersQuery) => ({
  limit: PAGE_SIZE,
  ...(search === undefined ? {} : { text: search }),
  ...(status === undefined ? {} : { active: status === 'active' }),
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
