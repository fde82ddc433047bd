import type { CheckedFilter } from '../filter/filter.js';
import type { PatchOperation } from '../patch/patch-operation.js';

/** Ids of Users, as sent but for their case, which is folded: whether they exist is for the directory to say. */
export type UserIds = ReadonlySet<string>;

/**
 * One step in what becomes of a group's members. Explicit ids, the usual case, are gathered into one step: with `clear`
 * everybody goes but those of `add`, else those of `remove`; those of `add` come. No id is in both sets.
 */
export type MembershipStep =
  | { readonly kind: 'change'; readonly clear: boolean; readonly add: UserIds; readonly remove: UserIds }
  | { readonly kind: 'remove-where'; readonly where: CheckedFilter };

/** A PATCH on a Group: its members apart, which may be too many to be loaded. */
export interface GroupPatch {
  /** On all attributes but `members`. */
  readonly operations: readonly PatchOperation[];
  /** In order. */
  readonly members: readonly MembershipStep[];
}
