import { Injectable } from '@nestjs/common';
import type { ConnectionPlace } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { runStatement } from '../database/statement.js';
import { addressKeysOf } from '../members/address-keys.js';
import { SeatLimitReached } from '../members/member-errors.js';
import { MemberRolesService } from '../provisioning/roles/member-roles.service.js';
import {
  type MassDeactivation,
  MassDeactivationNotFound,
  NobodyToRestore,
  UndoExpired,
  UndoneAlready,
} from './mass-deactivation.js';
import {
  FIND_MASS,
  LIST_OPEN,
  LIST_PEOPLE,
  LOCK_MASS,
  LOCK_RESTORABLE,
  RESTORE,
  SETTLE,
  TAKE_SEATS,
} from './mass-deactivations.statements.js';

/** Somebody who lost access by a mass deactivation. */
export interface Deactivated {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly removed: boolean;
}

/** A mass deactivation that nobody has decided about. */
export type OpenAlert = Pick<MassDeactivation, 'id' | 'connectionId' | 'connectionName' | 'people'>;

interface Locked extends Record<string, unknown> {
  readonly id: string;
  readonly userName: string;
  readonly email: string | null;
}

/** What administrators see and do when a directory deactivated many. Writes need a transaction of `Transactions.run`. */
@Injectable()
export class MassDeactivationsService {
  constructor(
    private readonly roles: MemberRolesService,
    private readonly audit: AuditService,
  ) {}

  /** Of the organization, those that nobody has decided about, the newest first. */
  listOpen(tx: EntityManager, organizationId: string): Promise<OpenAlert[]> {
    return runStatement<OpenAlert & Record<string, unknown>>(tx, LIST_OPEN, [organizationId]);
  }

  /** @throws MassDeactivationNotFound, for any text that is no id too */
  async get(tx: EntityManager, { organizationId, connectionId }: ConnectionPlace, id: string) {
    const values = [organizationId, connectionId, id];
    const [found] = isUuid(id)
      ? await runStatement<MassDeactivation & Record<string, unknown>>(tx, FIND_MASS, values)
      : [];
    if (!found) throw new MassDeactivationNotFound();
    return found as MassDeactivation;
  }

  /** By name, the first so many. */
  listPeople(tx: EntityManager, organizationId: string, id: string, limit: number): Promise<Deactivated[]> {
    return runStatement<Deactivated & Record<string, unknown>>(tx, LIST_PEOPLE, [organizationId, id, limit]);
  }

  /**
   * Gives their membership back to all who lost it by this and were neither reactivated nor removed since, with the roles
   * of today's groups. Their sessions and API keys stay dead. All of them, or nobody.
   * @returns how many
   * @throws MassDeactivationNotFound, UndoneAlready, UndoExpired, NobodyToRestore, SeatLimitReached
   */
  async undo(tx: EntityManager, place: ConnectionPlace, id: string, actor: Actor): Promise<number> {
    const mass = await this.lock(tx, place, id);
    if (mass.outcome === 'undone') throw new UndoneAlready();
    if (!mass.isRecent) throw new UndoExpired();
    const { organizationId } = place;
    const people = await runStatement<Locked>(tx, LOCK_RESTORABLE, [organizationId, id]);
    if (people.length === 0) throw new NobodyToRestore();
    const [seated] = await runStatement(tx, TAKE_SEATS, [organizationId, people.length]);
    if (!seated) throw new SeatLimitReached();
    const ids = people.map((person) => person.id);
    const keys = people.flatMap((person) => addressKeysOf(person)).filter((key) => key !== null);
    const by = [actor.kind, actor.id, actor.name, actor.requestId ?? null];
    await runStatement(tx, RESTORE, [organizationId, id, ids, keys, ...by]);
    await this.roles.membershipsChanged(tx, place, ids, actor);
    await this.settle(tx, place, mass, 'undone', actor, people.length);
    return people.length;
  }

  /**
   * Says that it was meant: nobody is alerted any more. It can still be undone.
   * @throws MassDeactivationNotFound
   */
  async accept(tx: EntityManager, place: ConnectionPlace, id: string, actor: Actor): Promise<void> {
    const mass = await this.lock(tx, place, id);
    if (mass.outcome !== null) return;
    await this.settle(tx, place, mass, 'accepted', actor, mass.people);
  }

  private async lock(tx: EntityManager, place: ConnectionPlace, id: string): Promise<MassDeactivation> {
    const { organizationId, connectionId } = place;
    if (isUuid(id)) await runStatement(tx, LOCK_MASS, [organizationId, connectionId, id]);
    return this.get(tx, place, id);
  }

  private async settle(
    tx: EntityManager,
    { organizationId }: ConnectionPlace,
    { id, connectionId, connectionName }: MassDeactivation,
    outcome: 'undone' | 'accepted',
    actor: Actor,
    people: number,
  ): Promise<void> {
    await runStatement(tx, SETTLE, [organizationId, id, outcome, actor.name]);
    await this.audit.record(tx, {
      organizationId,
      actor,
      action: `mass_deactivation.${outcome}`,
      subject: { kind: 'connection', id: connectionId, name: connectionName },
      details: { people, massDeactivation: id },
    });
  }
}
