import type { EntityManager } from 'typeorm';
import { KEY_COLUMNS } from './api-keys.statements.js';

/** Which keys of an organization are wanted. */
export interface ApiKeySearch {
  /** Whose; everybody's when absent. */
  readonly memberId?: string | undefined;
  readonly limit: number;
  /** The page goes on behind this key. */
  readonly before?: string | undefined;
}

/**
 * Those that nobody revoked first, then the newest, along one index. Not a named statement: whose keys are meant decides which
 * index is the better one.
 */
export function showApiKeys<Row>(
  tx: EntityManager,
  organizationId: string,
  { memberId, limit, before }: ApiKeySearch,
): Promise<Row[]> {
  const values: unknown[] = [organizationId];
  const bind = (value: unknown) => `$${values.push(value)}`;
  const conditions = ['k.organization_id = $1'];
  if (memberId !== undefined) conditions.push(`k.member_id = ${bind(memberId)}`);
  if (before !== undefined) conditions.push(`(${placeOf('k')}) < (${placeOfKey(bind(before))})`);
  return tx.query<Row[]>(
    `SELECT ${KEY_COLUMNS}, m.name AS owner,
       k.revoked_at IS NULL AND (k.expires_at IS NULL OR k.expires_at > now()) AS works
     FROM api_keys k JOIN members m ON m.organization_id = k.organization_id AND m.id = k.member_id
     WHERE ${conditions.join(' AND ')}
     ORDER BY (k.revoked_at IS NULL) DESC, k.created_at DESC, k.id DESC LIMIT ${bind(limit)}`,
    values,
  );
}

const placeOf = (key: string) => `(${key}.revoked_at IS NULL), ${key}.created_at, ${key}.id`;

const placeOfKey = (id: string) =>
  `SELECT ${placeOf('b')} FROM api_keys b WHERE b.organization_id = $1 AND b.id = ${id}`;
