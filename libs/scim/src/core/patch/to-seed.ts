import type { NoteLeniency } from '../dialects/leniency.js';
import type { Filter } from '../filter/filter.js';
import { readSimple } from '../resource/read-simple.js';
import type { ScimComplex, ScimSimple } from '../resource/resource.js';
import type { Attribute } from '../schema/attribute.js';
import { canonicalAttribute } from '../schema/canonical-attribute.js';

/**
 * The least element that a filter matches, or `undefined` when the filter does not tell: only `eq`, joined by `and`, does.
 * Values are as they were written, in the type of the sub-attribute.
 * @throws ScimError `invalidValue` for a value that the sub-attribute could not have
 */
export function toSeed(
  where: Filter,
  { subAttributes = [] }: Attribute,
  prefix: string,
  note: NoteLeniency,
): ScimComplex | undefined {
  const seed = new Map<string, ScimSimple>();
  for (const term of toTerms(where)) {
    if (term.kind !== 'compare' || term.operator !== 'eq' || term.value === null) return undefined;
    const attribute = canonicalAttribute(subAttributes, term.path.name);
    if (!attribute || term.path.sub !== undefined || seed.has(attribute.name)) return undefined;
    seed.set(attribute.name, readSimple(attribute, prefix + attribute.name, term.value, note));
  }
  return Object.fromEntries(seed);
}

const toTerms = (filter: Filter): readonly Filter[] =>
  filter.kind === 'and' ? filter.operands.flatMap(toTerms) : [filter];
