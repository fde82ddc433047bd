/** What the floor's statements select of a group. */
export interface GroupRow {
  readonly id: string;
  readonly connectionId: string;
  readonly displayName: string;
  readonly revision: number;
  readonly created: Date;
  readonly modified: Date;
}

/** As much JSON as the application sends for the same Group without its members. */
export const toGroupDocument = (row: GroupRow) => ({
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'],
  id: row.id,
  displayName: row.displayName,
  meta: {
    resourceType: 'Group',
    created: row.created,
    lastModified: row.modified,
    location: `http://localhost:3000/scim/${row.connectionId}/v2/Groups/${row.id}`,
    version: `W/"${row.revision}"`,
  },
});
