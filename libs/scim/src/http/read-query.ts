/**
 * Query parameters by lower-cased name; their values are still unknown: text, or an array where a name came twice.
 * Names that nobody asks for are ignored (RFC 7644 §3.4.2).
 */
export function readQuery(query: unknown): ReadonlyMap<string, unknown> {
  if (typeof query !== 'object' || query === null) return new Map();
  return new Map(Object.entries(query).map(([name, value]: [string, unknown]) => [name.toLowerCase(), value]));
}
