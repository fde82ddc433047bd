import { Injectable, NotFoundException } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../audit/actor.js';
import { Transactions } from '../../database/transactions.js';
import { MemberNotFound } from '../../members/member-errors.js';
import { MembersService } from '../../members/members.service.js';
import type { Person } from '../../members/person.js';
import { ProjectNotFound } from '../../projects/project-errors.js';
import { ProjectsService } from '../../projects/projects.service.js';
import type { ProjectMemberForm, ProjectQuery } from './project-forms.js';
import type { ProjectPage, ProjectsPage } from './project-page.js';

const PAGE_SIZE = 50;
const CANDIDATES = 8;

/** Reads *Settings → Projects* in a handful of statements, and hands decisions to the rules: each in one transaction. */
@Injectable()
export class ProjectsScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly projects: ProjectsService,
    private readonly members: MembersService,
  ) {}

  async list({ organizationId }: Person, { after }: ProjectQuery): Promise<ProjectsPage> {
    const page = { limit: PAGE_SIZE, ...(after === undefined ? {} : { after }) };
    const { projects, next } = await this.projects.list(this.transactions.single, organizationId, page);
    return { projects, next };
  }

  /** @throws NotFoundException, also when the project is another organization's; so do all others */
  async read({ organizationId }: Person, id: string, { search = '', after }: ProjectQuery): Promise<ProjectPage> {
    const tx = this.transactions.single;
    const page = { limit: PAGE_SIZE, ...(after === undefined ? {} : { after }) };
    const [project, list, found] = await Promise.all([
      this.projects.get(tx, organizationId, id),
      this.projects.listMembers(tx, organizationId, id, page),
      search.trim() === ''
        ? undefined
        : this.members.list(tx, organizationId, { text: search, active: true, limit: CANDIDATES }),
    ]).catch(nobodys);
    const candidates = (found?.members ?? []).filter(({ recovery }) => !recovery);
    return { project, members: list.members, next: list.next, search, candidates };
  }

  /** @throws what `ProjectsService.create` throws */
  async create({ organizationId }: Person, name: string, actor: Actor): Promise<string> {
    const project = await this.write((tx) => this.projects.create(tx, organizationId, name, actor));
    return project.id;
  }

  /** @throws what `ProjectsService.rename` throws */
  rename({ organizationId }: Person, id: string, name: string, actor: Actor): Promise<void> {
    return this.write((tx) => this.projects.rename(tx, organizationId, id, name, actor));
  }

  /** @throws what `ProjectsService.addMember` throws */
  add({ organizationId }: Person, id: string, form: ProjectMemberForm, actor: Actor): Promise<void> {
    return this.write((tx) => this.projects.addMember(tx, organizationId, id, form, actor));
  }

  /** @throws what `ProjectsService.removeMember` throws */
  remove({ organizationId }: Person, id: string, memberId: string, actor: Actor): Promise<void> {
    return this.write((tx) => this.projects.removeMember(tx, organizationId, id, memberId, actor));
  }

  private write<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.transactions.run(work).catch(nobodys);
  }
}

function nobodys(error: unknown): never {
  throw error instanceof ProjectNotFound || error instanceof MemberNotFound ? new NotFoundException() : error;
}
