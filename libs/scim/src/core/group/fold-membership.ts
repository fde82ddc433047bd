import type { CheckedFilter } from '../filter/filter.js';
import type { MembershipStep, UserIds } from './group-patch.js';

/** What one operation of a PATCH asks of a Group's members. */
export type MembershipOperation =
  | { readonly kind: 'add' | 'remove' | 'replace'; readonly ids: UserIds }
  | { readonly kind: 'remove-where'; readonly where: CheckedFilter };

/**
 * The fewest steps that leave the same members as all operations, one after the other; whom a later operation takes
 * out again was never added. Linear in the number of ids.
 */
export function foldMembership(operations: readonly MembershipOperation[]): readonly MembershipStep[] {
  let steps: MembershipStep[] = [];
  let open = new ExplicitStep(false);
  for (const operation of operations) {
    switch (operation.kind) {
      case 'add':
        open.put(operation.ids);
        break;
      case 'remove':
        open.take(operation.ids);
        break;
      case 'replace':
        steps = [];
        open = new ExplicitStep(true);
        open.put(operation.ids);
        break;
      case 'remove-where':
        steps = joinedWith([...steps, ...open.whole()], operation.where);
        open = new ExplicitStep(false);
        break;
      default:
        operation satisfies never;
    }
  }
  return [...steps, ...open.whole()];
}

/** Removals by filter that follow each other look at the members once. */
function joinedWith(steps: readonly MembershipStep[], where: CheckedFilter): MembershipStep[] {
  const last = steps.at(-1);
  if (last?.kind !== 'remove-where') return [...steps, { kind: 'remove-where', where }];
  const operands = last.where.kind === 'or' ? last.where.operands : [last.where];
  return [...steps.slice(0, -1), { kind: 'remove-where', where: { kind: 'or', operands: [...operands, where] } }];
}

class ExplicitStep {
  private readonly add = new Set<string>();
  private readonly remove = new Set<string>();

  constructor(private readonly clear: boolean) {}

  put(ids: UserIds): void {
    for (const id of ids) {
      this.add.add(id);
      this.remove.delete(id);
    }
  }

  take(ids: UserIds): void {
    for (const id of ids) {
      this.add.delete(id);
      if (!this.clear) this.remove.add(id);
    }
  }

  /** Nothing when it would change nothing. */
  whole(): readonly MembershipStep[] {
    const { clear, add, remove } = this;
    return clear || add.size > 0 || remove.size > 0 ? [{ kind: 'change', clear, add, remove }] : [];
  }
}
