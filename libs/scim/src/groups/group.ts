import type { ScimResource } from '../core/resource/resource.js';

/** One member as the group shows it; `$ref` and `type` follow from `value`. */
export interface GroupMember {
  readonly value: string;
  readonly display: string;
}

/** A Group without its members in `attributes`: there may be a hundred thousand. */
export interface Group extends ScimResource {
  readonly memberCount: number;
  /** Present when they were asked for and are few enough to have been read along. */
  readonly members?: readonly GroupMember[];
}

/** `some`: members are read along when they are few; `none`: no member is read. */
export type MembersWanted = 'none' | 'some';

export interface GroupPage {
  readonly total: number;
  readonly groups: readonly Group[];
  /** With a `sort`: of each group, the `key` of its place. */
  readonly keys?: readonly (string | null)[];
}
