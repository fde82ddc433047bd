import type { CheckedFilter } from '../core/filter/filter.js';
import type { Sort } from '../core/filter/read-sort.js';
import type { PagePlace } from '../core/query/page-place.js';
import type { ScimComplex, ScimResource } from '../core/resource/resource.js';
import type { ScimScope } from './scope.js';

/** `startIndex` is 1-based and at least 1; `count` at least 0, where 0 asks for the total alone (RFC 7644 §3.4.2.4). */
export interface ResourceQuery {
  readonly filter?: CheckedFilter;
  readonly sort?: Sort;
  readonly startIndex: number;
  readonly count: number;
  /** The page begins behind that place, wherever it is by now; `startIndex` is 1 then. */
  readonly after?: PagePlace;
  /** The total, when it is known from a page before: it need not be found out again. */
  readonly total?: number;
}

/** A User as the directory's caller meets it. */
export interface DirectoryUser extends ScimResource {
  /** Whether the caller's connection manages it. The first write on one that it does not adopts it. */
  readonly managed: boolean;
}

export interface ResourcePage {
  readonly total: number;
  readonly resources: readonly ScimResource[];
  /** With a `sort`: of each resource, the `key` of its place. */
  readonly keys?: readonly (string | null)[];
}

/**
 * The host's people, seen as SCIM Users of the caller's organization. Whoever is outside the directory's reach (the
 * recovery administrator, the removed, other organizations' people) does not exist for any method. An externalId is its
 * connection's own: others neither see it nor find by it, and may give the same one.
 *
 * Each write obeys the host's domain rules and records its audit entry, all of it one transaction: the one that
 * `scope.tx` is; with `Transactions.single`, one statement, or a transaction that the method runs itself. What is refused
 * leaves nothing behind, no entry either. The module asks for no write that would change nothing, but for an adoption.
 *
 * Refusals are `ScimError`s: 409 `uniqueness`, 403 where the host refuses.
 */
export abstract class UserDirectory<Tx = unknown> {
  /**
   * Creates a User from writable attributes, among them `userName`; active unless they say otherwise, and managed by the
   * caller's connection. Of any number of calls at once with the same userName, in whatever case, one succeeds; of those
   * of one caller in the same turn, the first.
   * @returns what `find` gives from then on
   * @throws ScimError 409 `uniqueness` when the userName or externalId is taken, 403 when no seat is left
   */
  abstract create(scope: ScimScope<Tx>, attributes: ScimComplex): Promise<ScimResource>;

  /** Any text may come as `id`; one that cannot be an id finds nothing. */
  abstract find(scope: ScimScope<Tx>, id: string): Promise<DirectoryUser | undefined>;

  /** Like `find`, and no other transaction changes the resource until this one ends. */
  abstract lock(scope: ScimScope<Tx>, id: string): Promise<DirectoryUser | undefined>;

  /**
   * One page of those that the filter matches, as `matches` tells it, and how many they are in all. In a stable order: by
   * `sort`, then by creation, so that pages, by position or behind a place, have each of them once. Costs a constant
   * number of statements, and behind a place (`after`) never more than the first page does.
   */
  abstract query(scope: ScimScope<Tx>, query: ResourceQuery): Promise<ResourcePage>;

  /**
   * Makes `attributes` the writable attributes of `current`; read-only ones among them are ignored. Adopts a User that
   * no connection manages, also when nothing else changes. Of several changes of one revision one is made.
   *
   * A change of `active` and an adoption come with a transaction that locked the resource; setting it to false ends all
   * access of the person before the transaction commits, and setting it to true again brings none of it back.
   * @returns the resource as it is now, or `undefined`, having changed nothing, when it is no longer at
   *   `current.revision` or is gone
   * @throws ScimError 409 `uniqueness`; 403 when another connection manages it, adoption is off, or no seat is left
   */
  abstract replace(
    scope: ScimScope<Tx>,
    current: ScimResource,
    attributes: ScimComplex,
  ): Promise<ScimResource | undefined>;

  /**
   * Ends the person's access and takes the User out of SCIM: not found and not listed from then on, its userName and
   * externalId free. Comes with a transaction that locked the resource.
   * @throws ScimError 403 for a User that this connection does not manage
   */
  abstract remove(scope: ScimScope<Tx>, current: ScimResource): Promise<void>;
}
