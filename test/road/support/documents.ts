import type { Answer, Document } from './scim-client.js';

export const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
export const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
export const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';
export const RULEFORGE = 'urn:ietf:params:scim:schemas:extension:ruleforge:2.0:User';
export const PATCH_OP = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';
export const SEARCH_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:SearchRequest';
export const LIST_RESPONSE = 'urn:ietf:params:scim:api:messages:2.0:ListResponse';

/** Well-formed, and nobody's. */
export const UNKNOWN_ID = '0197a3f0-0000-7000-8000-000000000000';

/** A User as a provider posts it, with a userName of its own. */
export const aUser = (name: string, more: Readonly<Record<string, unknown>> = {}) => ({
  schemas: [USER],
  userName: `${name}@acme.test`,
  name: { givenName: name, familyName: 'Lovelace' },
  emails: [{ value: `${name}@acme.test`, type: 'work', primary: true }],
  active: true,
  ...more,
});

/** A Group as a provider posts it, with those Users in it. */
export const aGroup = (displayName: string, ...users: readonly Referred[]) => ({
  schemas: [GROUP],
  displayName,
  members: membersOf(...users),
});

/** A list of members as a provider sends it. */
export const membersOf = (...users: readonly Referred[]) => users.map(({ id }) => ({ value: id }));

type Referred = Pick<Document, 'id'>;

/** The ids of those whom a Group shows, in its order. */
export const memberIdsOf = (group: Document) =>
  (group['members'] as readonly { readonly value: string }[]).map(({ value }) => value);

export const patchOf = (...operations: readonly object[]) => ({ schemas: [PATCH_OP], Operations: operations });

export const replace = (path: string, value: unknown) => patchOf({ op: 'replace', path, value });

/** That an answer is that error and nothing else (RFC 7644 §3.12). */
export function expectRefusal({ status, headers, body }: Answer, wanted: number, scimType?: string): void {
  expect({ status, body }).toEqual({
    status: wanted,
    body: {
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: String(wanted),
      ...(scimType !== undefined && { scimType }),
      detail: expect.stringMatching(/^\S.{10,}[.]$/s),
    },
  });
  expect(headers.get('content-type')).toBe('application/scim+json');
}
