import { toTerm } from '../members/member-terms.js';

/** The terms by which a member with this address may be found: its domain may stand there in ASCII or as it is written. */
export const addressTerms = (address: string, key: string): readonly string[] => [
  ...new Set([toTerm(key), toTerm(address.trim())]),
];
