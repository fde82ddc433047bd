import { Injectable } from '@nestjs/common';
import { AuditTrail, type ConnectionEvent } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';

/** What happens to connections and their tokens stands in the table `audit`, beside what happens to people. */
@Injectable()
export class Audit extends AuditTrail<EntityManager> {
  record(tx: EntityManager, { organizationId, ...event }: ConnectionEvent): Promise<void> {
    return writeEntry(tx, organizationId, event);
  }
}

/** One entry, in the transaction of what it tells. */
export async function writeEntry(tx: EntityManager, organizationId: string, entry: object): Promise<void> {
  await tx.query('INSERT INTO audit (organization_id, entry) VALUES ($1, $2)', [organizationId, entry]);
}
