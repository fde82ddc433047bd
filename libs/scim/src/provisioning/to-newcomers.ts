import { ScimError } from '../core/errors/scim-error.js';
import type { ResourceType } from '../core/schema/attribute.js';
import type { BulkReferences } from './bulk-references.js';
import type { BulkTask } from './bulk-task.js';
import type { Newcomer } from './user-circles.service.js';

/**
 * Operations of a Bulk request that refer to each other in a circle, as Users to be created together.
 * @throws ScimError 409 for others than Users (RFC 7644 §3.7.1), and for references out of the circle that lead nowhere
 */
export function toNewcomers(
  tasks: readonly BulkTask[],
  references: BulkReferences,
  user: ResourceType,
): readonly Newcomer[] {
  const creations = tasks.map((task) => {
    const operation = task.getOperation();
    if (operation.method === 'POST' && operation.type === user) return { operation, exchange: task.exchange };
    throw ScimError.conflict('These operations refer to each other in a circle, and Groups are in no Group.');
  });
  const bulkIds = creations.map(({ operation }) => operation.bulkId);
  const nobody = new Map(bulkIds.map((bulkId) => [bulkId, undefined]));
  return creations.map(({ operation, exchange }) => ({
    exchange,
    alone: references.resolve(operation, nobody).data,
    joined: (ids) => references.resolve(operation, new Map(bulkIds.map((bulkId, index) => [bulkId, ids[index]]))).data,
  }));
}
