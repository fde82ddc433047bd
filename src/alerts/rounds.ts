import type { Logger } from '@nestjs/common';

/** Does something now and then beside the requests, one time after the other. What fails is logged, and done next time. */
export class Rounds {
  private timer?: NodeJS.Timeout;
  private last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly work: () => Promise<unknown>,
    private readonly logger: Logger,
  ) {}

  /** The first time when the seconds are over; a process that has nothing else to do does not wait for it. */
  start(seconds: number): void {
    this.timer = setInterval(() => {
      this.last = this.last.then(this.work).catch((error: unknown) => this.logger.warn(error));
    }, seconds * 1_000).unref();
  }

  /** No more; returns when what is under way is done. */
  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.last;
  }
}
