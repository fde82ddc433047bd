/** What a filter, and a PATCH path with one, may cost; checked while reading, before any of it is paid. */
export const FILTER_LIMITS = {
  /** Characters. */
  length: 8192,
  /** Brackets of any kind, and `not`s, inside one another. */
  depth: 32,
  /** Comparisons and presence tests. */
  terms: 50,
  /** The same inside one path of a PATCH, of which a request may have a thousand. */
  pathTerms: 10,
} as const;
