import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runStatement } from '../database/statement.js';
import { LIST_WARNINGS } from './credential-warnings.statements.js';

/** A token or a client secret that somebody has to see to. */
export interface CredentialWarning {
  readonly connectionId: string;
  readonly connectionName: string;
  readonly label: string;
  readonly expiresAt: Date;
  /** `expires` within 30 days; `still-used` although it was replaced; `expired` in the last 30 days. */
  readonly kind: 'expires' | 'expired' | 'still-used';
}

/** Tells which credentials will let a directory down. */
@Injectable()
export class CredentialWarningsService {
  /** Of all connections of the organization, soonest first. */
  list(tx: EntityManager, organizationId: string): Promise<CredentialWarning[]> {
    return runStatement<CredentialWarning & Record<string, unknown>>(tx, LIST_WARNINGS, [organizationId]);
  }
}
