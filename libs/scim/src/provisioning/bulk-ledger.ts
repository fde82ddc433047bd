import type { BulkResult } from '../core/bulk/represent-bulk.js';
import { ScimError } from '../core/errors/scim-error.js';

/** When so many operations one after the other met our own trouble, the rest would wait for the same. */
const MOST_OUTAGES = 3;

/** What came of the operations of one Bulk request so far, each by its place in the request. */
export class BulkLedger {
  private readonly results = new Map<number, BulkResult>();
  private outages = 0;
  failures = 0;

  constructor(private readonly failOnErrors: number) {}

  /** How many more may fail before the rest is left (RFC 7644 §3.7). */
  get room(): number {
    return Math.max(0, this.failOnErrors - this.failures);
  }

  /** In the order of the request. */
  get all(): readonly BulkResult[] {
    return [...this.results].sort(([one], [other]) => one - other).map(([, result]) => result);
  }

  enter(place: number, result: BulkResult): void {
    this.results.set(place, result);
    if (result.error) this.failures++;
    this.outages = result.status === 503 ? this.outages + 1 : 0;
  }

  /** @throws ScimError 503, once there is no point in trying */
  refuseDuringOutage(): void {
    if (this.outages >= MOST_OUTAGES) throw ScimError.unavailable();
  }
}
