/** One line of what an entry tells: a value, or what it was and what it became. */
export interface Detail {
  readonly name: string;
  readonly change?: { readonly before: string; readonly after: string };
  readonly value?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** An entry's details as people read them, whichever part of the product wrote them. */
export function tellDetails(details: Fields): Detail[] {
  if (isChange(details) && isFields(details.from) && isFields(details.to)) return tellChanges(details.from, details.to);
  return Object.entries(details)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) =>
      isChange(value)
        ? { name, change: { before: textOf(value.from), after: textOf(value.to) } }
        : { name, value: textOf(value) },
    );
}

const tellChanges = (from: Fields, to: Fields): Detail[] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .map((name) => ({ name, change: { before: textOf(from[name]), after: textOf(to[name]) } }))
    .filter(({ change }) => change.before !== change.after);

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isChange = (value: unknown): value is { readonly from: unknown; readonly to: unknown } =>
  isFields(value) && Object.keys(value).length === 2 && 'from' in value && 'to' in value;

/** Nothing is a dash; what is made of parts is told part by part. */
function textOf(value: unknown): string {
  if (value === undefined || value === null || value === '') return NOTHING;
  if (Array.isArray(value)) return value.map(textOf).join(value.every(isFields) ? '; ' : ', ') || NOTHING;
  if (!isFields(value)) return typeof value === 'string' ? value : JSON.stringify(value);
  const parts = Object.entries(value).map(([name, part]) => `${name} ${textOf(part)}`);
  return parts.join(', ') || NOTHING;
}

const NOTHING = '—';
