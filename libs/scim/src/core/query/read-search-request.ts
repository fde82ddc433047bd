import { readMembers } from '../dialects/message-members.js';
import type { NoteLeniency } from '../dialects/leniency.js';
import { toMany } from '../dialects/one-or-many.js';
import { checkSchemas } from '../dialects/schemas.js';
import { ScimError } from '../errors/scim-error.js';
import { isJsonObject } from '../resource/json-object.js';

const SEARCH_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';

const NAMES = ['attributes', 'excludedAttributes'] as const;
const NUMBERS = ['startIndex', 'count'] as const;
const TEXTS = ['filter', 'sortBy', 'sortOrder', 'cursor'] as const;
const MEMBERS = [...NAMES, ...NUMBERS, ...TEXTS] as const;

/** What a query may say, each of it as text, as a query string has it. */
export type QueryTexts = Readonly<Partial<Record<(typeof MEMBERS)[number], string>>>;

/**
 * The body of a `POST …/.search` (RFC 7644 §3.4.3, RFC 9865 §3). A member that is null is not there; one that the schema
 * does not have is passed over, and noted.
 * @throws ScimError 400 `invalidSyntax` for what is no object and for a member of another type than the schema's
 */
export function readSearchRequest(body: unknown, note: NoteLeniency): QueryTexts {
  if (!isJsonObject(body)) throw ScimError.invalidSyntax('The body of a search must be a JSON object.');
  checkSchemas(body, [SEARCH_REQUEST], note);
  const members = readMembers(body, MEMBERS, note);
  if (Object.keys(body).some((name) => !KNOWN.has(name.toLowerCase()))) note('unknown-attribute');
  return Object.fromEntries([
    ...textsOf(members, NAMES, (value) => toNameList(value, note)),
    ...textsOf(members, NUMBERS, (value) => toDigits(value, note)),
    ...textsOf(members, TEXTS, (value) => (typeof value === 'string' ? value : undefined)),
  ]);
}

const KNOWN: ReadonlySet<string> = new Set([...MEMBERS, 'schemas'].map((name) => name.toLowerCase()));

function textsOf<Name extends keyof QueryTexts>(
  members: Readonly<Partial<Record<Name, unknown>>>,
  names: readonly Name[],
  toText: (value: unknown) => string | undefined,
): (readonly [Name, string])[] {
  return names.flatMap((name) => {
    const value = members[name];
    if (value === undefined || value === null) return [];
    const text = toText(value);
    if (text === undefined)
      throw ScimError.invalidSyntax(`${name} has a value of another type than SearchRequest has.`);
    return [[name, text] as const];
  });
}

function toNameList(value: unknown, note: NoteLeniency): string | undefined {
  const names = toMany(value, note);
  return names.every((name) => typeof name === 'string') ? names.join() : undefined;
}

function toDigits(value: unknown, note: NoteLeniency): string | undefined {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  note('number-as-text');
  return value;
}
