import type { Language } from '../../web/language.js';
import { nameOfDetail } from './detail-names.js';
import { sayGroup, sayTruth, sayValue } from './detail-values.js';

/** One line of what an entry tells: a value, or what it was and what it became. */
export interface Detail {
  readonly name: string;
  readonly change?: { readonly before: string; readonly after: string };
  readonly value?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** An entry's details as people read them, whichever part of the product wrote them. */
export function tellDetails(details: Fields, language: Language): Detail[] {
  const { from, to, ...others } = details;
  if (isFields(from) && isFields(to)) return [...tellChanges(from, to, language), ...tellDetails(others, language)];
  if (Array.isArray(from) && Array.isArray(to))
    return [...tellDetails(others, language), tell('keys', { from, to }, language)];
  return Object.entries(details)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => tell(name, value, language));
}

const tellChanges = (from: Fields, to: Fields, language: Language): Detail[] =>
  [...new Set([...Object.keys(from), ...Object.keys(to)])]
    .map((name) => tell(name, { from: from[name], to: to[name] }, language))
    .filter(({ change }) => change?.before !== change?.after);

function tell(key: string, value: unknown, language: Language): Detail {
  const text = (part: unknown) => textOf(part, key, language);
  const name = nameOfDetail(key, language);
  return isChange(value)
    ? { name, change: { before: text(value.from), after: text(value.to) } }
    : { name, value: text(value) };
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isChange = (value: unknown): value is { readonly from: unknown; readonly to: unknown } =>
  isFields(value) && Object.keys(value).length === 2 && 'from' in value && 'to' in value;

/** Nothing is a dash; what is made of parts is told part by part. */
function textOf(value: unknown, name: string, language: Language): string {
  if (value === undefined || value === null || value === '') return NOTHING;
  if (typeof value === 'boolean') return sayTruth(value, language);
  if (typeof value === 'string') return sayValue(value, name, language);
  if (Array.isArray(value)) {
    const parts = value.map((part) => textOf(part, name, language));
    return parts.join(value.every(isFields) ? '; ' : ', ') || NOTHING;
  }
  return isFields(value) ? tellParts(value, language) : JSON.stringify(value);
}

function tellParts(value: Fields, language: Language): string {
  const { total, ids, by, value: wanted, id, name } = value;
  if (typeof total === 'number' && Array.isArray(ids)) return total === 0 ? '0' : `${total} (${ids.join(', ')})`;
  if (typeof by === 'string' && typeof wanted === 'string') return sayGroup(by, wanted, language);
  if (typeof id === 'string' && typeof name === 'string') return name;
  const parts = Object.entries(value).map(
    ([key, part]) => `${nameOfDetail(key, language)}: ${textOf(part, key, language)}`,
  );
  return parts.join(', ') || NOTHING;
}

const NOTHING = '—';
