import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ActivityHistory } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { AdministratorLetters } from '../alerts/administrator-letters.service.js';
import { Rounds } from '../alerts/rounds.js';
import { Settings } from '../config/settings.js';
import { runStatement } from '../database/statement.js';
import { Transactions } from '../database/transactions.js';
import { MASS_DEACTIVATION_LETTER } from './mass-deactivation-letter.js';
import { JOIN_OPEN, RAISE, TAKE_WATCH } from './mass-deactivations.statements.js';

/** An alert that was just raised. */
export interface RaisedAlert {
  readonly organizationId: string;
  readonly id: string;
  readonly connectionId: string;
  readonly connectionName: string;
  readonly people: number;
}

/**
 * Looks now and then whether a directory deactivated many within an hour, beside the requests, which never wait for it;
 * and clears away what was kept long enough. Any number of processes may watch: one does at a time.
 */
@Injectable()
export class MassDeactivationWatch implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(MassDeactivationWatch.name);
  private readonly rounds = new Rounds(() => this.lookAndClear(), this.logger);

  constructor(
    private readonly transactions: Transactions,
    private readonly history: ActivityHistory,
    private readonly letters: AdministratorLetters,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.rounds.start(this.settings.watchSeconds);
  }

  onModuleDestroy(): Promise<void> {
    return this.rounds.stop();
  }

  /** @returns the alerts that were raised; none while another process looks */
  look(): Promise<readonly RaisedAlert[]> {
    return this.transactions.run(async (tx) => {
      const [watch] = await runStatement<{ taken: boolean }>(tx, TAKE_WATCH, []);
      if (!watch?.taken) return [];
      await runStatement(tx, JOIN_OPEN, []);
      const { massDeactivationPeople, massDeactivationPercent } = this.settings;
      const limits = [massDeactivationPeople, massDeactivationPercent];
      const raised = await runStatement<RaisedAlert & Record<string, unknown>>(tx, RAISE, limits);
      for (const alert of raised) await this.tell(tx, alert);
      return raised;
    });
  }

  private tell(tx: EntityManager, { organizationId, connectionId, connectionName, id, people }: RaisedAlert) {
    const path = `/settings/identity/provisioning/${connectionId}/mass-deactivations/${id}`;
    const url = `${this.settings.publicUrl}${path}`;
    const values = (organization: string) => ({ organization, connection: connectionName, people, url });
    return this.letters.queue(tx, organizationId, { template: MASS_DEACTIVATION_LETTER, values, about: id });
  }

  private async lookAndClear(): Promise<void> {
    for (const { connectionName, people } of await this.look()) {
      this.logger.warn(`Connection ${connectionName} deactivated ${people} people within an hour.`);
    }
    await this.history.dropExpired(this.transactions.single);
  }
}
