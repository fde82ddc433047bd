import { Injectable } from '@nestjs/common';
import {
  type Caller,
  type DirectoryUser,
  type ResourcePage,
  type ResourceQuery,
  ResourceTypes,
  type ScimComplex,
  type ScimResource,
  type ScimScope,
  UserDirectory,
} from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import { runStatement, type Statement } from '../database/statement.js';
import { type DirectoryActor, DirectoryMembersService } from '../members/directory-members.service.js';
import { changeDetails } from './change-details.js';
import { toDirectoryProfile, toTerms } from './directory-profile.js';
import { listUsers } from './list-users.js';
import { PagePositions } from './page-positions.js';
import { RULEFORGE_USER_SCHEMA } from './ruleforge-user-schema.js';
import { searchUsers } from './search-users.js';
import { refuseAsScim } from './to-scim-error.js';
import { roleOf, toDirectoryUser, toExtension, type UserRow } from './user-row.js';
import { FIND_USER, LOCK_USER } from './user-statements.js';

type Scope = ScimScope<EntityManager>;

/** Nobody becomes more by being provisioned. */
const FIRST_ROLE = 'read_only';

/** Members of an organization, as its directory sees them. */
@Injectable()
export class MemberDirectory extends UserDirectory<EntityManager> {
  private readonly positions = new PagePositions();

  constructor(
    private readonly members: DirectoryMembersService,
    private readonly types: ResourceTypes,
  ) {
    super();
  }

  async create({ caller, tx }: Scope, attributes: ScimComplex): Promise<ScimResource> {
    const profile = toDirectoryProfile(attributes, this.types.user);
    const { id, createdAt } = await this.members
      .provision(
        tx,
        { ...profile, organizationId: caller.organizationId, role: FIRST_ROLE, terms: toTerms(profile) },
        actorOf(caller),
      )
      .catch(refuseAsScim);
    const { connectionId } = caller;
    const extension = toExtension({ role: FIRST_ROLE, projectRoles: [], connectionId, lastSignInAt: null });
    return {
      id,
      revision: 1,
      created: createdAt,
      lastModified: createdAt,
      attributes: { ...attributes, active: profile.active, [RULEFORGE_USER_SCHEMA.id]: extension },
    };
  }

  find(scope: Scope, id: string): Promise<DirectoryUser | undefined> {
    return this.read(scope, FIND_USER, id);
  }

  lock(scope: Scope, id: string): Promise<DirectoryUser | undefined> {
    return this.read(scope, LOCK_USER, id);
  }

  query(scope: Scope, query: ResourceQuery): Promise<ResourcePage> {
    const isPlain = query.filter === undefined && query.sort === undefined;
    return isPlain ? listUsers(scope, query, this.positions) : searchUsers(scope, query);
  }

  async replace(
    { caller, tx }: Scope,
    current: ScimResource,
    attributes: ScimComplex,
  ): Promise<ScimResource | undefined> {
    const before = toDirectoryProfile(current.attributes, this.types.user);
    const after = toDirectoryProfile(attributes, this.types.user);
    const [oldTerms, terms] = [toTerms(before), toTerms(after)];
    const role = roleOf(current);
    const { organizationId, connectionId, adopts } = caller;
    const details = changeDetails({ attributes: current.attributes, profile: before }, { attributes, profile: after });
    const changed = await this.members
      .updateProfile(
        tx,
        {
          ...{ organizationId, id: current.id, revision: current.revision, role, adopts, before, after },
          ...(sameTexts(oldTerms, terms) ? {} : { terms }),
          ...(details ? { details } : {}),
        },
        actorOf(caller),
      )
      .catch(refuseAsScim);
    if (!changed) return undefined;
    const extension = { ...(current.attributes[RULEFORGE_USER_SCHEMA.id] as ScimComplex), managedBy: connectionId };
    return {
      ...current,
      revision: changed.revision,
      lastModified: changed.modifiedAt,
      attributes: { ...attributes, active: after.active, [RULEFORGE_USER_SCHEMA.id]: extension },
    };
  }

  remove({ caller, tx }: Scope, current: ScimResource): Promise<void> {
    return this.members.remove(tx, caller.organizationId, current.id, actorOf(caller)).catch(refuseAsScim);
  }

  private async read({ caller, tx }: Scope, statement: Statement, id: string): Promise<DirectoryUser | undefined> {
    if (!isId(id)) return undefined;
    const [row] = await runStatement<UserRow>(tx, statement, [caller.organizationId, caller.connectionId, id]);
    return row && toDirectoryUser(row);
  }
}

const actorOf = ({ connectionId, connectionName, requestId }: Caller): DirectoryActor => ({
  kind: 'connection',
  id: connectionId,
  name: connectionName,
  requestId,
});

// RFC 7643 §3.1: `id` is case exact, so one in upper case is nobody's.
const isId = (id: string) => isUuid(id) && id === id.toLowerCase();

const sameTexts = (before: readonly string[], after: readonly string[]) =>
  before.length === after.length && before.every((text, index) => text === after[index]);
