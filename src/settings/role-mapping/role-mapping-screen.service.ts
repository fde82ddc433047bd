import { Injectable } from '@nestjs/common';
import type { Actor } from '../../audit/actor.js';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import { ProjectsService } from '../../projects/projects.service.js';
import { findNearMisses } from '../../provisioning/roles/role-mapping-list.js';
import { RoleMappingsService } from '../../provisioning/roles/role-mappings.service.js';
import type { RolePreview } from '../../provisioning/roles/role-preview.js';
import { ProvisioningScreenService } from '../provisioning/provisioning-screen.service.js';
import { type Draft, toDraft, toRules } from './draft.js';
import type { EditorPage, ProjectChoice } from './editor-page.js';
import type { PreviewPage } from './preview-page.js';
import type { RoleMappingForm, TypedGroup } from './role-mapping-form.js';
import { toEditorPage } from './to-editor-page.js';

/** Whose rules are meant: a connection's of the organization that the person acts in. */
export interface Place {
  readonly person: Person;
  readonly connectionId: string;
}

/** What the editor is drawn with; without a draft, the rules in force. */
export interface EditorWish {
  readonly draft?: Draft;
  readonly search: string;
  readonly typed: TypedGroup;
}

/** Reads *Role mapping* in a handful of statements, and hands decisions to the rules. */
@Injectable()
export class RoleMappingScreenService {
  constructor(
    private readonly transactions: Transactions,
    private readonly connections: ProvisioningScreenService,
    private readonly mappings: RoleMappingsService,
    private readonly projects: ProjectsService,
  ) {}

  /** @throws NotFoundException when the organization has no such connection; so do all others */
  async readEditor({ person, connectionId }: Place, { draft: edited, search, typed }: EditorWish): Promise<EditorPage> {
    const [tx, { organizationId }] = [this.transactions.single, person];
    const connection = await this.connections.get(person, connectionId);
    const [list, listed] = await Promise.all([
      this.mappings.list(tx, organizationId, connectionId, search),
      this.listProjects(person),
    ]);
    const mapped = list.mappings.flatMap(({ project }) => project ?? []);
    const projects = [...new Map([...listed, ...mapped].map((project) => [project.id, project])).values()];
    const draft = edited ?? toDraft(list);
    const awaited = draft.mappings.flatMap(({ group: { by, value } }) => (by === 'name' ? [value] : []));
    const nearMisses = await findNearMisses(tx, { organizationId, connectionId }, awaited);
    return toEditorPage({ connection, list, draft, projects, nearMisses, search, typed });
  }

  /** By name; as many as a choice can show. */
  async listProjects({ organizationId }: Person): Promise<readonly ProjectChoice[]> {
    const { projects } = await this.projects.list(this.transactions.single, organizationId, { limit: MOST_PROJECTS });
    return projects.map(({ id, name }) => ({ id, name })).sort((one, other) => one.name.localeCompare(other.name));
  }

  /** @throws what `RoleMappingsService.preview` throws of the rules */
  async preview({ person, connectionId }: Place, draft: Draft): Promise<PreviewPage> {
    const connection = await this.connections.get(person, connectionId);
    const [preview, projects] = await Promise.all([
      this.mappings.preview(this.transactions.single, person.organizationId, connectionId, toRules(draft)),
      this.listProjects(person),
    ]);
    return { connection, draft, preview, projects };
  }

  /** @throws what `RoleMappingsService.apply` throws */
  async apply(
    { person, connectionId }: Place,
    { draft, token, confirmAdministrator }: RoleMappingForm,
    actor: Actor,
  ): Promise<RolePreview> {
    await this.connections.get(person, connectionId);
    const decision = { token, confirmAdministrator };
    return this.transactions.run((tx) =>
      this.mappings.apply(tx, person.organizationId, connectionId, toRules(draft), decision, actor),
    );
  }
}

const MOST_PROJECTS = 500;
