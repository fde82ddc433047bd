import type { BulkOperation } from '../core/bulk/bulk-operation.js';
import { mapReferences } from '../core/bulk/map-references.js';
import { ScimError } from '../core/errors/scim-error.js';

/** What the references of one Bulk request have come to, while it is done. */
export class BulkReferences {
  /** By `bulkId`: the id, or nothing as long as there is none. */
  private readonly ids: Map<string, string | undefined>;

  constructor(operations: readonly (BulkOperation | undefined)[]) {
    const bulkIds = operations.flatMap((operation) => (operation?.method === 'POST' ? operation.bulkId : []));
    this.ids = new Map(bulkIds.map((bulkId) => [bulkId, undefined]));
  }

  learn(bulkId: string, id: string): void {
    this.ids.set(bulkId, id);
  }

  /**
   * The operation with ids in the place of its references.
   * @param instead what to put in the place of some of them; nothing takes away the values that are references
   * @throws ScimError 409 for one that has come to nothing
   */
  resolve<Operation extends BulkOperation>(
    operation: Operation,
    instead: ReadonlyMap<string, string | undefined> = new Map(),
  ): Operation {
    return mapReferences(operation, (bulkId) => (instead.has(bulkId) ? instead.get(bulkId) : this.get(bulkId)));
  }

  private get(bulkId: string): string {
    const id = this.ids.get(bulkId);
    if (id !== undefined) return id;
    throw ScimError.conflict(
      this.ids.has(bulkId)
        ? 'The operation with the bulkId that this one refers to has created nothing.'
        : 'This operation refers to a bulkId that no POST of the request has.',
    );
  }
}
