import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

export type ReadinessState = 'ready' | 'draining' | 'database unavailable';

/** Whether this process should be sent requests. */
@Injectable()
export class Readiness {
  private draining = false;

  constructor(private readonly dataSource: DataSource) {}

  get isDraining(): boolean {
    return this.draining;
  }

  /** From now on the process finishes what it has and wants nothing new. */
  drain(): void {
    this.draining = true;
  }

  /** Answers within two seconds, whatever the database does. */
  async check(): Promise<ReadinessState> {
    if (this.draining) return 'draining';
    const answers = this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return (await Promise.race([answers, sleep(2_000, false, { ref: false })])) ? 'ready' : 'database unavailable';
  }
}
