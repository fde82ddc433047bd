import { Injectable, NotFoundException } from '@nestjs/common';
import { ConnectionsService } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../audit/actor.js';
import { Transactions } from '../../database/transactions.js';
import { ManualMembersService } from '../../members/manual-members.service.js';
import { findMemberDetails } from '../../members/member-details.js';
import { MemberNotFound } from '../../members/member-errors.js';
import { MembersService } from '../../members/members.service.js';
import type { Person } from '../../members/person.js';
import { RecoveryAdministratorsService } from '../../members/recovery-administrators.service.js';
import type { NameForm, NewMemberForm, RoleForm } from './member-forms.js';
import type { Cut, MemberPage } from './member-page.js';

/** Reads one member's page in four statements, and hands decisions to the rules: each in one transaction. */
@Injectable()
export class MemberScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: MembersService,
    private readonly manualMembers: ManualMembersService,
    private readonly recovery: RecoveryAdministratorsService,
    private readonly connections: ConnectionsService,
  ) {}

  /** @throws NotFoundException, also when the member is another organization's */
  async read({ organizationId, memberId }: Person, id: string): Promise<MemberPage> {
    const tx = this.transactions.single;
    const [member, details, standing, connections] = await Promise.all([
      this.members.find(tx, organizationId, id),
      findMemberDetails(tx, organizationId, id),
      this.recovery.findStanding(tx, organizationId, id),
      this.connections.list(tx, organizationId),
    ]);
    if (!member || !details) throw new NotFoundException();
    const { connectionId } = member;
    const manager = connections.find((connection) => connection.id === connectionId);
    const syncedBy = manager?.name ?? connectionId ?? undefined;
    return { member, details, standing, syncedBy, isViewer: id === memberId };
  }

  /** @throws what `ManualMembersService.create` throws */
  create(person: Person, form: NewMemberForm, actor: Actor): Promise<string> {
    return this.write((tx) => this.manualMembers.create(tx, person.organizationId, form, actor));
  }

  /** @throws NotFoundException, and what `MembersService.changeRole` throws */
  changeRole({ organizationId }: Person, id: string, { role }: RoleForm, actor: Actor): Promise<void> {
    return this.write((tx) => this.members.changeRole(tx, organizationId, id, role, actor));
  }

  /** @throws NotFoundException, and what `ManualMembersService.rename` throws */
  rename({ organizationId }: Person, id: string, { name }: NameForm, actor: Actor): Promise<void> {
    return this.write((tx) => this.manualMembers.rename(tx, organizationId, id, name, actor));
  }

  /** @throws NotFoundException, and what `MembersService.reactivate` throws */
  reactivate({ organizationId }: Person, id: string, actor: Actor): Promise<void> {
    return this.write((tx) => this.members.reactivate(tx, organizationId, id, actor));
  }

  /** @throws what the verb of `RecoveryAdministratorsService` throws */
  stand({ organizationId }: Person, id: string, act: 'name' | 'relieve', actor: Actor): Promise<void> {
    return this.write((tx) => this.recovery[act](tx, organizationId, id, actor));
  }

  /** @throws NotFoundException, and what the verb of `MembersService` throws */
  cut({ organizationId }: Person, id: string, cut: Cut, actor: Actor): Promise<void> {
    return this.write((tx) => this.members[cut](tx, organizationId, id, actor));
  }

  private async write<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.transactions.run(work).catch((error: unknown) => {
      throw error instanceof MemberNotFound ? new NotFoundException() : error;
    });
  }
}
