import type { NoteLeniency } from './leniency.js';

/**
 * Okta's example user has a numeric `employeeNumber` (701984) and `costCenter`, both of them strings by the schema. A number
 * whose digits a double cannot hold stays a number, to be refused rather than changed.
 * https://developer.okta.com/docs/guides/scim-with-entitlements/main/
 */
export function toNumberText(value: unknown, note: NoteLeniency): unknown {
  if (!Number.isSafeInteger(value)) return value;
  note('number-as-text');
  return String(value);
}
