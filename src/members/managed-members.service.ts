import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../audit/actor.js';
import { runStatement } from '../database/statement.js';
import {
  COUNT_MANAGED,
  END_MANAGED_ACCESS,
  KEEP_PROJECT_ROLES,
  KEEP_ROLES,
  LOCK_MANAGED,
  UNMANAGE,
} from './let-go.statements.js';
import { MembersService } from './members.service.js';

/** What becomes of a connection's people when it ends. */
export const FATES = ['keep', 'unmanage', 'deactivate'] as const;

export type Fate = (typeof FATES)[number];

/** How many a connection manages. */
export interface ManagedCounts {
  readonly active: number;
  readonly deactivated: number;
}

/** All members of one connection together: a handful of statements, however many they are. */
@Injectable()
export class ManagedMembersService {
  constructor(private readonly members: MembersService) {}

  async count(tx: EntityManager, organizationId: string, connectionId: string): Promise<ManagedCounts> {
    const values = [organizationId, connectionId];
    const [counts] = await runStatement<ManagedCounts & Record<string, unknown>>(tx, COUNT_MANAGED, values);
    return counts ?? { active: 0, deactivated: 0 };
  }

  /**
   * Whoever is kept stays locked until another connection takes over; all others are people's to manage from now on. Roles
   * that groups gave stay, as given by hand.
   * @returns how many they were
   * @throws LastAdministrator
   */
  async letGo(
    tx: EntityManager,
    organizationId: string,
    connectionId: string,
    fate: Fate,
    actor: Actor,
  ): Promise<ManagedCounts> {
    const place = [organizationId, connectionId];
    const asked = [...place, actor.kind, actor.id, actor.name, actor.requestId ?? null];
    await runStatement(tx, LOCK_MANAGED, place);
    const people = await this.count(tx, organizationId, connectionId);
    await runStatement(tx, KEEP_PROJECT_ROLES, place);
    if (fate === 'keep') await runStatement(tx, KEEP_ROLES, place);
    if (fate === 'deactivate') await runStatement(tx, END_MANAGED_ACCESS, asked);
    if (fate !== 'keep') await runStatement(tx, UNMANAGE, [...asked, fate === 'deactivate']);
    if (fate === 'deactivate') await this.members.refuseNoAdministrator(tx, organizationId);
    return people;
  }
}
