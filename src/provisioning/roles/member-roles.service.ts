import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../audit/actor.js';
import { runStatement, type Statement } from '../../database/statement.js';
import type { DirectoryActor } from '../../members/insert-arrivals.js';
import { ConnectionRemoved } from '../../members/member-errors.js';
import { MembersService } from '../../members/members.service.js';
import {
  APPLY_RULES_TO_ALL,
  APPLY_RULES_TO_MEMBERS,
  APPLY_RULES_TO_NEWCOMERS,
  HOLD_ARRIVALS,
  LOCK_MANAGED_MEMBERS,
  LOCK_MEMBERS,
  LOCK_NEWCOMERS,
  SHARE_RULES,
} from './member-roles.statements.js';

/** A connection of an organization. */
export interface ConnectionReference {
  readonly organizationId: string;
  readonly connectionId: string;
}

/**
 * Keeps every member's role what the rules of the managing connection say. A constant number of statements, however
 * many members; all of it in a transaction that holds what it changed: the groups' rows, or the connection's.
 */
@Injectable()
export class MemberRolesService {
  constructor(private readonly members: MembersService) {}

  /**
   * After these members came to groups of the connection or left them.
   * @throws LastAdministrator
   */
  async membershipsChanged(
    tx: EntityManager,
    connection: ConnectionReference,
    memberIds: readonly string[],
    actor: Actor,
  ): Promise<void> {
    if (memberIds.length === 0) return;
    await runStatement(tx, LOCK_MEMBERS, [connection.organizationId, memberIds]);
    await this.apply(tx, APPLY_RULES_TO_MEMBERS, connection, actor, [memberIds]);
  }

  /**
   * After a connection took over a member, whose groups count from now on, in the transaction that did it.
   * @throws LastAdministrator, ConnectionRemoved when that happened meanwhile
   */
  async adopted(tx: EntityManager, organizationId: string, memberId: string, actor: DirectoryActor): Promise<void> {
    const [connection] = await runStatement<{ removed: boolean }>(tx, SHARE_RULES, [actor.id]);
    if (connection?.removed) throw new ConnectionRemoved();
    await this.membershipsChanged(tx, { organizationId, connectionId: actor.id }, [memberId], actor);
  }

  /** Holds all members of a connection, before its rules are changed. */
  async lockAll(tx: EntityManager, { organizationId, connectionId }: ConnectionReference): Promise<void> {
    await runStatement(tx, LOCK_MANAGED_MEMBERS, [organizationId, connectionId]);
  }

  /**
   * After the connection's rules changed, to its locked members, and to those who arrived meanwhile.
   * @throws LastAdministrator
   */
  async rulesChanged(tx: EntityManager, connection: ConnectionReference, actor: Actor): Promise<void> {
    await this.apply(tx, APPLY_RULES_TO_ALL, connection, actor, []);
    await runStatement(tx, HOLD_ARRIVALS, [connection.connectionId]);
    await runStatement(tx, LOCK_NEWCOMERS, [connection.organizationId, connection.connectionId]);
    await this.apply(tx, APPLY_RULES_TO_NEWCOMERS, connection, actor, []);
  }

  private async apply(
    tx: EntityManager,
    statement: Statement,
    { organizationId, connectionId }: ConnectionReference,
    { kind, id, name, requestId }: Actor,
    whom: readonly unknown[],
  ): Promise<void> {
    const values = [organizationId, connectionId, kind, id, name, requestId ?? null, ...whom];
    const [outcome] = await runStatement<{ tookAdministrators: boolean }>(tx, statement, values);
    if (outcome?.tookAdministrators) await this.members.refuseNoAdministrator(tx, organizationId);
  }
}
