import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { validate as isUuid } from 'uuid';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { runStatement } from '../database/statement.js';
import { CannotStandOutside, MemberNotFound, NoRecoveryAdministrator, SeatLimitReached } from './member-errors.js';
import { LOCK_MEMBER } from './read.statements.js';
import {
  FIND_RECOVERY_ADMINISTRATOR,
  FIND_STANDING,
  LIST_RECOVERY_CANDIDATES,
  LOCK_RECOVERY_ADMINISTRATORS,
  NAME_RECOVERY_ADMINISTRATOR,
  RELIEVE_RECOVERY_ADMINISTRATOR,
} from './recovery.statements.js';
import type { Member } from './member.js';

/** An Administrator who stands outside of every directory, or could. */
export type RecoveryCandidate = Pick<Member, 'id' | 'name' | 'email' | 'recovery'>;

/** Whether a member may be named recovery administrator, or stop being one. */
export interface Standing {
  readonly canBeNamed: boolean;
  /** Somebody else is one, too. */
  readonly canBeRelieved: boolean;
}

/** Administrators outside of every directory, so that no directory can lock the organization out. */
@Injectable()
export class RecoveryAdministratorsService {
  constructor(private readonly audit: AuditService) {}

  /** Those who are, then those who could be; as many as a choice can show. */
  list(tx: EntityManager, organizationId: string): Promise<RecoveryCandidate[]> {
    const values = [organizationId, MOST_CANDIDATES];
    return runStatement<RecoveryCandidate & Record<string, unknown>>(tx, LIST_RECOVERY_CANDIDATES, values);
  }

  /**
   * From now on no directory sees or writes this member. Naming one who is named already changes nothing.
   * @throws CannotStandOutside
   */
  async name(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<void> {
    if (!isUuid(id)) throw new CannotStandOutside();
    const [member] = await runStatement<Member & Record<string, unknown>>(tx, LOCK_MEMBER, [organizationId, id]);
    if (!member) throw new CannotStandOutside();
    if (member.recovery) return;
    const named = await runStatement(tx, NAME_RECOVERY_ADMINISTRATOR, [organizationId, id]);
    if (named.length === 0) throw new CannotStandOutside();
    await this.audit.record(tx, {
      organizationId,
      actor,
      action: 'member.named_recovery_administrator',
      subject: { kind: 'member', id, name: member.name },
    });
  }

  /** Whether it could be named, or relieved. Only the acts themselves decide. */
  async findStanding(tx: EntityManager, organizationId: string, id: string): Promise<Standing> {
    const [standing] = await runStatement<Standing & Record<string, unknown>>(tx, FIND_STANDING, [organizationId, id]);
    return standing ?? { canBeNamed: false, canBeRelieved: false };
  }

  /**
   * From now on an Administrator like others: managed by hand, seen by directories, to be deactivated by whoever may. Who
   * is no recovery administrator stays what they are.
   * @throws MemberNotFound, NoRecoveryAdministrator when nobody else is one, SeatLimitReached
   */
  async relieve(tx: EntityManager, organizationId: string, id: string, actor: Actor): Promise<void> {
    const all = await runStatement<Pick<Member, 'id' | 'name'>>(tx, LOCK_RECOVERY_ADMINISTRATORS, [organizationId]);
    const member = all.find((one) => one.id === id);
    if (!member) return this.refuseUnknown(tx, organizationId, id);
    if (all.length === 1) throw new NoRecoveryAdministrator();
    const relieved = await runStatement(tx, RELIEVE_RECOVERY_ADMINISTRATOR, [organizationId, id]);
    if (relieved.length === 0) throw new SeatLimitReached();
    await this.audit.record(tx, {
      organizationId,
      actor,
      action: 'member.relieved_recovery_administrator',
      subject: { kind: 'member', id, name: member.name },
    });
  }

  /** @throws NoRecoveryAdministrator when the organization has none */
  async refuseNone(tx: EntityManager, organizationId: string): Promise<void> {
    const [found] = await runStatement(tx, FIND_RECOVERY_ADMINISTRATOR, [organizationId]);
    if (!found) throw new NoRecoveryAdministrator();
  }

  private async refuseUnknown(tx: EntityManager, organizationId: string, id: string): Promise<void> {
    const found = await runStatement(tx, LOCK_MEMBER, [organizationId, id]);
    if (found.length === 0) throw new MemberNotFound();
  }
}

const MOST_CANDIDATES = 100;
