import type { AuditQuery } from './audit-query.js';

export const AUDIT_PATH = '/governance/audit';
export const AUDIT_EXPORT_PATH = `${AUDIT_PATH}/export`;

/** What a query holds besides the place in the list, by the names of the form's fields. */
export const fieldsOf = ({ text, entity, period, from, to }: AuditQuery): readonly (readonly [string, string])[] =>
  Object.entries({ text, entity, period, from, to }).filter((entry): entry is [string, string] => !!entry[1]);

/** The address of the screen with the same filters, at another place in the list. */
export function toAuditPath(query: AuditQuery, before?: string): string {
  const given = [...fieldsOf(query), ...(before === undefined ? [] : [['before', before] as const])];
  return toPath(given);
}

/** The address at which a search that had stopped goes on, after it `found` so many. */
export const toRestPath = (query: AuditQuery, before: string, found: number): string =>
  toPath([...fieldsOf(query), ['before', before], ['found', String(found)]]);

const toPath = (given: readonly (readonly [string, string])[]) =>
  `${AUDIT_PATH}?${new URLSearchParams(given.map(([name, value]) => [name, value])).toString()}`;
