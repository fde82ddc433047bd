/** What the floor's statements select. */
export interface UserRow {
  readonly id: string;
  readonly userName: string;
  readonly externalId: string;
  readonly active: boolean;
  readonly profile: Readonly<Record<string, unknown>>;
  readonly role: string;
  readonly connectionId: string;
  readonly revision: number;
  readonly created: Date;
  readonly modified: Date;
}

/** As much JSON as the application sends for the same User. */
export const toDocument = (row: UserRow) => ({
  ...row.profile,
  schemas: SCHEMAS,
  id: row.id,
  userName: row.userName,
  active: row.active,
  externalId: row.externalId,
  [EXTENSION]: { role: row.role, managedBy: row.connectionId },
  meta: {
    resourceType: 'User',
    created: row.created,
    lastModified: row.modified,
    location: `http://localhost:3000/scim/${row.connectionId}/v2/Users/${row.id}`,
    version: `W/"${row.revision}"`,
  },
});

export const toList = (rows: readonly UserRow[]) => ({
  schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
  totalResults: rows.length,
  startIndex: 1,
  itemsPerPage: rows.length,
  Resources: rows.map(toDocument),
});

const EXTENSION = 'urn:ietf:params:scim:schemas:extension:ruleforge:2.0:User';
const SCHEMAS = [
  'urn:ietf:params:scim:schemas:core:2.0:User',
  'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
  EXTENSION,
];
