import { pipeline, Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Offboarding } from '../../offboarding/offboarding.js';

/** Rows as CSV (RFC 4180), while they are read. What a spreadsheet would take for a formula is made text. */
export function toCsv(rows: AsyncIterable<Offboarding>): Readable {
  const csv = stringify({ header: true, columns: COLUMNS, bom: true, escape_formulas: true, cast: CAST });
  // Whoever reads the CSV sees the error too: the download breaks off.
  pipeline(Readable.from(rows), csv, () => undefined);
  return csv;
}

const CAST = { date: (date: Date) => date.toISOString() };

const COLUMNS: readonly { readonly key: keyof Offboarding; readonly header: string }[] = [
  { key: 'name', header: 'name' },
  { key: 'userName', header: 'user_name' },
  { key: 'email', header: 'email' },
  { key: 'memberId', header: 'member_id' },
  { key: 'kind', header: 'what' },
  { key: 'actorKind', header: 'asked_by_kind' },
  { key: 'actorName', header: 'asked_by' },
  { key: 'askedAt', header: 'asked_at' },
  { key: 'cutAt', header: 'access_cut_at' },
  { key: 'sessions', header: 'sessions_ended' },
  { key: 'apiKeys', header: 'api_keys_revoked' },
  { key: 'invitations', header: 'invitations_withdrawn' },
  { key: 'requestId', header: 'request_id' },
  { key: 'undoneAt', header: 'undone_at' },
];
