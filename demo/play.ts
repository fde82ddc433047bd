import { type Company, type Happening, HAPPENINGS } from './company.js';
import type { Journal } from './journal.js';

/** Lets joiners, movers and leavers happen, by itself and on demand. */
export class Play {
  private timer: NodeJS.Timeout | undefined;
  private under = Promise.resolve();
  private next = 0;

  constructor(
    private readonly company: Company,
    private readonly journal: Journal,
    /** Seconds between two happenings. */
    private readonly every: number,
  ) {}

  get isPaused(): boolean {
    return this.timer === undefined;
  }

  resume(): void {
    this.timer ??= setInterval(() => void this.playNext(), this.every * 1_000);
  }

  pause(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  /** Never fails: what the service refuses is written down, as it would be at the provider. */
  async let(happening: Happening, personId?: string): Promise<void> {
    this.under = this.company.let(happening, personId).then(
      (sentence) => this.journal.write('news', sentence),
      (error: unknown) => this.journal.write('trouble', `RuleForge refused: ${(error as Error).message}`),
    );
    return this.under;
  }

  /** Nothing happens any more once this resolves. */
  async end(): Promise<void> {
    this.pause();
    await this.under;
  }

  private async playNext(): Promise<void> {
    const happening = HAPPENINGS[this.next++ % HAPPENINGS.length] ?? 'joiner';
    await this.let(happening);
  }
}
