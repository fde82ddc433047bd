import { Injectable } from '@nestjs/common';
import {
  type Caller,
  type DirectoryUser,
  Gathered,
  type ResourcePage,
  type ResourceQuery,
  ResourceTypes,
  type ScimComplex,
  type ScimResource,
  type ScimScope,
  UserDirectory,
} from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import { Transactions } from '../database/transactions.js';
import { DirectoryMembersService } from '../members/directory-members.service.js';
import type { Arrival, DirectoryActor, Provisioned } from '../members/insert-arrivals.js';
import type { ProfileChange, ProfileResult } from '../members/update-profiles.js';
import { changeDetails } from './change-details.js';
import { toDirectoryProfile, toTerms } from './directory-profile.js';
import { listUsers } from './list-users.js';
import { PagePositions } from './page-positions.js';
import { RULEFORGE_USER_SCHEMA } from './ruleforge-user-schema.js';
import { MemberRolesService } from './roles/member-roles.service.js';
import { searchUsers } from './search-users.js';
import { refuseAsScim } from './to-scim-error.js';
import { isId, toUniqueKey, type UniqueMatch } from './unique-key.js';
import { managerOf, roleOf, toDirectoryUser, toExtension, type UserRow } from './user-row.js';
import { UserLookups } from './user-lookups.js';
import { LOCK_USER } from './user-statements.js';

type Scope = ScimScope<EntityManager>;

/** Members of an organization, as its directory sees them. */
@Injectable()
export class MemberDirectory extends UserDirectory<EntityManager> {
  private readonly positions = new PagePositions();
  // Outside transactions, all of an organization who come at the same moment are served by one statement.
  private readonly arrivals: Gathered<Arrival, Provisioned | Error>;
  private readonly changes: Gathered<ProfileChange, ProfileResult | Error>;

  constructor(
    { single }: Transactions,
    private readonly members: DirectoryMembersService,
    private readonly roles: MemberRolesService,
    private readonly lookups: UserLookups,
    private readonly types: ResourceTypes,
  ) {
    super();
    this.arrivals = new Gathered((arrivals) => members.provisionAll(single, arrivals));
    this.changes = new Gathered((changes) => members.updateProfiles(single, changes));
  }

  async create({ caller, tx }: Scope, attributes: ScimComplex): Promise<ScimResource> {
    const profile = toDirectoryProfile(attributes, this.types.user);
    const { organizationId, connectionId } = caller;
    const arrival: Arrival = {
      ...profile,
      organizationId,

      terms: toTerms(profile),
      actor: actorOf(caller),
    };
    const asked = tx.queryRunner ? this.members.provision(tx, arrival) : this.arrivals.ask(arrival, organizationId);
    const { id, role, createdAt } = succeeded(await asked);
    const extension = toExtension({ role, projectRoles: [], connectionId, lastSignInAt: null });
    return {
      id,
      revision: 1,
      created: createdAt,
      lastModified: createdAt,
      attributes: { ...attributes, active: profile.active, [RULEFORGE_USER_SCHEMA.id]: extension },
    };
  }

  async find(scope: Scope, id: string): Promise<DirectoryUser | undefined> {
    return isId(id) ? this.lookups.find(scope, 'id', id) : undefined;
  }

  async lock({ caller, tx }: Scope, id: string): Promise<DirectoryUser | undefined> {
    if (!isId(id)) return undefined;
    const [row] = await runStatement<UserRow>(tx, LOCK_USER, [caller.organizationId, caller.connectionId, id]);
    return row && toDirectoryUser(row, caller.connectionId);
  }

  query(scope: Scope, query: ResourceQuery): Promise<ResourcePage> {
    const { filter, sort } = query;
    if (!filter && !sort) return listUsers(scope, query, this.positions);
    const unique = filter && toUniqueKey(filter);
    return unique ? this.findOne(scope, query, unique) : searchUsers(scope, query);
  }

  async replace(
    { caller, tx, method }: Scope,
    current: ScimResource,
    attributes: ScimComplex,
  ): Promise<ScimResource | undefined> {
    const before = toDirectoryProfile(current.attributes, this.types.user);
    const after = toDirectoryProfile(attributes, this.types.user);
    const [oldTerms, terms] = [toTerms(before), toTerms(after)];
    const role = roleOf(current);
    const { organizationId, connectionId, adopts } = caller;
    const details = changeDetails({ attributes: current.attributes, profile: before }, { attributes, profile: after });
    const change: ProfileChange = {
      ...{ organizationId, id: current.id, revision: current.revision, role, adopts, before, after },
      ...(sameTexts(oldTerms, terms) ? {} : { terms }),
      ...(details ? { details: method === 'PUT' ? { ...details, method } : details } : {}),
      actor: actorOf(caller),
    };
    const asked = tx.queryRunner ? this.members.updateProfile(tx, change) : this.changes.ask(change, organizationId);
    const changed = succeeded(await asked.catch(refuseAsScim));
    if (!changed) return undefined;
    if (managerOf(current) !== connectionId) {
      await this.roles.adopted(tx, organizationId, current.id, change.actor).catch(refuseAsScim);
      return this.lock({ caller, tx }, current.id);
    }
    return {
      ...current,
      revision: changed.revision,
      lastModified: changed.modifiedAt,
      attributes: { ...attributes, active: after.active },
    };
  }

  remove({ caller, tx }: Scope, current: ScimResource): Promise<void> {
    return this.members.remove(tx, caller.organizationId, current.id, actorOf(caller)).catch(refuseAsScim);
  }

  /** A list of at most one. */
  private async findOne(scope: Scope, { startIndex, count }: ResourceQuery, { by, key }: UniqueMatch) {
    const user = key === undefined ? undefined : await this.lookups.find(scope, by, key);
    const found = user ? [user] : [];
    return { total: found.length, resources: found.slice(startIndex - 1, startIndex - 1 + count) };
  }
}

const actorOf = ({ connectionId, connectionName, requestId, receivedAt }: Caller): DirectoryActor => ({
  kind: 'connection',
  id: connectionId,
  name: connectionName,
  requestId,
  ...(receivedAt && { askedAt: receivedAt }),
});

/** The result; throws what went wrong, as SCIM says it where the members' rules refused. */
function succeeded<Result>(result: Result | Error): Result {
  return result instanceof Error ? refuseAsScim(result) : result;
}

const sameTexts = (before: readonly string[], after: readonly string[]) =>
  before.length === after.length && before.every((text, index) => text === after[index]);
