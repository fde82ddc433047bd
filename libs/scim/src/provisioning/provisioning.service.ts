import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Exchange } from '../activity/exchange.js';
import type { NoteLeniency } from '../core/dialects/leniency.js';
import { ScimError } from '../core/errors/scim-error.js';
import { applyPatch } from '../core/patch/apply-patch.js';
import type { PatchOperation } from '../core/patch/patch-operation.js';
import { changedAttributes } from '../core/resource/changed-attributes.js';
import { replaceResource } from '../core/resource/replace-resource.js';
import type { ScimComplex, ScimResource } from '../core/resource/resource.js';
import { Memberships } from '../groups/memberships.service.js';
import type { ResourcePage, ResourceQuery } from '../ports/user-directory.js';
import { UserDirectory } from '../ports/user-directory.js';
import type { ChangeMethod } from '../ports/scope.js';
import { Transactions } from '../ports/transactions.js';
import { ResourceTypes } from '../resource-types.js';
import type { Precondition } from './precondition.js';

type Revise = (current: ScimComplex, note: NoteLeniency) => ScimComplex;

/** What a directory does to Users: one verb a method, one database transaction a verb. */
@Injectable()
export class ProvisioningService {
  constructor(
    private readonly users: UserDirectory<EntityManager>,
    private readonly transactions: Transactions<EntityManager>,
    private readonly types: ResourceTypes,
    private readonly memberships: Memberships,
  ) {}

  /** @throws ScimError 409 `uniqueness`, 403 */
  async create(exchange: Exchange, attributes: ScimComplex): Promise<ScimResource> {
    const created = await this.users.create(this.single(exchange), attributes);
    return noted(exchange, created, changedAttributes({}, created.attributes));
  }

  /** @throws ScimError 404 */
  async get(exchange: Exchange, id: string): Promise<ScimResource> {
    return noted(exchange, found(await this.users.find(this.single(exchange), id)));
  }

  query(exchange: Exchange, query: ResourceQuery): Promise<ResourcePage> {
    return this.users.query(this.single(exchange), query);
  }

  /** RFC 7644 §3.5.1. @throws ScimError 404, 412, 400, 409, 403 */
  replace(exchange: Exchange, id: string, body: unknown, precondition: Precondition): Promise<ScimResource> {
    return this.change(exchange, 'PUT', id, precondition, (current, note) =>
      replaceResource(current, body, this.types.user, note),
    );
  }

  /** RFC 7644 §3.5.2. @throws ScimError 404, 412, 400, 409, 403 */
  patch(
    exchange: Exchange,
    id: string,
    operations: readonly PatchOperation[],
    precondition: Precondition,
  ): Promise<ScimResource> {
    return this.change(exchange, 'PATCH', id, precondition, (current, note) =>
      applyPatch(current, operations, this.types.user, note),
    );
  }

  /** RFC 7644 §3.6. @throws ScimError 404, 412, 403 */
  remove(exchange: Exchange, id: string, precondition: Precondition): Promise<void> {
    return this.transactions.run(async (tx) => {
      const scope = { caller: exchange.caller, tx };
      // Before the User is locked: whoever changes a group locks it, and then the Users that it changes the roles of.
      await this.memberships.forget(scope, id);
      const current = found(await this.users.lock(scope, id));
      noted(exchange, current);
      precondition(current);
      await this.users.remove(scope, current);
      if (isActive(current.attributes)) noted(exchange, current, ['active']);
    });
  }

  /**
   * Most changes are one conditional statement after one read. A change of status and an adoption take the lock first, as they
   * touch more than the User; so does a change that met another one, the second time.
   */
  private async change(
    exchange: Exchange,
    method: ChangeMethod,
    id: string,
    precondition: Precondition,
    revise: Revise,
  ): Promise<ScimResource> {
    const scope = { ...this.single(exchange), method };
    const current = noted(exchange, found(await this.users.find(scope, id)));
    precondition(current);
    const attributes = revise(current.attributes, exchange.note);
    if (attributes === current.attributes && current.managed) return current;
    const isOneStatement = current.managed && attributes['active'] === current.attributes['active'];
    const changed = isOneStatement ? await this.users.replace(scope, current, attributes) : undefined;
    return changed
      ? noted(exchange, changed, changedAttributes(current.attributes, changed.attributes))
      : this.changeLocked(exchange, method, id, precondition, revise);
  }

  private changeLocked(
    exchange: Exchange,
    method: ChangeMethod,
    id: string,
    precondition: Precondition,
    revise: Revise,
  ) {
    return this.transactions.run(async (tx) => {
      const scope = { caller: exchange.caller, tx, method };
      const current = found(await this.users.lock(scope, id));
      precondition(current);
      const attributes = revise(current.attributes, exchange.note);
      if (attributes === current.attributes && current.managed) return current;
      noteAccess(exchange, current.attributes, attributes);
      const changed = found(await this.users.replace(scope, current, attributes));
      return noted(exchange, changed, changedAttributes(current.attributes, changed.attributes));
    });
  }

  private single({ caller }: Exchange) {
    return { caller, tx: this.transactions.single };
  }
}

function found<Resource extends ScimResource>(resource: Resource | undefined): Resource {
  if (!resource) throw ScimError.notFound();
  return resource;
}

/** Before it is tried, so that it is told of a refused change too. */
function noteAccess(exchange: Exchange, before: ScimComplex, after: ScimComplex): void {
  if (isActive(before) !== isActive(after)) exchange.effect = isActive(after) ? 'reactivate' : 'deactivate';
}

const isActive = (attributes: ScimComplex): boolean => attributes['active'] === true;

function noted<Resource extends ScimResource>(
  exchange: Exchange,
  resource: Resource,
  changed: readonly string[] = [],
): Resource {
  exchange.resourceId = resource.id;
  exchange.changed = changed;
  return resource;
}
