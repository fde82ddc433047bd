/** Why a request was not done, as an administrator would tell it. */
export type Cause =
  | 'token'
  | 'readOnlyToken'
  | 'draft'
  | 'seats'
  | 'lastAdministrator'
  | 'otherConnection'
  | 'adoption'
  | 'neverManaged'
  | 'protected'
  | 'roleFromGroup'
  | 'userNameTaken'
  | 'externalIdTaken'
  | 'addressTaken'
  | 'groupTaken'
  | 'notAssigned'
  | 'nestedGroup'
  | 'strict'
  | 'name'
  | 'missing'
  | 'value'
  | 'path'
  | 'readOnly'
  | 'malformed'
  | 'filter'
  | 'gone'
  | 'address'
  | 'version'
  | 'large'
  | 'rate'
  | 'order'
  | 'unavailable'
  | 'defect';

/** What the request log has of a refusal. */
export interface Refusal {
  readonly status: number;
  readonly scimType: string | null;
  readonly detail: string | null;
}

/** By its sentence, where the sentence says more than the keyword; else by the keyword, else by the status. */
export function findCause({ status, scimType, detail }: Refusal): Cause {
  const told = SENTENCES.find(([pattern]) => pattern.test(detail ?? ''))?.[1];
  return told ?? KEYWORDS.get(scimType ?? '') ?? STATUSES.get(status) ?? (status >= 500 ? 'defect' : 'malformed');
}

const SENTENCES: readonly (readonly [RegExp, Cause])[] = [
  [/connection is strict/, 'strict'],
  [/token was revoked|token has expired|valid bearer token/, 'token'],
  [/may only read|write access|scope scim/, 'readOnlyToken'],
  [/still a draft/, 'draft'],
  [/no free seat/, 'seats'],
  [/one active Administrator/, 'lastAdministrator'],
  [/managed by another connection|Another connection manages/, 'otherConnection'],
  [/may not take (?:it )?over/, 'adoption'],
  [/not its to remove/, 'neverManaged'],
  [/recovery administrator/, 'protected'],
  [/role comes from the directory group/, 'roleFromGroup'],
  [/already has this userName/, 'userNameTaken'],
  [/already has this externalId/, 'externalIdTaken'],
  [/not managed by a directory/, 'addressTaken'],
  [/Another group of this connection/, 'groupTaken'],
  [/^No User has/, 'notAssigned'],
  [/Nested groups/, 'nestedGroup'],
  [/userName is up to|must not be blank|begin nor end with a blank|must have no|look like others/, 'name'],
  [/ is required/, 'missing'],
  [
    /startIndex|paging|attributes or excludedAttributes|as names with commas|lists more than|of one attribute/,
    'filter',
  ],
  [/too many times|send them in parts|more than .* (?:members|Operations|elements)|is longer than/, 'large'],
];

const KEYWORDS = new Map<string, Cause>([
  ['uniqueness', 'userNameTaken'],
  ['invalidFilter', 'filter'],
  ['invalidCursor', 'filter'],
  ['expiredCursor', 'filter'],
  ['invalidCount', 'filter'],
  ['tooMany', 'filter'],
  ['invalidPath', 'path'],
  ['noTarget', 'path'],
  ['mutability', 'readOnly'],
  ['invalidValue', 'value'],
  ['invalidSyntax', 'malformed'],
]);

const STATUSES = new Map<number, Cause>([
  [401, 'token'],
  [403, 'protected'],
  [404, 'gone'],
  [405, 'address'],
  [409, 'order'],
  [412, 'version'],
  [413, 'large'],
  [415, 'malformed'],
  [429, 'rate'],
  [431, 'large'],
  [501, 'address'],
  [503, 'unavailable'],
]);
