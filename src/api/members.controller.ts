import { Body, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../audit/actor.js';
import { Transactions } from '../database/transactions.js';
import type { IdentifiedPerson } from '../identity/people.service.js';
import { ManualMembersService } from '../members/manual-members.service.js';
import type { MemberList } from '../members/list-members.js';
import { MembersService } from '../members/members.service.js';
import { CurrentActor, CurrentPerson, RequirePermission } from './access.decorators.js';
import { Id } from './id.decorator.js';
import { ChangeRoleDto, CreateMemberDto, ListMembersDto, RenameMemberDto } from './members.dto.js';
import { ProductController } from './product-controller.decorator.js';

/** Members of the person's organization. */
@ProductController('members')
export class MembersController {
  constructor(
    private readonly transactions: Transactions,
    private readonly members: MembersService,
    private readonly manualMembers: ManualMembersService,
  ) {}

  @Get()
  list(@Query() query: ListMembersDto, @CurrentPerson() { organizationId }: IdentifiedPerson): Promise<MemberList> {
    const { search, active, ...page } = query;
    return this.members.list(this.transactions.single, organizationId, {
      ...page,
      ...(search === undefined ? {} : { text: search }),
      ...(active === undefined ? {} : { active: active === 'true' }),
    });
  }

  /** "Create access manually". */
  @Post()
  @RequirePermission('member:manage')
  async create(
    @Body() body: CreateMemberDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<{ id: string }> {
    return { id: await this.transactions.run((tx) => this.manualMembers.create(tx, organizationId, body, actor)) };
  }

  @Post(':id/role')
  @HttpCode(204)
  @RequirePermission('member:manage')
  changeRole(
    @Id() id: string,
    @Body() { role }: ChangeRoleDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.transactions.run((tx) => this.members.changeRole(tx, organizationId, id, role, actor));
  }

  @Post(':id/name')
  @HttpCode(204)
  @RequirePermission('member:manage')
  rename(
    @Id() id: string,
    @Body() { name }: RenameMemberDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.transactions.run((tx) => this.manualMembers.rename(tx, organizationId, id, name, actor));
  }

  @Post(':id/deactivate')
  @HttpCode(204)
  @RequirePermission('member:manage')
  deactivate(
    @Id() id: string,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.transactions.run((tx) => this.members.deactivate(tx, organizationId, id, actor));
  }

  @Post(':id/reactivate')
  @HttpCode(204)
  @RequirePermission('member:manage')
  reactivate(
    @Id() id: string,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.transactions.run((tx) => this.members.reactivate(tx, organizationId, id, actor));
  }

  @Delete(':id')
  @HttpCode(204)
  @RequirePermission('member:manage')
  remove(
    @Id() id: string,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.transactions.run((tx) => this.members.remove(tx, organizationId, id, actor));
  }
}
