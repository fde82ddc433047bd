import type { EntityManager } from 'typeorm';
import { runStatement } from './prepared.js';

const MOST_NAMED = 100;
const names = new Map<string, string>();

/**
 * Runs SQL that was put together for a request. The first shapes that come get names, so that each connection plans
 * them once; the number of those is bounded, for a connection never forgets one.
 */
export function runQuery<Row>(tx: EntityManager, text: string, values: readonly unknown[]): Promise<Row[]> {
  const name = names.get(text) ?? nameFor(text);
  return name === undefined ? tx.query<Row[]>(text, [...values]) : runStatement<Row>(tx, { name, text }, values);
}

function nameFor(text: string): string | undefined {
  if (names.size >= MOST_NAMED) return undefined;
  const name = `scim-query-${names.size}`;
  names.set(text, name);
  return name;
}
