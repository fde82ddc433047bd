import { Body, Delete, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { Actor } from '../audit/actor.js';
import { Transactions } from '../database/transactions.js';
import type { IdentifiedPerson } from '../identity/people.service.js';
import type { Project, ProjectList, ProjectMemberList } from '../projects/project.js';
import { ProjectsService } from '../projects/projects.service.js';
import { CurrentActor, CurrentPerson, RequirePermission } from './access.decorators.js';
import { Id } from './id.decorator.js';
import { ProductController } from './product-controller.decorator.js';
import { AddProjectMemberDto, ListProjectsDto, ProjectNameDto } from './projects.dto.js';

/** Projects of the person's organization, and who has a role in them. */
@ProductController('projects')
export class ProjectsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly projects: ProjectsService,
  ) {}

  @Get()
  list(@Query() page: ListProjectsDto, @CurrentPerson() { organizationId }: IdentifiedPerson): Promise<ProjectList> {
    return this.projects.list(this.transactions.single, organizationId, page);
  }

  @Post()
  @RequirePermission('member:manage')
  create(
    @Body() { name }: ProjectNameDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<Project> {
    return this.transactions.run((tx) => this.projects.create(tx, organizationId, name, actor));
  }

  @Post(':id/rename')
  @HttpCode(204)
  @RequirePermission('member:manage')
  rename(
    @Id() id: string,
    @Body() { name }: ProjectNameDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.transactions.run((tx) => this.projects.rename(tx, organizationId, id, name, actor));
  }

  @Get(':id/members')
  listMembers(
    @Id() id: string,
    @Query() page: ListProjectsDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
  ): Promise<ProjectMemberList> {
    return this.projects.listMembers(this.transactions.single, organizationId, id, page);
  }

  @Post(':id/members')
  @HttpCode(204)
  @RequirePermission('member:manage')
  addMember(
    @Id() id: string,
    @Body() body: AddProjectMemberDto,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.transactions.run((tx) => this.projects.addMember(tx, organizationId, id, body, actor));
  }

  /** Takes the role away that was given by hand. */
  @Delete(':id/members/:memberId')
  @HttpCode(204)
  @RequirePermission('member:manage')
  removeMember(
    @Id() id: string,
    @Id('memberId') memberId: string,
    @CurrentPerson() { organizationId }: IdentifiedPerson,
    @CurrentActor() actor: Actor,
  ): Promise<void> {
    return this.transactions.run((tx) => this.projects.removeMember(tx, organizationId, id, memberId, actor));
  }
}
