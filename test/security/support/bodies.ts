/** What every form of the screens takes something of; they pass over what they did not ask for. */
export const SCREEN_FORM: Readonly<Record<string, string>> = {
  ...{ name: 'X', label: 'X', role: 'engineer', language: 'en', days: '30', seen: '1', overlapHours: '1', keys: '' },
  ...{
    revision: '3',
    issuer: 'https://id.test',
    clientId: 'x',
    clientSecret: 'x',
    domains: 'acme.test',
    matchClaim: 'sub',
  },
  ...{ alertPeople: '10', alertPercent: '20', silentHours: '48', fate: 'keep', do: 'show', defaultRole: 'read_only' },
};

const RULES = { defaultRole: 'read_only', mappings: [] };
const PATCH = {
  schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
  Operations: [{ op: 'replace', path: 'displayName', value: 'X' }],
};

/** What is sent to the routes of the API and of SCIM that take a body, as they want it. */
export const API_BODIES: Readonly<Record<string, object>> = {
  'POST /api/v1/members/:id/role': { role: 'engineer' },
  'POST /api/v1/members/:id/name': { name: 'X' },
  'POST /api/v1/projects/:id/rename': { name: 'X' },
  'POST /api/v1/projects/:id/members': { memberId: '', role: 'engineer' },
  'PATCH /api/v1/event-receivers/:id': { name: 'X' },
  'POST /api/v1/identity/connections/:connectionId/role-mappings/preview': RULES,
  'PUT /api/v1/identity/connections/:connectionId/role-mappings': { ...RULES, token: 'x' },
  'PUT /scim/v2/Users/:id': { schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'], userName: 'x@acme.test' },
  'PATCH /scim/v2/Users/:id': PATCH,
  'POST /scim/v2/Groups': { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'] },
  'PUT /scim/v2/Groups/:id': { schemas: ['urn:ietf:params:scim:schemas:core:2.0:Group'], displayName: 'X' },
  'PATCH /scim/v2/Groups/:id': PATCH,
};
