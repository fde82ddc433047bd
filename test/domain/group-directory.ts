import { GroupMembershipListener, type GroupChange, type ScimScope } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { Exchange } from '../../libs/scim/src/activity/exchange.js';
import type { GroupBody } from '../../libs/scim/src/core/group/group-body.js';
import type { GroupPatch } from '../../libs/scim/src/core/group/group-patch.js';
import { readFilter } from '../../libs/scim/src/core/filter/read-filter.js';
import { readGroup } from '../../libs/scim/src/core/group/read-group.js';
import { GROUP_RESOURCE_TYPE } from '../../libs/scim/src/core/schema/group-resource-type.js';
import { Groups } from '../../libs/scim/src/groups/groups.service.js';
import { Memberships } from '../../libs/scim/src/groups/memberships.service.js';
import { GroupProvisioningService } from '../../libs/scim/src/provisioning/group-provisioning.service.js';
import { ANY_VERSION } from '../../libs/scim/src/provisioning/precondition.js';
import type { Acme, Domain } from './domain.js';

/** Keeps what it is told, for whoever looks; refuses what it is told to refuse. */
class ToldChanges extends GroupMembershipListener<EntityManager> {
  readonly told: GroupChange[][] = [];
  refuse: (changes: readonly GroupChange[]) => Error | undefined = () => undefined;

  groupsChanged(_scope: ScimScope<EntityManager>, changes: readonly GroupChange[]): Promise<void> {
    const refusal = this.refuse(changes);
    if (refusal) return Promise.reject(refusal);
    this.told.push([...changes]);
    return Promise.resolve();
  }

  take = () => this.told.splice(0).flat();
}

/** An organization's groups, as its directory meets them. */
export class GroupDirectory {
  readonly listener = new ToldChanges();
  readonly memberships = new Memberships();
  readonly service: GroupProvisioningService;
  private requests = 0;

  constructor(readonly acme: Acme) {
    this.service = new GroupProvisioningService(
      new Groups(),
      this.memberships,
      acme.domain.transactions,
      this.listener,
    );
  }

  /** Of an organization of its own. */
  static async ofNewOrganization(domain: Domain): Promise<GroupDirectory> {
    const acme = await domain.anOrganization();
    await acme.connect();
    return new GroupDirectory(acme);
  }

  /** Users by these names; their ids. */
  provision = (...names: string[]) =>
    Promise.all(names.map(async (userName) => (await this.acme.provision(userName)).id));

  /** One more request of the directory. */
  exchange(): Exchange {
    this.requests += 1;
    const exchange = new Exchange({ requestId: `request-${this.requests}`, method: 'PATCH' });
    exchange.caller = this.acme.caller;
    return exchange;
  }

  create = (displayName: string, members: readonly string[] = [], externalId?: string) =>
    this.service.create(this.exchange(), bodyOf(displayName, members, externalId));

  change = (id: string, add: readonly string[] = [], remove: readonly string[] = [], exchange = this.exchange()) =>
    this.patch(id, { operations: [], members: [stepOf(add, remove)] }, exchange);

  patch = (id: string, patch: GroupPatch, exchange = this.exchange()) =>
    this.service.patch(exchange, id, patch, ANY_VERSION);

  replace = (id: string, displayName: string, members: readonly string[]) =>
    this.service.replace(this.exchange(), id, bodyOf(displayName, members), ANY_VERSION);

  remove = (id: string) => this.service.remove(this.exchange(), id, ANY_VERSION);

  find = (filter?: string, page = { startIndex: 1, count: 100 }) =>
    this.service.query(
      this.exchange(),
      { ...page, ...(filter ? { filter: readFilter(filter, GROUP_RESOURCE_TYPE, () => undefined)! } : {}) },
      'some',
    );

  async memberIds(id: string): Promise<string[]> {
    const ids: string[] = [];
    for await (const chunk of this.service.members(this.exchange(), id)) ids.push(...chunk.map(({ value }) => value));
    return ids;
  }
}

export const bodyOf = (displayName: string, members: readonly string[] = [], externalId?: string): GroupBody =>
  readGroup(
    { displayName, ...(externalId ? { externalId } : {}), members: members.map((value) => ({ value })) },
    GROUP_RESOURCE_TYPE,
    () => undefined,
  );

export const stepOf = (add: readonly string[], remove: readonly string[], clear = false) =>
  ({ kind: 'change', clear, add: new Set(add), remove: new Set(remove) }) as const;
