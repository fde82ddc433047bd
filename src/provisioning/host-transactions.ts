import { Injectable } from '@nestjs/common';
import { Transactions } from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { Transactions as HostsTransactions } from '../database/transactions.js';

/** SCIM's transactions are the monolith's. */
@Injectable()
export class HostTransactions extends Transactions<EntityManager> {
  constructor(private readonly transactions: HostsTransactions) {
    super();
  }

  run<Result>(work: (tx: EntityManager) => Promise<Result>): Promise<Result> {
    return this.transactions.run(work);
  }

  get single(): EntityManager {
    return this.transactions.single;
  }
}
