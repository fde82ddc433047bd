import type { AddressKeys } from './address-keys.js';
import type { Role } from './roles.js';

/** A member as screens and administrators see one. */
export interface Member {
  readonly organizationId: string;
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly userName: string;
  readonly email: string | null;
  readonly active: boolean;
  readonly role: Role;
  /** Whether somebody gave a role by hand: it counts as long as no group decides. */
  readonly roleByHand: boolean;
  /** The directory group that decides the role; null when it was given by hand or by default. */
  readonly roleGroup: { readonly id: string; readonly name: string } | null;
  /** Stands outside every directory, so that nobody can lock the organization out. */
  readonly recovery: boolean;
  /** The connection that manages the member; null when managed by hand. */
  readonly connectionId: string | null;
  readonly lastSignInAt: Date | null;
  readonly createdAt: Date;
  readonly modifiedAt: Date;
}

/** A role in one project, beside the organization role. */
export interface ProjectRole {
  readonly project: string;
  readonly role: string;
}

/** JSON that the members keep for a directory without looking into it. */
export type OpaqueJson = Readonly<Record<string, unknown>>;

/** What a directory says of a member, taken apart into what the product has a column for and the rest. */
export interface DirectoryProfile {
  readonly userName: string;
  readonly externalId: string | undefined;
  readonly name: string;
  readonly email: string | undefined;
  /** Of userName and e-mail address. */
  readonly addressKeys: AddressKeys;
  readonly active: boolean;
  /** Attributes without a column, given back as they are. */
  readonly profile: OpaqueJson;
  /** The copy of the attributes that filters look at. */
  readonly search: OpaqueJson;
}

/** How many members there are, the recovery administrator apart. */
export interface MemberCounts {
  readonly listed: number;
  readonly active: number;
  readonly seats: number | null;
}
