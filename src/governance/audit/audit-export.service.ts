import { pipeline, Readable } from 'node:stream';
import { ForbiddenException, Injectable } from '@nestjs/common';
import { stringify } from 'csv-stringify';
import type { Actor } from '../../audit/actor.js';
import type { AuditEntry } from '../../audit/audit-entry.entity.js';
import type { AuditCriteria } from '../../audit/audit-criteria.js';
import { AuditService } from '../../audit/audit.service.js';
import { Transactions } from '../../database/transactions.js';
import type { Person } from '../../members/person.js';
import type { AuditExportForm, AuditQuery, Format } from './audit-query.js';
import { toAuditCriteria } from './to-audit-criteria.js';

/** Entries in the order of the screen, read while they are sent: the log may be longer than memory. */
@Injectable()
export class AuditExportService {
  constructor(
    private readonly transactions: Transactions,
    private readonly audit: AuditService,
  ) {}

  /**
   * That somebody takes the log away is an entry of it, and written first.
   * @param mayStill asked before each portion: an export under way ends with the access of who asked for it
   */
  async export(
    person: Person,
    { format, ...query }: AuditExportForm,
    actor: Actor,
    mayStill: () => Promise<boolean>,
  ): Promise<Readable> {
    const criteria = toAuditCriteria(person.organizationId, { ...query, before: undefined }, new Date());
    await this.record(person, format, query, actor);
    return WRITERS[format](this.entries(criteria, mayStill));
  }

  private async *entries(criteria: AuditCriteria, mayStill: () => Promise<boolean>): AsyncGenerator<AuditEntry> {
    let [before, goesOn]: [string | undefined, boolean] = [undefined, false];
    do {
      if (!(await mayStill())) throw new ForbiddenException();
      const from: AuditCriteria = { ...criteria, before, goesOn };
      const { entries, next, lookedTo } = await this.transactions.run((tx) => this.audit.search(tx, from, PORTION));
      yield* entries;
      // Words that had to be looked for once have to be looked for to the end.
      goesOn ||= lookedTo !== undefined;
      before = next ?? lookedTo?.id;
    } while (before !== undefined);
  }

  private async record(
    { organizationId, organizationName }: Person,
    format: Format,
    { text, entity, period, from, to }: AuditQuery,
    actor: Actor,
  ): Promise<void> {
    const subject = { kind: 'organization', id: organizationId, name: organizationName };
    const details = { format, text, entity, period, from, to };
    await this.transactions.run((tx) =>
      this.audit.record(tx, { organizationId, actor, action: 'audit.exported', subject, details }),
    );
  }
}

const PORTION = 1_000;

/** By the names of the columns, in their order. */
const toRecord = (entry: AuditEntry) => ({
  at: entry.at.toISOString(),
  action: entry.action,
  actor_kind: entry.actorKind,
  actor_id: entry.actorId,
  actor_name: entry.actorName,
  subject_kind: entry.subjectKind,
  subject_id: entry.subjectId,
  subject_name: entry.subjectName,
  details: entry.details,
  request_id: entry.requestId,
  id: entry.id,
});

const WRITERS: Readonly<Record<Format, (entries: AsyncGenerator<AuditEntry>) => Readable>> = {
  // Spreadsheets take a text that begins like a formula for one (OWASP, CSV injection), and need the mark to read UTF-8.
  csv: (entries) => {
    const records = Readable.from(csvRecords(entries));
    const options = { header: true, bom: true, escape_formulas: true, record_delimiter: 'windows' } as const;
    return pipeline(records, stringify(options), ignore);
  },
  json: (entries) => Readable.from(jsonPieces(entries), { objectMode: false }),
};

async function* csvRecords(entries: AsyncGenerator<AuditEntry>) {
  for await (const entry of entries) yield { ...toRecord(entry), details: JSON.stringify(entry.details) };
}

async function* jsonPieces(entries: AsyncGenerator<AuditEntry>) {
  let separator = '[\n';
  for await (const entry of entries) {
    yield `${separator}${JSON.stringify(toRecord(entry))}`;
    separator = ',\n';
  }
  yield separator === ',\n' ? '\n]\n' : '[]\n';
}

/** Both ends of a pipeline are destroyed with the error: who reads is told. */
const ignore = () => undefined;
