/**
 * Query parameters by lower-cased name; their values are still unknown: text, or an array where a name came twice, in
 * whatever spelling. Names that nobody asks for are ignored (RFC 7644 §3.4.2).
 */
export function readQuery(query: unknown): ReadonlyMap<string, unknown> {
  const parameters = new Map<string, unknown>();
  if (typeof query !== 'object' || query === null) return parameters;
  for (const [spelling, value] of Object.entries(query) as [string, unknown][]) {
    const name = spelling.toLowerCase();
    parameters.set(name, parameters.has(name) ? [parameters.get(name), value] : value);
  }
  return parameters;
}
