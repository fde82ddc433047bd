import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../audit/actor.js';
import { runStatement } from '../database/statement.js';
import { COUNT_MANAGED } from './count-managed.statement.js';
import { END_ACCESS_OF_ALL, KEEP_PROJECT_ROLES, KEEP_ROLES, LOCK_PORTION, UNMANAGE } from './let-go.statements.js';
import { MembersService } from './members.service.js';

/** What becomes of a connection's people when it ends. */
export const FATES = ['keep', 'unmanage', 'deactivate'] as const;

export type Fate = (typeof FATES)[number];

/** How many a connection manages. */
export interface ManagedCounts {
  readonly active: number;
  readonly deactivated: number;
}

/** Whose people, and who decides about them. */
export interface LettingGo {
  readonly organizationId: string;
  readonly connectionId: string;
  readonly fate: Fate;
  readonly actor: Actor;
}

/** All members of one connection together, by statements for thousands of them at a time. */
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
  async letGo(tx: EntityManager, asked: LettingGo): Promise<ManagedCounts> {
    const people = { active: 0, deactivated: 0 };
    let portion = await this.lockAfter(tx, asked, FIRST);
    while (portion.length > 0) {
      await this.letPortionGo(tx, asked, portion);
      for (const { active } of portion) people[active ? 'active' : 'deactivated'] += 1;
      portion = await this.lockAfter(tx, asked, portion.at(-1)?.id ?? FIRST);
    }
    if (asked.fate === 'deactivate') await this.members.refuseNoAdministrator(tx, asked.organizationId);
    return people;
  }

  private lockAfter(tx: EntityManager, { organizationId, connectionId }: LettingGo, id: string): Promise<Managed[]> {
    return runStatement<Managed>(tx, LOCK_PORTION, [organizationId, connectionId, id, PORTION]);
  }

  private async letPortionGo(tx: EntityManager, asked: LettingGo, portion: readonly Managed[]): Promise<void> {
    const { organizationId, connectionId, fate, actor } = asked;
    const whom = [organizationId, portion.map(({ id }) => id)];
    const told = [...whom, actor.kind, actor.id, actor.name, actor.requestId ?? null];
    await runStatement(tx, KEEP_PROJECT_ROLES, whom);
    if (fate === 'keep') await runStatement(tx, KEEP_ROLES, whom);
    if (fate === 'deactivate') await runStatement(tx, END_ACCESS_OF_ALL, told);
    if (fate !== 'keep') await runStatement(tx, UNMANAGE, [...told, fate === 'deactivate', connectionId]);
  }
}

interface Managed extends Record<string, unknown> {
  readonly id: string;
  readonly active: boolean;
}

/** No statement takes longer than one may. */
const PORTION = 5_000;

/** Before every id. */
const FIRST = '00000000-0000-0000-0000-000000000000';
