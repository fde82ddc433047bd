import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ActivityHistory } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { Settings } from '../config/settings.js';
import { runStatement } from '../database/statement.js';
import { Transactions } from '../database/transactions.js';
import { MailService } from '../mail/mail.service.js';
import { addressKey } from '../users/address-key.js';
import { toLanguage } from '../web/language.js';
import { MASS_DEACTIVATION_LETTER } from './mass-deactivation-letter.js';
import { JOIN_OPEN, LIST_ADMINISTRATORS, RAISE, TAKE_WATCH } from './mass-deactivations.statements.js';

/** An alert that was just raised. */
export interface RaisedAlert {
  readonly organizationId: string;
  readonly id: string;
  readonly connectionId: string;
  readonly connectionName: string;
  readonly people: number;
}

interface Administrator extends Record<string, unknown> {
  readonly email: string;
  readonly locale: string;
  readonly organization: string;
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
    private readonly mail: MailService,
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
      const limits = [massDeactivationPeople, massDeactivationPercent];
      const raised = await runStatement<RaisedAlert & Record<string, unknown>>(tx, RAISE, limits);
      for (const alert of raised) await this.tell(tx, alert);
      return raised;
    });
  }

  /** Mails every active Administrator whose address can be mailed to. */
  private async tell(tx: EntityManager, { organizationId, connectionId, connectionName, id, people }: RaisedAlert) {
    const path = `/settings/identity/provisioning/${connectionId}/mass-deactivations/${id}`;
    const url = `${this.settings.publicUrl}${path}`;
    const administrators = await runStatement<Administrator>(tx, LIST_ADMINISTRATORS, [organizationId]);
    for (const { email, locale, organization } of administrators) {
      if (addressKey(email) === undefined) continue;
      const values = { organization, connection: connectionName, people, url };
      const language = toLanguage(locale);
      await this.mail.queue(tx, { to: email, language, template: MASS_DEACTIVATION_LETTER, values, about: id });
    }
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
