import { setTimeout as sleep } from 'node:timers/promises';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { Settings } from '../config/settings.js';
import { runStatement } from '../database/statement.js';
import { Transactions } from '../database/transactions.js';
import { MailSender, MOST_AT_ONCE, type OutgoingMail } from './mail-sender.service.js';
import { MailService } from './mail.service.js';
import { CLAIM_MAILS, DELETE_MAIL, GIVE_MAIL_UP, POSTPONE_MAIL, PRUNE_MAILS } from './mails.statements.js';

const MOST_ATTEMPTS = 12;
const LONGEST_DELAY_SECONDS = 3_600;
/** What a process needs beyond the time limits of an attempt to write down what came of it. */
const LEASE_MARGIN_SECONDS = 30;
const GRACE_MS = 5_000;
const PRUNE_EVERY_MS = 600_000;
const KEPT_DAYS = 30;

interface ClaimedMail extends OutgoingMail, Record<string, unknown> {
  /** Which attempt it is, from 1. */
  readonly attempts: number;
}

/**
 * Sends what is queued, beside whatever else the process does, on any number of processes. No transaction is open while
 * a letter is on its way. A letter that a dying process took is sent by another one when the lease ends.
 */
@Injectable()
export class MailDispatcher implements BeforeApplicationShutdown {
  private readonly logger = new Logger(MailDispatcher.name);
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private prunedAt = performance.now();

  constructor(
    private readonly transactions: Transactions,
    private readonly mail: MailService,
    private readonly sender: MailSender,
    private readonly settings: Settings,
  ) {}

  /** For a process that serves; one that runs a command leaves the sending to those. */
  start(): void {
    if (this.mail.canSend) this.running = this.run();
  }

  /** Waits a moment for what is on its way; the rest is sent by whoever runs then. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await Promise.race([this.running, sleep(GRACE_MS, undefined, { ref: false })]);
    await this.sender.close();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const sent = await this.sendDue().catch((error: unknown) => {
        this.logger.warn('Mail cannot be sent just now.', error);
        return 0;
      });
      if (sent < MOST_AT_ONCE) {
        await sleep(this.settings.mailIntervalMs, undefined, { signal, ref: false }).catch(() => undefined);
      }
    }
  }

  /** @returns how many were due, as far as they are sent at once */
  private async sendDue(): Promise<number> {
    const tx = this.transactions.single;
    if (performance.now() - this.prunedAt > PRUNE_EVERY_MS) {
      this.prunedAt = performance.now();
      await runStatement(tx, PRUNE_MAILS, [KEPT_DAYS]);
    }
    // Connecting, the greeting, and two more silences.
    const lease = (4 * this.settings.mailTimeoutMs) / 1_000 + LEASE_MARGIN_SECONDS;
    const claimed = await runStatement<ClaimedMail>(tx, CLAIM_MAILS, [MOST_AT_ONCE, lease]);
    await Promise.all(claimed.map((mail) => this.attempt(mail)));
    return claimed.length;
  }

  private async attempt(mail: ClaimedMail): Promise<void> {
    const [tx, { id, attempts }] = [this.transactions.single, mail];
    const failure = await this.sender.send(mail);
    if (!failure) {
      await runStatement(tx, DELETE_MAIL, [id]);
    } else if (failure.final || attempts >= MOST_ATTEMPTS) {
      this.logger.warn(`Mail ${id} was given up: ${failure.reason}.`);
      await runStatement(tx, GIVE_MAIL_UP, [id, failure.reason]);
    } else {
      await runStatement(tx, POSTPONE_MAIL, [id, failure.reason, this.delayAfter(attempts)]);
    }
  }

  private delayAfter(attempts: number): number {
    return Math.min(this.settings.mailRetrySeconds * 2 ** (attempts - 1), LONGEST_DELAY_SECONDS);
  }
}
