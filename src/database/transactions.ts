import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';

const MOST_ATTEMPTS = 3;

/** SQLSTATEs after which the same work may well succeed: serialization failure, deadlock. */
const WORTH_REPEATING: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/** The one place where a transaction starts. Whatever writes takes the `EntityManager` that it hands out. */
@Injectable()
export class Transactions {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction: all of it, or nothing. A deadlock is PostgreSQL's to resolve and ours to repeat, so
   * `work` may run up to three times and must have no effects but through `tx`.
   */
  async run<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(work);
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !isWorthRepeating(error)) throw error;
      }
    }
  }

  /** Each statement a transaction of its own: for reads, and for writes that are one statement. */
  get single(): EntityManager {
    return this.dataSource.manager;
  }
}

const isWorthRepeating = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && WORTH_REPEATING.has(error.code);
