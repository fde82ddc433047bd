import { fromBooleanText } from '../dialects/boolean-as-text.js';
import type { NoteLeniency } from '../dialects/leniency.js';
import { toNumberText } from '../dialects/number-as-text.js';
import { toOne } from '../dialects/one-or-many.js';
import { ScimError } from '../errors/scim-error.js';
import type { Attribute, AttributeType } from '../schema/attribute.js';
import { parseDateTime } from '../schema/parse-date-time.js';
import { checkAddress, checkIdentifier } from './identifier.js';
import { LENGTH_LIMITS, RESOURCE_LIMITS } from './limits.js';
import type { ScimSimple } from './resource.js';

/**
 * One value of a simple attribute, from what a client sent for it (RFC 7643 §2.3). References, locales, time zones and
 * telephone numbers are any text: Microsoft's SCIM Validator sends random ones.
 * @param name the attribute's full name, which the error says; never the value
 * @throws ScimError `invalidValue` for another type, and for what is longer than its limit
 */
export function readSimple(attribute: Attribute, name: string, sent: unknown, note: NoteLeniency): ScimSimple {
  return READERS[attribute.type as Exclude<AttributeType, 'complex'>](attribute, name, toOne(sent, note), note);
}

type Reader = (attribute: Attribute, name: string, sent: unknown, note: NoteLeniency) => ScimSimple;

const READERS: Readonly<Record<Exclude<AttributeType, 'complex'>, Reader>> = {
  string: (attribute, name, sent, note) => {
    // What must be unique is never made from a number: 1.0 and 1 are two texts.
    const text = expectText(
      name,
      attribute.uniqueness === 'none' ? toNumberText(sent, note) : sent,
      RESOURCE_LIMITS.text,
    );
    IDENTIFIERS.get(name)?.(name, text);
    return text;
  },
  boolean: (_attribute, name, sent, note) => {
    const value = fromBooleanText(sent, note);
    if (typeof value !== 'boolean') throw ScimError.invalidValue(`${name} must be true or false.`);
    return value;
  },
  decimal: (_attribute, name, sent) => {
    if (typeof sent !== 'number' || !Number.isFinite(sent)) throw ScimError.invalidValue(`${name} must be a number.`);
    return sent;
  },
  integer: (_attribute, name, sent) => {
    if (typeof sent !== 'number' || !Number.isSafeInteger(sent)) {
      throw ScimError.invalidValue(`${name} must be a number without a fraction.`);
    }
    return sent;
  },
  dateTime: (_attribute, name, sent) => {
    const text = expectText(name, sent, RESOURCE_LIMITS.text);
    if (parseDateTime(text) === undefined) {
      throw ScimError.invalidValue(`${name} must be a date and time such as 2026-01-31T12:00:00Z.`);
    }
    return text;
  },
  binary: (_attribute, name, sent) => {
    const text = expectText(name, sent, RESOURCE_LIMITS.binary);
    if (!BASE64.test(text) || text.replace(/=+$/, '').length % 4 === 1) {
      throw ScimError.invalidValue(`${name} must be base64.`);
    }
    return text;
  },
  reference: (_attribute, name, sent) => expectText(name, sent, RESOURCE_LIMITS.reference),
};

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

const IDENTIFIERS: ReadonlyMap<string, (name: string, text: string) => void> = new Map([
  ['userName', checkIdentifier],
  ['emails.value', checkAddress],
]);

function expectText(name: string, sent: unknown, typeLimit: number): string {
  if (typeof sent !== 'string') throw ScimError.invalidValue(`${name} must be text.`);
  const limit = LENGTH_LIMITS.get(name) ?? typeLimit;
  if (sent.length > limit) throw ScimError.invalidValue(`${name} is longer than ${limit} characters.`);
  return sent;
}
