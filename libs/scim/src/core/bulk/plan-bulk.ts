import type { BulkOperation } from './bulk-operation.js';
import { referencesIn } from './map-references.js';

/** Places of operations: of one that is done by itself, or of some that refer to each other in a circle. */
export type BulkStep = readonly [number, ...number[]];

/**
 * In which order to do the operations: the client's, but for a resource that is referred to before it is created, which
 * is created right before (RFC 7644 §3.7). Linear in the operations and their references; places without an operation
 * are steps of their own.
 */
export function planBulk(operations: readonly (BulkOperation | undefined)[]): readonly BulkStep[] {
  const creators = new Map(
    operations.flatMap((operation, place) => (operation?.method === 'POST' ? [[operation.bulkId, place]] : [])),
  );
  const needs = operations.map((operation) =>
    operation ? [...referencesIn(operation)].flatMap((bulkId) => creators.get(bulkId) ?? []) : [],
  );
  return new Circles(needs).steps();
}

/** Tarjan's strongly connected components: each comes after all that it needs. */
class Circles {
  private readonly found: BulkStep[] = [];
  private readonly open: number[] = [];
  private readonly isOpen = new Set<number>();
  private readonly visited = new Map<number, number>();

  constructor(private readonly needs: readonly (readonly number[])[]) {}

  steps(): readonly BulkStep[] {
    for (const place of this.needs.keys()) if (!this.visited.has(place)) this.visit(place);
    return this.found;
  }

  /** @returns the earliest visit to which a way leads back from here */
  private visit(place: number): number {
    const visit = this.visited.size;
    this.visited.set(place, visit);
    this.open.push(place);
    this.isOpen.add(place);
    let earliest = visit;
    for (const needed of this.needs[place] ?? []) {
      const seen = this.visited.get(needed);
      if (seen === undefined) earliest = Math.min(earliest, this.visit(needed));
      else if (this.isOpen.has(needed)) earliest = Math.min(earliest, seen);
    }
    if (earliest === visit) this.close(place);
    return earliest;
  }

  private close(root: number): void {
    const [first = root, ...more] = this.open.splice(this.open.lastIndexOf(root)).sort((one, other) => one - other);
    for (const place of [first, ...more]) this.isOpen.delete(place);
    this.found.push([first, ...more]);
  }
}
