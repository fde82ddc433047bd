/** How much one resource may hold: lengths in UTF-16 code units. What indexes or addresses people has the tighter ones. */
export const RESOURCE_LIMITS = {
  userName: 256,
  externalId: 256,
  /** RFC 5321 §4.5.3.1.3: a path of 256 with its two angle brackets. */
  email: 254,
  displayName: 512,
  namePart: 256,
  text: 4096,
  binary: 65_536,
  reference: 65_536,
  /** Elements of one multi-valued attribute. */
  elements: 100,
} as const;

/** The limits of single attributes, by their full name. */
export const LENGTH_LIMITS: ReadonlyMap<string, number> = new Map([
  ['userName', RESOURCE_LIMITS.userName],
  ['externalId', RESOURCE_LIMITS.externalId],
  ['emails.value', RESOURCE_LIMITS.email],
  ['displayName', RESOURCE_LIMITS.displayName],
  ['name.formatted', RESOURCE_LIMITS.displayName],
  ['name.familyName', RESOURCE_LIMITS.namePart],
  ['name.givenName', RESOURCE_LIMITS.namePart],
  ['name.middleName', RESOURCE_LIMITS.namePart],
  ['name.honorificPrefix', RESOURCE_LIMITS.namePart],
  ['name.honorificSuffix', RESOURCE_LIMITS.namePart],
]);
