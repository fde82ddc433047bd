import { Injectable } from '@nestjs/common';
import { type Caller, type GroupChange, GroupMembershipListener, type ScimScope } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { runStatement, type Statement } from '../../database/statement.js';
import { refuseAsScim } from '../to-scim-error.js';
import { DROP_MAPPINGS, PIN_MAPPINGS, RECORD_GROUP_CHANGES } from './group-changes.statements.js';
import { toGroupEntries } from './group-entries.js';
import { MemberRolesService } from './member-roles.service.js';
import { FIND_MEMBERS_OF_GROUPS } from './member-roles.statements.js';

/** What happens to a directory's groups stands in the audit log, and decides what members may do. */
@Injectable()
export class HostGroupMembershipListener extends GroupMembershipListener<EntityManager> {
  constructor(private readonly roles: MemberRolesService) {
    super();
  }

  async groupsChanged({ caller, tx }: ScimScope<EntityManager>, changes: readonly GroupChange[]): Promise<void> {
    const mapped = new Set(await this.record(tx, caller, changes));
    const gone = changes.filter(({ kind }) => kind === 'deleted');
    const goneIds = new Set(gone.map(({ group }) => group.id));
    const arrived = changes.filter(({ kind, group }) => kind === 'created' && !goneIds.has(group.id));
    for (const id of await this.settle(tx, caller, PIN_MAPPINGS, arrived, [
      arrived.map(({ group }) => group.externalId ?? null),
    ])) {
      mapped.add(id);
    }
    const concerned = changes.filter(({ group }) => mapped.has(group.id));
    if (concerned.length === 0) return;
    const lost = gone.filter(({ group }) => mapped.has(group.id));
    const memberIds = new Set(concerned.flatMap(({ added, removed }) => [...added, ...removed]));
    for (const id of await this.membersOf(tx, caller, lost)) memberIds.add(id);
    await this.settle(tx, caller, DROP_MAPPINGS, lost);
    await this.roles.membershipsChanged(tx, caller, [...memberIds], actorOf(caller, changes)).catch(refuseAsScim);
  }

  private async record(tx: EntityManager, caller: Caller, changes: readonly GroupChange[]): Promise<string[]> {
    const entries = changes.flatMap(toGroupEntries);
    const rows = await runStatement<{ id: string }>(tx, RECORD_GROUP_CHANGES, [
      caller.organizationId,
      caller.connectionId,
      caller.connectionName,
      entries.map(({ id }) => id),
      entries.map(({ action }) => action),
      entries.map(({ group }) => group.id),
      entries.map(({ group }) => group.displayName),
      entries.map(({ details }) => JSON.stringify(details)),
      entries.map(({ requestId }) => requestId),
      changes.map(({ group }) => group.id),
    ]);
    return rows.map(({ id }) => id);
  }

  /** Runs a statement that writes the mappings of those groups, if there are any. */
  private async settle(
    tx: EntityManager,
    { organizationId, connectionId, connectionName }: Caller,
    statement: Statement,
    changes: readonly GroupChange[],
    more: readonly unknown[] = [],
  ): Promise<string[]> {
    if (changes.length === 0) return [];
    const rows = await runStatement<{ id: string }>(tx, statement, [
      ...[organizationId, connectionId, connectionName],
      changes.map(({ group }) => group.id),
      changes.map(({ group }) => group.displayName),
      changes.map(({ requestId }) => requestId),
      ...more,
    ]);
    return rows.map(({ id }) => id);
  }

  private async membersOf(tx: EntityManager, caller: Caller, groups: readonly GroupChange[]): Promise<string[]> {
    if (groups.length === 0) return [];
    const values = [caller.organizationId, groups.map(({ group }) => group.id)];
    const [found] = await runStatement<{ ids: string[] | null }>(tx, FIND_MEMBERS_OF_GROUPS, values);
    return found?.ids ?? [];
  }
}

const actorOf = ({ connectionId, connectionName, requestId }: Caller, [first]: readonly GroupChange[]) => ({
  kind: 'connection' as const,
  id: connectionId,
  name: connectionName,
  requestId: first?.requestId ?? requestId,
});
