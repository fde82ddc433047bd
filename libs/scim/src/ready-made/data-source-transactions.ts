import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Transactions } from '../ports/transactions.js';

const MOST_ATTEMPTS = 3;

/** SQLSTATEs after which the same work may well succeed: serialization failure, deadlock. */
const WORTH_REPEATING: ReadonlySet<unknown> = new Set(['40001', '40P01']);

/** Transactions of the application's own TypeORM data source: for hosts that have no place of their own where they start. */
@Injectable()
export class DataSourceTransactions extends Transactions<EntityManager> {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  async run<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.dataSource.transaction(work);
      } catch (error) {
        if (attempt === MOST_ATTEMPTS || !isWorthRepeating(error)) throw error;
      }
    }
  }

  get single(): EntityManager {
    return this.dataSource.manager;
  }
}

const isWorthRepeating = (error: unknown) =>
  error instanceof Error && 'code' in error && WORTH_REPEATING.has(error.code);
