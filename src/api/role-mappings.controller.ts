import { Body, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import type { Actor } from '../audit/actor.js';
import { Transactions } from '../database/transactions.js';
import type { IdentifiedPerson } from '../identity/people.service.js';
import type { RoleMappingList } from '../provisioning/roles/role-mapping-list.js';
import { RoleMappingsService } from '../provisioning/roles/role-mappings.service.js';
import type { RolePreview } from '../provisioning/roles/role-preview.js';
import { RoleRules } from '../provisioning/roles/role-rules.js';
import { CurrentActor, CurrentPerson, RequirePermission } from './access.decorators.js';
import { ProductController } from './product-controller.decorator.js';
import { ApplyRoleRulesDto, ListRoleMappingsDto } from './role-mappings.dto.js';

/** What the groups of a connection mean. */
@RequirePermission('identity_provider:manage')
@ProductController('identity/connections/:connectionId/role-mappings')
export class RoleMappingsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly mappings: RoleMappingsService,
  ) {}

  @Get()
  list(
    @Param('connectionId') connectionId: string,
    @Query() { search }: ListRoleMappingsDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
  ): Promise<RoleMappingList> {
    return this.mappings.list(this.transactions.single, organizationId, connectionId, search);
  }

  /** Changes nothing. */
  @Post('preview')
  @HttpCode(200)
  preview(
    @Param('connectionId') connectionId: string,
    @Body() rules: RoleRules,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
  ): Promise<RolePreview> {
    return this.mappings.preview(this.transactions.single, organizationId, connectionId, rules);
  }

  /** Applies what a preview showed. */
  @Put()
  apply(
    @Param('connectionId') connectionId: string,
    @Body() { token, confirmAdministrator, ...rules }: ApplyRoleRulesDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<RolePreview> {
    const decision = { token, confirmAdministrator };
    return this.transactions.run((tx) => this.mappings.apply(tx, organizationId, connectionId, rules, decision, actor));
  }
}
