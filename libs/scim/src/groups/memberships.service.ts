import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ScimError } from '../core/errors/scim-error.js';
import type { MembershipStep, UserIds } from '../core/group/group-patch.js';
import type { ScimScope } from '../ports/scope.js';
import { NO_DOCUMENT } from '../sql/columns.js';
import { filterToSql } from '../sql/filter-to-sql.js';
import { runStatement } from '../sql/prepared.js';
import { runQuery } from '../sql/run-query.js';
import { isUuid } from '../sql/uuid.js';
import { CHANGE_MEMBERSHIPS } from './change-memberships.statement.js';
import type { Group } from './group.js';
import { type GroupRow, toGroup } from './group-row.js';
import { MEMBER_COLUMNS, MEMBER_ROWS } from './member-rows.js';
import { LIST_MEMBER_IDS, LOCK_GROUPS } from './read.statements.js';
import { refuseStranger, toUuids } from './strangers.js';
import { FORGET_USER } from './write.statements.js';

type Scope = ScimScope<EntityManager>;

/** Who shall be in a group from now on and who shall not; nobody is both. */
export interface MembershipChange {
  readonly groupId: string;
  readonly add: UserIds;
  readonly remove: UserIds;
}

/** The group afterwards, and those who were not in before, or were. */
export interface MembershipOutcome {
  readonly group: Group;
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

/** Who is in which group. A change costs what changes, however many are in. */
@Injectable()
export class Memberships {
  /**
   * Makes many changes at once, of which no two concern the same User in the same group. One statement, and one more
   * where somebody is removed.
   * @returns for each change what came of it: 404 and 400 `invalidValue` concern that change alone
   */
  async change(
    scope: Scope,
    changes: readonly MembershipChange[],
  ): Promise<readonly (MembershipOutcome | ScimError)[]> {
    const { organizationId, connectionId } = scope.caller;
    if (changes.some(({ remove }) => remove.size > 0)) {
      const ids = [...new Set(changes.map(({ groupId }) => groupId))];
      await runStatement(scope.tx, LOCK_GROUPS, [organizationId, connectionId, ids]);
    }
    return this.write(scope, changes);
  }

  /**
   * Takes the steps of one request in order, in a transaction that locked the group.
   * @returns what came of all of them together: who was added and removed again, or the reverse, is not named
   * @throws ScimError 400 `invalidValue` for somebody who is no User
   */
  async take(scope: Scope, group: Group, steps: readonly MembershipStep[]): Promise<MembershipOutcome> {
    let outcome: MembershipOutcome = { group, added: [], removed: [] };
    for (const step of steps) outcome = joined(outcome, await this.takeOne(scope, outcome.group, step));
    return outcome;
  }

  /** Takes a User out of all groups; locks them, so it comes before the User is locked. */
  async forget({ caller, tx }: Scope, userId: string): Promise<void> {
    if (isUuid(userId)) await runStatement(tx, FORGET_USER, [caller.organizationId, userId]);
  }

  private async takeOne(scope: Scope, group: Group, step: MembershipStep): Promise<MembershipOutcome> {
    const change = await this.toChange(scope, group.id, step);
    if (change.add.size + change.remove.size === 0) return { group, added: [], removed: [] };
    const [outcome = ScimError.notFound()] = await this.write(scope, [change]);
    if (outcome instanceof ScimError) throw outcome;
    return outcome;
  }

  private async write({ caller, tx }: Scope, changes: readonly MembershipChange[]) {
    const sent = JSON.stringify(changes.map(toSent));
    const { organizationId, connectionId } = caller;
    const rows = await runStatement<ChangedRow>(tx, CHANGE_MEMBERSHIPS, [organizationId, connectionId, sent]);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return changes.map((change) => toOutcome(change, byId.get(change.groupId)));
  }

  private async toChange(scope: Scope, groupId: string, step: MembershipStep): Promise<MembershipChange> {
    switch (step.kind) {
      case 'remove-where':
        return { groupId, add: new Set(), remove: await this.findMatching(scope, groupId, step) };
      case 'change':
        return step.clear ? this.toReplacement(scope, groupId, step.add) : { ...step, groupId };
      default:
        return step satisfies never;
    }
  }

  private async toReplacement({ caller, tx }: Scope, groupId: string, wanted: UserIds): Promise<MembershipChange> {
    const [row] = await runStatement<MemberIds>(tx, LIST_MEMBER_IDS, [caller.organizationId, groupId]);
    const present = new Set(row?.ids);
    return { groupId, add: without(wanted, present), remove: without(present, wanted) };
  }

  private async findMatching(
    { caller, tx }: Scope,
    groupId: string,
    { where }: Extract<MembershipStep, { kind: 'remove-where' }>,
  ): Promise<UserIds> {
    const values: unknown[] = [caller.organizationId, groupId];
    const condition = filterToSql(where, { document: NO_DOCUMENT, columns: MEMBER_COLUMNS }, values);
    const text = `
      SELECT COALESCE(json_agg(x.user_id), '[]') AS ids FROM ${MEMBER_ROWS}
      WHERE x.organization_id = $1 AND x.group_id = $2 AND ${condition}`;
    const [row] = await runQuery<MemberIds>(tx, text, values);
    return new Set(row?.ids);
  }
}

interface MemberIds {
  readonly ids: readonly string[];
}

interface ChangedRow extends GroupRow {
  readonly strangers: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

function joined(before: MembershipOutcome, { group, added, removed }: MembershipOutcome): MembershipOutcome {
  const [wereAdded, wereRemoved] = [new Set(before.added), new Set(before.removed)];
  const [areAdded, areRemoved] = [new Set(added), new Set(removed)];
  return {
    group,
    added: [...without(wereAdded, areRemoved), ...without(areAdded, wereRemoved)],
    removed: [...without(wereRemoved, areAdded), ...without(areRemoved, wereAdded)],
  };
}

const without = (ids: UserIds, others: UserIds): UserIds => new Set([...ids].filter((id) => !others.has(id)));

const toSent = ({ groupId, add, remove }: MembershipChange, position: number) => ({
  position,
  group: groupId,
  add: toUuids(add),
  remove: [...remove].filter(isUuid),
});

function toOutcome({ add, remove }: MembershipChange, row: ChangedRow | undefined): MembershipOutcome | ScimError {
  if (!row) return ScimError.notFound();
  return (
    refuseStranger(add, row.strangers) ?? {
      group: toGroup(row),
      added: row.added.filter((id) => add.has(id)),
      removed: row.removed.filter((id) => remove.has(id)),
    }
  );
}
