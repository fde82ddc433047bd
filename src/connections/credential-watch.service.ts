import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AdministratorLetters } from '../alerts/administrator-letters.service.js';
import { Rounds } from '../alerts/rounds.js';
import { Settings } from '../config/settings.js';
import { runStatement } from '../database/statement.js';
import { Transactions } from '../database/transactions.js';
import { CREDENTIAL_LETTER } from './credential-letter.js';
import { TAKE_NOTICES, TAKE_WATCH } from './credential-watch.statements.js';

/** A credential whose Administrators have just been written to, as they will be once more when fewer days are left. */
export interface CredentialNotice {
  readonly organizationId: string;
  readonly connectionId: string;
  readonly connectionName: string;
  readonly kind: 'token' | 'secret';
  /** Of the token, or of the client whose secret it is. */
  readonly label: string;
  readonly expiresAt: Date;
  /** The round number of days of which this is the notice: 30, 7 or 1. */
  readonly days: number;
}

/**
 * Writes to Administrators before tokens and client secrets end: 30, 7 and 1 days before, once each, however many processes
 * there are. Nobody is written to about what was replaced, nor about days that the credential never had.
 */
@Injectable()
export class CredentialWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly rounds = new Rounds(() => this.look(), new Logger(CredentialWatch.name));

  constructor(
    private readonly transactions: Transactions,
    private readonly letters: AdministratorLetters,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start(this.settings.watchSeconds);
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.stop();
  }

  /**
   * Letters and notes of them are written together, or neither. A process without a mail server leaves them to others.
   * @returns what was written about; nothing while another process looks
   */
  async look(): Promise<readonly CredentialNotice[]> {
    if (!this.letters.canSend) return [];
    return this.transactions.run(async (tx) => {
      const [watch] = await runStatement<{ taken: boolean }>(tx, TAKE_WATCH, []);
      if (!watch?.taken) return [];
      const notices = await runStatement<CredentialNotice & Record<string, unknown>>(tx, TAKE_NOTICES, []);
      for (const notice of notices) await this.tell(tx, notice);
      return notices;
    });
  }

  private tell(tx: EntityManager, notice: CredentialNotice): Promise<void> {
    const { organizationId, connectionId } = notice;
    const url = `${this.settings.publicUrl}/settings/identity/provisioning/${connectionId}/credentials`;
    const values = (organization: string) => ({ ...notice, organization, url });
    return this.letters.queue(tx, organizationId, { template: CREDENTIAL_LETTER, values });
  }
}
