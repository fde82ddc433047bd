import type { BulkOperation } from '../core/bulk/bulk-operation.js';
import { referencesIn } from '../core/bulk/map-references.js';
import type { BulkStep } from '../core/bulk/plan-bulk.js';
import type { ResourceType } from '../core/schema/attribute.js';

/** As many as are created by one statement. */
const MOST_AT_ONCE = 64;

/**
 * The next steps that can be taken at once: Users to be created of whom none refers to another, or else a single step.
 * @param most how many it may be, so that none is begun which a failure before it would have kept from beginning
 */
export function takeBatch(
  steps: readonly BulkStep[],
  operations: readonly (BulkOperation | undefined)[],
  user: ResourceType,
  most: number,
): readonly BulkStep[] {
  const bulkIds = new Set<string>();
  const rest = steps.slice(0, Math.min(MOST_AT_ONCE, most)).findIndex((step) => {
    const operation = step.length === 1 ? operations[step[0]] : undefined;
    if (operation?.method !== 'POST' || operation.type !== user) return true;
    bulkIds.add(operation.bulkId);
    return [...referencesIn(operation)].some((bulkId) => bulkIds.has(bulkId));
  });
  return steps.slice(0, rest < 0 ? Math.min(MOST_AT_ONCE, most) : Math.max(1, rest));
}
