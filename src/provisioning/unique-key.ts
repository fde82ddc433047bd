import type { CheckedFilter } from '@ruleforge/scim';
import { validate as isUuid } from 'uuid';
import { findUserNameKey } from '../members/user-name-key.js';
import type { UniqueKey } from './user-lookups.js';

export interface UniqueMatch {
  readonly by: UniqueKey;
  /** Absent when nobody can have what the filter asks for. */
  readonly key: string | undefined;
}

/** RFC 7643 §3.1: `id` is case exact, so one in upper case is nobody's. */
export const isId = (id: string) => isUuid(id) && id === id.toLowerCase();

/** What a filter asks for that at most one User can match: `id`, `userName` or `externalId` equals something. */
export function toUniqueKey(filter: CheckedFilter): UniqueMatch | undefined {
  if (filter.kind !== 'compare' || filter.operator !== 'eq' || typeof filter.value !== 'string') return undefined;
  const { value } = filter;
  switch (filter.path.keys.join('.')) {
    case 'id':
      return { by: 'id', key: isId(value) ? value : undefined };
    case 'userName':
      return { by: 'userName', key: findUserNameKey(value) };
    case 'externalId':
      return { by: 'externalId', key: value };
    default:
      return undefined;
  }
}
