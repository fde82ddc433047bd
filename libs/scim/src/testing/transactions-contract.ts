import type { Transactions } from '../ports/transactions.js';
import { type ContractCase, hold, holdSame } from './contract-case.js';
import { outcomeOf } from './refusal.js';

/** What the cases of `Transactions` need of the host that fills it. */
export interface TransactionsHost<Tx = unknown> {
  readonly transactions: Transactions<Tx>;
  /** Writes something to the database by `tx`, under a name that was not written before. */
  leaveMark(tx: Tx, name: string): Promise<void>;
  /** Whether `tx` sees what was written under that name. */
  hasMark(tx: Tx, name: string): Promise<boolean>;
}

/** What `Transactions` promises, a case for each promise. */
export const TRANSACTIONS_CONTRACT: readonly ContractCase<TransactionsHost>[] = [
  {
    name: 'run: resolves to what the work resolves to, and commits',
    async run(host) {
      const name = newName();
      const result = await host.transactions.run(async (tx) => {
        await host.leaveMark(tx, name);
        return 'done';
      });
      holdSame(result, 'done', 'Of the result');
      hold(await isThere(host, name), 'What resolved was not committed.');
    },
  },
  {
    name: 'run: leaves nothing when the work rejects, and rejects with the same',
    async run(host) {
      const name = newName();
      const reason = new Error('The work failed.');
      const outcome = await outcomeOf(() =>
        host.transactions.run(async (tx) => {
          await host.leaveMark(tx, name);
          throw reason;
        }),
      );
      hold(outcome.kind === 'rejected', 'What the work rejected with got lost.');
      hold(outcome.reason === reason, `Of the work’s own error became ${String(outcome.reason)}.`);
      hold(!(await isThere(host, name)), 'Work that rejected was committed.');
    },
  },
  {
    name: 'run: nobody else sees anything before the commit, and the work itself does',
    async run(host) {
      const name = newName();
      await host.transactions.run(async (tx) => {
        await host.leaveMark(tx, name);
        hold(await host.hasMark(tx, name), 'The work does not see what it wrote.');
        hold(!(await isThere(host, name)), 'Others see what is not committed.');
      });
    },
  },
  {
    name: 'run: transactions at the same time are each for themselves',
    async run(host) {
      const names = Array.from({ length: 4 }, newName);
      await Promise.all(
        names.map((name, index) =>
          outcomeOf(() =>
            host.transactions.run(async (tx) => {
              await host.leaveMark(tx, name);
              if (index % 2 === 1) throw new Error('Every other fails.');
            }),
          ),
        ),
      );
      const kept = await Promise.all(names.map((name) => isThere(host, name)));
      holdSame(kept, [true, false, true, false], 'Of what four transactions wrote, two of which failed');
    },
  },
  {
    name: 'single: each statement is committed by itself, whatever comes next',
    async run(host) {
      const name = newName();
      await outcomeOf(async () => {
        await host.leaveMark(host.transactions.single, name);
        throw new Error('Whatever came next failed.');
      });
      hold(await isThere(host, name), 'A statement by itself was not committed.');
    },
  },
];

const isThere = (host: TransactionsHost, name: string) => host.hasMark(host.transactions.single, name);

let written = 0;
const newName = () => `mark-${Date.now().toString(36)}-${(written += 1)}`;
