import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ActivityHistory } from '@ruleforge/scim';
import { Settings } from '../config/settings.js';
import { runStatement } from '../database/statement.js';
import { Transactions } from '../database/transactions.js';
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
  private timer?: NodeJS.Timeout;
  private looking: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly transactions: Transactions,
    private readonly history: ActivityHistory,
    private readonly settings: Settings,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.lookInTurn(), this.settings.watchSeconds * 1_000).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  /** @returns the alerts that were raised; none while another process looks */
  look(): Promise<readonly RaisedAlert[]> {
    return this.transactions.run(async (tx) => {
      const [watch] = await runStatement<{ taken: boolean }>(tx, TAKE_WATCH, []);
      if (!watch?.taken) return [];
      await runStatement(tx, JOIN_OPEN, []);
      const { massDeactivationPeople, massDeactivationPercent } = this.settings;
      return runStatement<RaisedAlert & Record<string, unknown>>(tx, RAISE, [
        massDeactivationPeople,
        massDeactivationPercent,
      ]);
    });
  }

  private lookInTurn(): void {
    this.looking = this.looking.then(() => this.lookAndClear()).catch((error: unknown) => this.logger.warn(error));
  }

  private async lookAndClear(): Promise<void> {
    for (const { connectionName, people } of await this.look()) {
      this.logger.warn(`Connection ${connectionName} deactivated ${people} people within an hour.`);
    }
    await this.history.dropExpired(this.transactions.single);
  }
}
