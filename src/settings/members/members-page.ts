import type { Role } from '../../members/roles.js';
import type { MembersQuery } from './members-query.js';

/** Whether a group decides a role, so that nobody else can; or it is the default of the member's connection; or people decided. */
export type RoleSource =
  { readonly kind: 'group'; readonly group: string } | { readonly kind: 'default' } | { readonly kind: 'people' };

/** What the screen shows of one member. */
export interface MemberRow {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly role: Role;
  /** What says which role it is. */
  readonly roleSource: RoleSource;
  readonly active: boolean;
  readonly recovery: boolean;
  /** The name of the connection that manages the member; nobody but people does when there is none. */
  readonly syncedBy: string | undefined;
  readonly isViewer: boolean;
}

/** One page of *Settings → Members*. */
export interface MembersPage {
  readonly query: MembersQuery;
  readonly rows: readonly MemberRow[];
  /** The connections that may manage members, to choose from. */
  readonly connections: readonly { readonly id: string; readonly name: string }[];
  /** Seats that are taken, and how many the plan has; absent when it has no limit. */
  readonly seats: { readonly taken: number; readonly of: number } | undefined;
  /** Members of the organization, the recovery administrator apart; absent when only some were asked for. */
  readonly total: number | undefined;
  /** Cursors of the neighbouring pages. */
  readonly previous: string | undefined;
  readonly next: string | undefined;
}
