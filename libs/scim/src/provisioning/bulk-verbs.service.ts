import { Injectable } from '@nestjs/common';
import type { Exchange } from '../activity/exchange.js';
import type { BulkOperation } from '../core/bulk/bulk-operation.js';
import { readGroup } from '../core/group/read-group.js';
import { readGroupPatch } from '../core/group/read-group-patch.js';
import { readPatch } from '../core/patch/read-patch.js';
import { readResource } from '../core/resource/read-resource.js';
import type { ScimResource } from '../core/resource/resource.js';
import { versionOf } from '../core/resource/version.js';
import { ResourceTypes } from '../resource-types.js';
import { GroupProvisioningService } from './group-provisioning.service.js';
import { patchedStatus } from './patched-status.js';
import { readIfMatch } from './precondition.js';
import { ProvisioningService } from './provisioning.service.js';

/** What came of an operation that was done: the status that the single request would have had (RFC 7644 §3.7.3). */
export interface BulkSuccess {
  readonly status: number;
  readonly id: string;
  readonly version?: string;
}

/** One operation of a Bulk request by the verbs, and with the readers, of the single requests. */
@Injectable()
export class BulkVerbs {
  constructor(
    private readonly users: ProvisioningService,
    private readonly groups: GroupProvisioningService,
    private readonly types: ResourceTypes,
  ) {}

  /** @throws ScimError as the single request */
  perform(exchange: Exchange, operation: BulkOperation): Promise<BulkSuccess> {
    return operation.type === this.types.group
      ? this.performOnGroup(exchange, operation)
      : this.performOnUser(exchange, operation);
  }

  private async performOnUser(exchange: Exchange, operation: BulkOperation): Promise<BulkSuccess> {
    const { user } = this.types;
    switch (operation.method) {
      case 'POST':
        return done(201, await this.users.create(exchange, readResource(operation.data, user, exchange.note)));
      case 'PUT':
        return done(200, await this.users.replace(exchange, operation.id, operation.data, unchanged(operation)));
      case 'PATCH': {
        const operations = readPatch(operation.data, user, exchange.note);
        return done(200, await this.users.patch(exchange, operation.id, operations, unchanged(operation)));
      }
      case 'DELETE':
        await this.users.remove(exchange, operation.id, unchanged(operation));
        return { status: 204, id: operation.id };
      default:
        return operation satisfies never;
    }
  }

  private async performOnGroup(exchange: Exchange, operation: BulkOperation): Promise<BulkSuccess> {
    const { group } = this.types;
    switch (operation.method) {
      case 'POST':
        return done(201, await this.groups.create(exchange, readGroup(operation.data, group, exchange.note)));
      case 'PUT': {
        const body = readGroup(operation.data, group, exchange.note);
        return done(200, await this.groups.replace(exchange, operation.id, body, unchanged(operation)));
      }
      case 'PATCH': {
        const patch = readGroupPatch(operation.data, group, exchange.note);
        const patched = await this.groups.patch(exchange, operation.id, patch, unchanged(operation));
        return done(patchedStatus(patched), patched);
      }
      case 'DELETE':
        await this.groups.remove(exchange, operation.id, unchanged(operation));
        return { status: 204, id: operation.id };
      default:
        return operation satisfies never;
    }
  }
}

const unchanged = ({ version }: { readonly version?: string }) => readIfMatch(version);

const done = (status: number, resource: ScimResource): BulkSuccess => ({
  status,
  id: resource.id,
  version: versionOf(resource),
});
