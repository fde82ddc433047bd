import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import type { Actor } from '../audit/actor.js';
import { AuditService } from '../audit/audit.service.js';
import { runStatement } from '../database/statement.js';
import { OrganizationNotFound } from './organization-errors.js';
import { Organization } from './organization.entity.js';
import { OPEN_COUNTS } from './organizations.statements.js';

export interface NewOrganization {
  readonly name: string;
  /** Unlimited when absent. */
  readonly seats?: number;
}

/** The tenants. */
@Injectable()
export class OrganizationsService {
  constructor(private readonly audit: AuditService) {}

  /** An organization without members. */
  async create(tx: EntityManager, { name, seats }: NewOrganization, actor: Actor): Promise<Organization> {
    const organization = tx.create(Organization, { id: v7(), name, seats: seats ?? null, createdAt: new Date() });
    await tx.insert(Organization, organization);
    await runStatement(tx, OPEN_COUNTS, [organization.id]);
    await this.audit.record(tx, {
      organizationId: organization.id,
      actor,
      action: 'organization.created',
      subject: { kind: 'organization', id: organization.id, name },
      details: { seats: organization.seats },
    });
    return organization;
  }

  find(tx: EntityManager, id: string): Promise<Organization | null> {
    return tx.findOneBy(Organization, { id });
  }

  /** @throws OrganizationNotFound */
  async get(tx: EntityManager, id: string): Promise<Organization> {
    const organization = await this.find(tx, id);
    if (!organization) throw new OrganizationNotFound();
    return organization;
  }

  /** Every organization, oldest first: for operators. */
  list(tx: EntityManager): Promise<Organization[]> {
    return tx.find(Organization, { order: { id: 'ASC' } });
  }
}
