import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Exchange } from '../activity/exchange.js';
import type { NoteLeniency } from '../core/dialects/leniency.js';
import { ScimError } from '../core/errors/scim-error.js';
import type { GroupBody } from '../core/group/group-body.js';
import type { GroupPatch, MembershipStep } from '../core/group/group-patch.js';
import { MEMBERS } from '../core/group/members-apart.js';
import { replaceGroup } from '../core/group/read-group.js';
import { applyPatch } from '../core/patch/apply-patch.js';
import { changedAttributes } from '../core/resource/changed-attributes.js';
import type { ScimComplex } from '../core/resource/resource.js';
import { GROUP_RESOURCE_TYPE } from '../core/schema/group-resource-type.js';
import { GatheredChanges } from '../groups/gathered-changes.js';
import { type GroupQuestion, lookUpGroups } from '../groups/group-lookups.js';
import type { Group, GroupMember, GroupPage, MembersWanted } from '../groups/group.js';
import { toGroupChange } from '../groups/group-change.js';
import { Groups } from '../groups/groups.service.js';
import { type MembershipChange, type MembershipOutcome, Memberships } from '../groups/memberships.service.js';
import { Gathered } from '../sql/gathered.js';
import { isUuid } from '../sql/uuid.js';
import { GroupMembershipListener } from '../ports/group-membership-listener.js';
import type { ChangeMethod } from '../ports/scope.js';
import { Transactions } from '../ports/transactions.js';
import type { ResourceQuery } from '../ports/user-directory.js';
import { ANY_VERSION, type Precondition } from './precondition.js';

type Revise = (current: ScimComplex, note: NoteLeniency) => ScimComplex;
type RequestedChange = MembershipChange & { readonly exchange: Exchange };

/** What a directory does to Groups: one verb a method, one database transaction a verb. */
@Injectable()
export class GroupProvisioningService {
  /** One transaction at a time for each connection: its requests wait for the rows of the same few groups anyway. */
  private readonly changes = new GatheredChanges(
    (changes: readonly RequestedChange[]) => this.changeMemberships(changes),
    function* ({ groupId, add, remove }) {
      for (const userId of [...add, ...remove]) yield `${groupId} ${userId}`;
    },
    ({ groupId }) => groupId,
  );

  private readonly lookups = new Gathered((questions: readonly GroupQuestion[]) =>
    lookUpGroups(this.transactions.single, questions),
  );

  constructor(
    private readonly groups: Groups,
    private readonly memberships: Memberships,
    private readonly transactions: Transactions<EntityManager>,
    private readonly listener: GroupMembershipListener<EntityManager>,
  ) {}

  /** @throws ScimError 409 `uniqueness`, 400 `invalidValue` for a member who is no User, 403 */
  async create(exchange: Exchange, body: GroupBody): Promise<Group> {
    const created = await this.transactions.run(async (tx) => {
      const scope = { caller: exchange.caller, tx };
      const group = await this.groups.create(scope, body);
      const outcome = { group, added: [...body.members], removed: [] };
      await this.listener.groupsChanged(scope, [toGroupChange('created', outcome, exchange)]);
      return group;
    });
    return noted(exchange, created, [...Object.keys(created.attributes), ...(body.members.size > 0 ? [MEMBERS] : [])]);
  }

  /** @throws ScimError 404 */
  async get(exchange: Exchange, id: string, wants: MembersWanted): Promise<Group> {
    const { caller } = exchange;
    const asked =
      wants === 'none' ? this.lookups.ask({ caller, id }) : this.groups.findWithMembers(this.single(exchange), id);
    return noted(exchange, found(await asked));
  }

  query(exchange: Exchange, query: ResourceQuery, wants: MembersWanted): Promise<GroupPage> {
    return this.groups.query(this.single(exchange), query, wants);
  }

  /** A group's members by id, a chunk at a time; nobody when there is no such group. */
  members(exchange: Exchange, groupId: string): AsyncIterable<readonly GroupMember[]> {
    return this.groups.members(this.single(exchange), groupId);
  }

  /** RFC 7644 §3.5.1. @throws ScimError 404, 412, 400, 409, 403 */
  replace(exchange: Exchange, id: string, body: GroupBody, precondition: Precondition): Promise<Group> {
    const revise: Revise = (current, note) => replaceGroup(current, body, GROUP_RESOURCE_TYPE, note);
    const members = { kind: 'change', clear: true, add: body.members, remove: new Set<string>() } as const;
    return this.changeLocked(exchange, 'PUT', id, precondition, revise, [members]);
  }

  /** RFC 7644 §3.5.2. @throws ScimError 404, 412, 400, 409, 403 */
  patch(exchange: Exchange, id: string, patch: GroupPatch, precondition: Precondition): Promise<Group> {
    const change = precondition === ANY_VERSION && isUuid(id) ? toPlainChange(patch) : undefined;
    if (change) return this.changeGathered({ ...change, groupId: id, exchange });
    const revise: Revise = (current, note) => applyPatch(current, patch.operations, GROUP_RESOURCE_TYPE, note);
    return this.changeLocked(exchange, 'PATCH', id, precondition, revise, patch.members);
  }

  /** RFC 7644 §3.6. @throws ScimError 404, 412, 403 */
  remove(exchange: Exchange, id: string, precondition: Precondition): Promise<void> {
    return this.transactions.run(async (tx) => {
      const scope = { caller: exchange.caller, tx };
      const group = noted(exchange, found(await this.groups.lock(scope, id)));
      precondition(group);
      const everybodyIsIn = { group, added: [], removed: [] };
      await this.listener.groupsChanged(scope, [toGroupChange('deleted', everybodyIsIn, exchange)]);
      await this.groups.remove(scope, group);
    });
  }

  private async changeGathered(change: RequestedChange): Promise<Group> {
    const { exchange } = change;
    const outcome = await this.changes.run(exchange.caller.connectionId, change);
    if (outcome instanceof ScimError) throw outcome;
    return noted(exchange, outcome.group, hasChanged(outcome) ? [MEMBERS] : []);
  }

  private changeMemberships(changes: readonly RequestedChange[]) {
    return this.transactions.run(async (tx) => {
      const [first] = changes;
      if (!first) return [];
      const scope = { caller: first.exchange.caller, tx };
      const outcomes = await this.memberships.change(scope, changes);
      const told = changes.flatMap(({ exchange }, index) => {
        const outcome = outcomes[index];
        const isToBeTold = outcome && !(outcome instanceof ScimError) && hasChanged(outcome);
        return isToBeTold ? [toGroupChange('changed', outcome, exchange)] : [];
      });
      if (told.length > 0) await this.listener.groupsChanged(scope, told);
      return outcomes;
    });
  }

  private async changeLocked(
    exchange: Exchange,
    method: ChangeMethod,
    id: string,
    precondition: Precondition,
    revise: Revise,
    steps: readonly MembershipStep[],
  ): Promise<Group> {
    const { group, changed } = await this.transactions.run(async (tx) => {
      const scope = { caller: exchange.caller, tx };
      const before = found(await this.groups.lock(scope, id));
      precondition(before);
      const attributes = revise(before.attributes, exchange.note);
      const revised = attributes === before.attributes ? before : await this.groups.update(scope, before, attributes);
      const outcome = await this.memberships.take(scope, revised, steps);
      const names = changedAttributes(before.attributes, outcome.group.attributes);
      const changed = hasChanged(outcome) ? [...names, MEMBERS] : names;
      if (changed.length > 0) {
        const request = { requestId: exchange.requestId, method };
        await this.listener.groupsChanged(scope, [toGroupChange('changed', outcome, request, before)]);
      }
      return { group: outcome.group, changed };
    });
    return noted(exchange, group, changed);
  }

  private single({ caller }: Exchange) {
    return { caller, tx: this.transactions.single };
  }
}

/** A PATCH that says nothing but who shall be in and who shall not. */
function toPlainChange({ operations, members: [step, ...more] }: GroupPatch) {
  const isPlain = operations.length + more.length === 0 && step?.kind === 'change' && !step.clear;
  return isPlain ? step : undefined;
}

const hasChanged = ({ added, removed }: MembershipOutcome) => added.length + removed.length > 0;

function found(group: Group | undefined): Group {
  if (!group) throw ScimError.notFound();
  return group;
}

function noted(exchange: Exchange, group: Group, changed: readonly string[] = []): Group {
  exchange.resourceId = group.id;
  exchange.changed = changed;
  return group;
}
