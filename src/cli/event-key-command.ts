import { Command } from 'commander';
import { EventKeys } from '../events/streams/event-keys.service.js';
import { inTransaction } from './in-transaction.js';
import { type PrintOptions, printRows } from './print.js';
import { readWholeNumber } from './read-option.js';

/** `ruleforge event-key …` */
export const eventKeyCommand = () =>
  new Command('event-key')
    .description('Keys that sign the security event tokens of all organizations.')
    .addCommand(
      new Command('list')
        .description('Prints id, since or from when it signs, and when it is retired, newest first.')
        .option('--json', 'print JSON')
        .action(list),
    )
    .addCommand(
      new Command('rotate')
        .description('Publishes another key, which signs when receivers have had time to see it.')
        .option('--overlap-hours <hours>', 'how much time', readWholeNumber, 1)
        .action(rotate),
    );

async function list(options: PrintOptions): Promise<void> {
  const keys = await inTransaction((tx, application) => application.get(EventKeys).list(tx));
  const rows = keys.map(({ id, signsFrom, retiredAt }) => ({
    ...{ id, signsFrom: signsFrom.toISOString(), retiredAt: retiredAt?.toISOString() ?? null },
  }));
  printRows(rows, ['id', 'signsFrom', 'retiredAt'], options);
}

const rotate = ({ overlapHours }: { readonly overlapHours: number }) =>
  inTransaction((tx, application) => application.get(EventKeys).rotate(tx, overlapHours));
