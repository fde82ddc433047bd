interface DescribedAttribute {
  readonly name: string;
  readonly type: string;
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly caseExact?: boolean;
  readonly mutability: string;
  readonly returned: string;
  readonly uniqueness?: string;
  readonly subAttributes?: readonly DescribedAttribute[];
}

/** A schema as RFC 7643 §7 has it. */
export interface DescribedSchema {
  readonly attributes: readonly DescribedAttribute[];
}

/** What a schema says of each attribute, by its path; what it does not say is the default of RFC 7643 §2.2. */
export const characteristicsOf = ({ attributes }: DescribedSchema): ReadonlyMap<string, string> =>
  new Map(attributes.flatMap((attribute) => listed(attribute, attribute.name)));

function listed(attribute: DescribedAttribute, path: string): [string, string][] {
  const { type, multiValued, required, caseExact = false, mutability, returned, uniqueness = 'none' } = attribute;
  const flags = [multiValued && 'multiValued', required && 'required', caseExact && 'caseExact'].filter(Boolean);
  const parts = (attribute.subAttributes ?? []).flatMap((part) => listed(part, `${path}.${part.name}`));
  return [[path, [type, ...flags, mutability, returned, uniqueness].join(' ')], ...parts];
}
