import { Injectable } from '@nestjs/common';
import type { Exchange } from '../activity/exchange.js';
import type { Selection } from '../core/query/selection.js';
import type { ScimResource } from '../core/resource/resource.js';
import type { Group, MembersWanted } from '../groups/group.js';
import { GroupProvisioningService } from './group-provisioning.service.js';
import { inTurn } from './in-turn.js';
import type { ListPage, ListQuery, RootQuery } from './list-query.js';
import { merged } from './merged.js';
import { Pages } from './pages.service.js';
import { ProvisioningService } from './provisioning.service.js';
import type { Range, Source, SourcePage } from './source.js';

/** A resource of any type. */
export type TypedResource =
  | { readonly type: 'User'; readonly id: string; readonly user: ScimResource }
  | { readonly type: 'Group'; readonly id: string; readonly group: Group };

/**
 * What a directory reads in pages (RFC 7644 §3.4.2, RFC 9865).
 * @throws ScimError 400 `invalidCursor`, `expiredCursor`, `invalidCount`
 */
@Injectable()
export class Lists {
  constructor(
    private readonly provisioning: ProvisioningService,
    private readonly groupProvisioning: GroupProvisioningService,
    private readonly pages: Pages,
  ) {}

  users(exchange: Exchange, query: ListQuery): Promise<ListPage<ScimResource>> {
    const { filter, sort } = query;
    return this.pages.read(exchange.caller, { type: 'User', filter, sort }, query, (range) =>
      this.provisioning.query(exchange, { filter, sort, ...range }),
    );
  }

  groups(exchange: Exchange, query: ListQuery, wants: MembersWanted): Promise<ListPage<Group>> {
    const { filter, sort } = query;
    return this.pages.read(exchange.caller, { type: 'Group', filter, sort }, query, async (range) => {
      const { groups, ...page } = await this.groupProvisioning.query(exchange, { filter, sort, ...range }, wants);
      return { ...page, resources: groups };
    });
  }

  /**
   * Resources of every type: Users, then Groups, each by creation; or all of them sorted, by creation where equal.
   * @throws ScimError 400 `tooMany` for a far position among sorted ones
   */
  all(exchange: Exchange, query: RootQuery, wants: MembersWanted): Promise<ListPage<TypedResource>> {
    const { user, group, order } = query;
    const read = this.readerOf(exchange, query, wants);
    return this.pages.read(exchange.caller, { user, group, order }, query, read);
  }

  private readerOf(exchange: Exchange, { user, group, order }: RootQuery, wants: MembersWanted) {
    const users: Source<TypedResource> = async (query) => typedUsers(await this.provisioning.query(exchange, query));
    const groups: Source<TypedResource> = async (query) =>
      typedGroups(await this.groupProvisioning.query(exchange, query, wants));
    const sources = [
      ...(user ? [{ isSorted: user.sort !== undefined, read: selecting(users, user) }] : []),
      ...(group ? [{ isSorted: group.sort !== undefined, read: selecting(groups, group) }] : []),
    ];
    const reads = sources.map(({ read }) => read);
    return (range: Range) => (order ? merged(sources, order, range) : inTurn(reads, range));
  }
}

const selecting =
  <Item>(source: Source<Item>, selection: Selection): Source<Item> =>
  (range) =>
    source({ ...selection, ...range });

const typedUsers = ({ resources, ...page }: SourcePage<ScimResource>): SourcePage<TypedResource> => ({
  ...page,
  resources: resources.map((user) => ({ type: 'User', id: user.id, user })),
});

const typedGroups = ({
  groups,
  ...page
}: Omit<SourcePage<Group>, 'resources'> & { readonly groups: readonly Group[] }) => ({
  ...page,
  resources: groups.map((group): TypedResource => ({ type: 'Group', id: group.id, group })),
});
