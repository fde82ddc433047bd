import type { MembersQuery } from './members-query.js';

export const MEMBERS_PATH = '/settings/members';

/** Where a page of the list begins, or ends. */
export interface Place {
  readonly after?: string;
  readonly before?: string;
}

/** The address of the screen with the same search and filters, at another place in the list. */
export function toMembersPath({ search, status, role, managed }: MembersQuery, { after, before }: Place): string {
  const given = Object.entries({ search, status, role, managed, after, before }).filter(
    (entry): entry is [string, string] => !!entry[1],
  );
  return `${MEMBERS_PATH}?${new URLSearchParams(given).toString()}`;
}
