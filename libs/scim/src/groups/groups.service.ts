import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { foldText } from '../core/filter/fold-text.js';
import type { GroupBody } from '../core/group/group-body.js';
import type { ScimComplex } from '../core/resource/resource.js';
import type { ScimScope } from '../ports/scope.js';
import type { ResourceQuery } from '../ports/user-directory.js';
import { type PreparedStatement, runStatement } from '../sql/prepared.js';
import { isUuid } from '../sql/uuid.js';
import type { Group, GroupMember, GroupPage, MembersWanted } from './group.js';
import { type GroupRow, toGroup } from './group-row.js';
import { FIND_GROUP_WITH_MEMBERS, LIST_MEMBERS, LOCK_GROUP } from './read.statements.js';
import { refuseTaken } from './refuse-taken.js';
import { searchGroups } from './search-groups.js';
import { refuseStranger, toUuids } from './strangers.js';
import { CREATE_GROUP, DELETE_GROUP, UPDATE_GROUP } from './write.statements.js';

type Scope = ScimScope<EntityManager>;

const CHUNK = 1000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** The groups of a connection; those of others do not exist for any method. */
@Injectable()
export class Groups {
  /** @throws ScimError 409 `uniqueness`, 400 `invalidValue` for a member who is no User */
  async create({ caller, tx }: Scope, { attributes, members }: GroupBody): Promise<Group> {
    const { organizationId, connectionId } = caller;
    const id = v7();
    const values = [organizationId, connectionId, id, ...toNames(attributes), toUuids(members)];
    const [row] = (await runStatement(tx, CREATE_GROUP, values).catch(refuseTaken)) as [CreatedRow];
    const refusal = refuseStranger(members, row.strangers);
    if (refusal) throw refusal;
    return toGroup(row);
  }

  /** With its members unless they are many. Any text may come as `id`; one that cannot be an id finds nothing. */
  findWithMembers(scope: Scope, id: string): Promise<Group | undefined> {
    return this.read(scope, FIND_GROUP_WITH_MEMBERS, id);
  }

  /** No other transaction changes the group or who is in it until this one ends. */
  lock(scope: Scope, id: string): Promise<Group | undefined> {
    return this.read(scope, LOCK_GROUP, id);
  }

  query(scope: Scope, query: ResourceQuery, wants: MembersWanted): Promise<GroupPage> {
    return searchGroups(scope, query, wants);
  }

  /** Everybody in a group by id, a chunk at a time; each chunk is read when it is asked for. */
  async *members({ caller, tx }: Scope, id: string): AsyncGenerator<readonly GroupMember[]> {
    const { organizationId, connectionId } = caller;
    let after: string | undefined = BEFORE_ALL;
    while (after !== undefined) {
      const values = [organizationId, connectionId, id, after, CHUNK];
      const chunk: readonly GroupMember[] = await runStatement<GroupMember>(tx, LIST_MEMBERS, values);
      if (chunk.length > 0) yield chunk;
      after = chunk.length < CHUNK ? undefined : chunk.at(-1)?.value;
    }
  }

  /**
   * Gives a group that was locked these attributes.
   * @throws ScimError 409 `uniqueness`
   */
  async update({ caller, tx }: Scope, group: Group, attributes: ScimComplex): Promise<Group> {
    const values = [caller.organizationId, group.id, ...toNames(attributes)];
    const [row] = await runStatement<GroupRow>(tx, UPDATE_GROUP, values).catch(refuseTaken);
    return row ? toGroup(row) : group;
  }

  /** Deletes a group that was locked, and that anybody was in it. */
  async remove({ caller, tx }: Scope, { id }: Group): Promise<void> {
    await runStatement(tx, DELETE_GROUP, [caller.organizationId, id]);
  }

  private async read({ caller, tx }: Scope, statement: PreparedStatement, id: string): Promise<Group | undefined> {
    if (!isUuid(id)) return undefined;
    const [row] = await runStatement<GroupRow>(tx, statement, [caller.organizationId, caller.connectionId, id]);
    return row && toGroup(row);
  }
}

type CreatedRow = GroupRow & { readonly strangers: readonly string[] };

/** displayName, the form in which it is compared, and externalId. */
function toNames({ displayName, externalId }: ScimComplex): readonly unknown[] {
  const name = displayName as string;
  return [name, foldText(name), externalId ?? null];
}
