import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type AuditActor, ConnectionsService, TokensService } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings.js';
import { ManualMembersService } from '../members/manual-members.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { type ScimAccess, scimBaseUrl } from './scim-access.js';

export interface Founding {
  readonly name: string;
  readonly adminEmail: string;
  /** Unlimited when absent. */
  readonly seats?: number;
}

/** An organization as its founder gets it. The secrets in it are seen this once. */
export interface FoundedOrganization {
  readonly organizationId: string;
  readonly admin: { readonly email: string; readonly password: string };
  readonly scim: ScimAccess;
}

/** Founds organizations that are ready for a directory: a recovery administrator, an active connection, a token. */
@Injectable()
export class OrganizationFounder {
  constructor(
    private readonly settings: Settings,
    private readonly organizations: OrganizationsService,
    private readonly members: ManualMembersService,
    private readonly connections: ConnectionsService,
    private readonly tokens: TokensService,
  ) {}

  /**
   * For operators: an account that the address already has gets the new password.
   * @throws InvalidAddress when the address is none
   */
  async found(
    tx: EntityManager,
    { name, adminEmail, seats }: Founding,
    actor: AuditActor,
  ): Promise<FoundedOrganization> {
    const organization = await this.organizations.create(tx, { name, seats }, actor);
    const admin = { email: adminEmail, password: randomBytes(18).toString('base64url') };
    const credentials = { ...admin, name: 'Recovery administrator' };
    await this.members.createRecoveryAdministrator(tx, organization.id, credentials, actor);
    const wish = { organizationId: organization.id, name: 'Directory', state: 'active' } as const;
    const connection = await this.connections.create(tx, wish, actor);
    const { token } = await this.tokens.issue(tx, connection, { label: 'First token' }, actor);
    const scim = { connectionId: connection.id, baseUrl: scimBaseUrl(this.settings, connection.id), token };
    return { organizationId: organization.id, admin, scim };
  }
}
