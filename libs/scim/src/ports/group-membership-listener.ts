import type { ScimScope } from './scope.js';

/**
 * What happened to one group, and to whom: `added` and `removed` are those whose membership did change. Of a group that is
 * deleted nobody is named, as there may be very many: it is told while all of them are still in.
 */
export interface GroupChange {
  readonly kind: 'created' | 'changed' | 'deleted';
  readonly group: { readonly id: string; readonly displayName: string; readonly externalId?: string };
  /** The name before, when it changed. */
  readonly renamedFrom?: string;
  /** Ids of Users. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The request in which it happened. */
  readonly requestId: string;
}

/**
 * What membership in a group means to the host, roles for instance, and where the host records it. Told of every change
 * in its transaction, before the commit: what it throws undoes the change.
 */
export abstract class GroupMembershipListener<Tx = unknown> {
  /**
   * Writes through `scope.tx` alone, and in the caller's organization alone. Several groups' changes, or several of one
   * group, may come at once, in the order in which they happened: also a group that came and went. Costs a constant
   * number of statements, however many members changed.
   * @throws ScimError 403 where the host refuses
   */
  abstract groupsChanged(scope: ScimScope<Tx>, changes: readonly GroupChange[]): Promise<void>;
}
