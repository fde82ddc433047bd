import { foldText } from '../users/canonical-text.js';
import type { OpaqueJson } from './member.js';
import { InvalidMemberName } from './member-errors.js';
import { termsOf } from './member-terms.js';
import { userNameKey } from './user-name-key.js';

/** What of a member hangs on the name. */
export interface RenamedMember extends Record<string, unknown> {
  readonly name: string;
  readonly userName: string;
  readonly connectionId: string | null;
  readonly profile: OpaqueJson;
  readonly search: OpaqueJson;
}

/** @throws InvalidMemberName */
export function readMemberName(wish: string): string {
  const name = wish.trim();
  if (name === '' || name.length > LONGEST || UNREADABLE.test(name)) throw new InvalidMemberName();
  return name;
}

const LONGEST = 120;
const UNREADABLE = /[\p{Cc}\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** The same member under another name: the documents that hold it, and the terms by which the member is found. */
export function rename(
  { userName, profile, search }: RenamedMember,
  name: string,
): { profile: OpaqueJson; search: OpaqueJson; terms: string[] } {
  const folded = foldText(name);
  return {
    profile: { ...profile, displayName: name },
    search: { ...search, displayName: folded },
    terms: termsOf(name, [folded, userNameKey(userName), ...addressesIn(search)]),
  };
}

function addressesIn({ emails }: OpaqueJson): string[] {
  if (!Array.isArray(emails)) return [];
  return emails.flatMap((element: unknown) => {
    const { value } = Object(element) as { value?: unknown };
    return typeof value === 'string' ? [value] : [];
  });
}
