import { ScimError } from '../errors/scim-error.js';

/** No SCIM message needs more than eight levels; recursion anywhere behind this door is at most this deep. */
export const JSON_DEPTH_LIMIT = 32;

/**
 * The value that `text` says, for which every reader would see the same: no member name occurs twice in an object,
 * none is `__proto__`, and no text holds what UTF-8 or PostgreSQL cannot store. Linear in the length of `text`.
 * @throws ScimError `invalidSyntax` for what is not one JSON value, is nested too deep, or is ambiguous;
 *   `invalidValue` for NUL and unpaired surrogates
 */
export function parseJson(text: string): unknown {
  const json = text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
  const members = countMembers(json);
  const value = parse(json);
  // JSON.parse keeps the last of two members with one name: then it holds fewer than the text has.
  if (checkedMembers(value) !== members) throw ScimError.invalidSyntax('The body names a member twice in one object.');
  return value;
}

const BYTE_ORDER_MARK = '\uFEFF';
const QUOTE = 0x22;
const COLON = 0x3a;
const BACKSLASH = 0x5c;
const OPENING = { array: 0x5b, object: 0x7b } as const;
const CLOSING = { array: 0x5d, object: 0x7d } as const;

/** Counts the members of all objects, provided that `json` is JSON, and bounds its depth before anything recurses. */
function countMembers(json: string): number {
  let members = 0;
  let depth = 0;
  for (let at = 0; at < json.length; at++) {
    switch (json.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(json, at);
        break;
      case COLON:
        members++;
        break;
      case OPENING.array:
      case OPENING.object:
        if (++depth > JSON_DEPTH_LIMIT) {
          throw ScimError.invalidSyntax(`The body is nested deeper than ${JSON_DEPTH_LIMIT} levels.`);
        }
        break;
      case CLOSING.array:
      case CLOSING.object:
        depth--;
        break;
    }
  }
  return members;
}

function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    const code = json.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return json.length;
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw ScimError.invalidSyntax(json.trim() === '' ? 'The body is empty.' : 'The body is not valid JSON.');
  }
}

function checkedMembers(value: unknown): number {
  if (typeof value === 'string') {
    checkText(value);
    return 0;
  }
  if (typeof value !== 'object' || value === null) return 0;
  let members = 0;
  if (Array.isArray(value)) {
    for (const element of value) members += checkedMembers(element);
    return members;
  }
  const object = value as Readonly<Record<string, unknown>>;
  for (const name of Object.keys(object)) {
    if (name === '__proto__') throw ScimError.invalidSyntax('The body has a member that no schema can name.');
    checkText(name);
    members += 1 + checkedMembers(object[name]);
  }
  return members;
}

/** NUL and halves of surrogate pairs: no database stores the one, and all of the others become the same U+FFFD. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

function checkText(text: string): void {
  if (UNSTORABLE.test(text)) {
    throw ScimError.invalidValue('The body holds a NUL character or an unpaired surrogate, which no text may.');
  }
}
