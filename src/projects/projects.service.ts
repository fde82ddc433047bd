import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { runStatement } from '../database/statement.js';
import { violatedConstraint } from '../database/violated-constraint.js';
import { MembersService } from '../members/members.service.js';
import type { Project, ProjectList, ProjectMember, ProjectMemberList, RoleInProject } from './project.js';
import { ProjectNameTaken, ProjectNotFound } from './project-errors.js';
import { projectNameKey } from './project-name-key.js';
import {
  FIND_PROJECT,
  FIND_ROLE_BY_HAND,
  INSERT_PROJECT,
  LIST_PROJECT_MEMBERS,
  LIST_PROJECTS,
  LOCK_PROJECT,
  RENAME_PROJECT,
  SET_ROLE_BY_HAND,
} from './projects.statements.js';

interface Page {
  readonly limit: number;
  /** The cursor at which the page before ended. */
  readonly after?: string;
}

/** Projects of organizations, and who has a role in them. Writes need a transaction of `Transactions.run`. */
@Injectable()
export class ProjectsService {
  constructor(
    private readonly members: MembersService,
    private readonly audit: AuditService,
  ) {}

  /** @throws InvalidProjectName, ProjectNameTaken */
  async create(tx: EntityManager, organizationId: string, wish: string, actor: Actor): Promise<Project> {
    const [name, key] = [wish.trim(), projectNameKey(wish)];
    const project = { organizationId, id: v7(), name, createdAt: new Date() };
    await runStatement(tx, INSERT_PROJECT, [organizationId, project.id, name, key, project.createdAt]).catch(
      refuseTaken,
    );
    await this.record(tx, project, actor, 'project.created');
    return project;
  }

  /** @throws InvalidProjectName, ProjectNotFound, ProjectNameTaken */
  async rename(tx: EntityManager, organizationId: string, id: string, wish: string, actor: Actor): Promise<void> {
    const [name, key] = [wish.trim(), projectNameKey(wish)];
    const project = await this.lock(tx, organizationId, id);
    if (project.name === name) return;
    await runStatement(tx, RENAME_PROJECT, [organizationId, id, name, key]).catch(refuseTaken);
    await this.record(tx, { ...project, name }, actor, 'project.renamed', { name: { from: project.name, to: name } });
  }

  async find(tx: EntityManager, organizationId: string, id: string): Promise<Project | undefined> {
    const [project] = await runStatement<Project & Record<string, unknown>>(tx, FIND_PROJECT, [organizationId, id]);
    return project;
  }

  /** @throws ProjectNotFound */
  async get(tx: EntityManager, organizationId: string, id: string): Promise<Project> {
    const project = await this.find(tx, organizationId, id);
    if (!project) throw new ProjectNotFound();
    return project;
  }

  /** Oldest first. */
  async list(tx: EntityManager, organizationId: string, { limit, after }: Page): Promise<ProjectList> {
    const values = [organizationId, after ?? null, limit + 1];
    const found = await runStatement<Project & Record<string, unknown>>(tx, LIST_PROJECTS, values);
    const projects = found.slice(0, limit);
    const next = found.length > limit ? projects.at(-1)?.id : undefined;
    return { projects, ...(next === undefined ? {} : { next }) };
  }

  /**
   * Whoever has a role in the project and is not removed, a row for each way to have one: `limit` counts members.
   * @throws ProjectNotFound
   */
  async listMembers(
    tx: EntityManager,
    organizationId: string,
    id: string,
    { limit, after }: Page,
  ): Promise<ProjectMemberList> {
    await this.get(tx, organizationId, id);
    const values = [organizationId, id, after ?? null, limit + 1];
    const rows = await runStatement<ProjectMember & Record<string, unknown>>(tx, LIST_PROJECT_MEMBERS, values);
    const ids = [...new Set(rows.map((row) => row.id))];
    const page = new Set(ids.slice(0, limit));
    const next = ids.length > limit ? ids[limit - 1] : undefined;
    return { members: rows.filter((row) => page.has(row.id)), ...(next === undefined ? {} : { next }) };
  }

  /**
   * Gives a member one role in the project by hand, in place of the one that somebody gave before.
   * @throws ProjectNotFound, MemberNotFound, RecoveryAdministratorProtected
   */
  async addMember(
    tx: EntityManager,
    organizationId: string,
    id: string,
    { memberId, role }: { readonly memberId: string; readonly role: RoleInProject },
    actor: Actor,
  ): Promise<void> {
    await this.setRoleByHand(tx, { organizationId, id, memberId, role }, actor);
  }

  /**
   * Takes the role away that somebody gave by hand; what groups give stays.
   * @throws ProjectNotFound, MemberNotFound, RecoveryAdministratorProtected
   */
  async removeMember(
    tx: EntityManager,
    organizationId: string,
    id: string,
    memberId: string,
    actor: Actor,
  ): Promise<void> {
    await this.setRoleByHand(tx, { organizationId, id, memberId, role: null }, actor);
  }

  private async setRoleByHand(
    tx: EntityManager,
    { organizationId, id, memberId, role }: RoleByHand,
    actor: Actor,
  ): Promise<void> {
    const project = await this.get(tx, organizationId, id);
    const member = await this.members.lockOrdinary(tx, organizationId, memberId);
    const [held] = await runStatement<{ role: RoleInProject }>(tx, FIND_ROLE_BY_HAND, [organizationId, id, memberId]);
    const before = held?.role ?? null;
    if (before === role) return;
    await runStatement(tx, SET_ROLE_BY_HAND, [organizationId, id, memberId, role]);
    await this.audit.record(tx, {
      organizationId,
      actor,
      action: 'member.project_roles_changed',
      subject: { kind: 'member', id: memberId, name: member.name },
      details: { project: { id, name: project.name }, role: { from: before, to: role }, reason: 'manual' },
    });
  }

  private async lock(tx: EntityManager, organizationId: string, id: string): Promise<Project> {
    const [project] = await runStatement<Project & Record<string, unknown>>(tx, LOCK_PROJECT, [organizationId, id]);
    if (!project) throw new ProjectNotFound();
    return project;
  }

  private record(
    tx: EntityManager,
    { organizationId, id, name }: Project,
    actor: Actor,
    action: 'project.created' | 'project.renamed',
    details: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    return this.audit.record(tx, { organizationId, actor, action, subject: { kind: 'project', id, name }, details });
  }
}

interface RoleByHand {
  readonly organizationId: string;
  readonly id: string;
  readonly memberId: string;
  readonly role: RoleInProject | null;
}

function refuseTaken(error: unknown): never {
  throw violatedConstraint(error) === 'projects_name_key' ? new ProjectNameTaken(error) : error;
}
