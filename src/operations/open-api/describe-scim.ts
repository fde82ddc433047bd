import type { OpenAPIObject } from '@nestjs/swagger';

type Paths = OpenAPIObject['paths'];
type PathItem = Paths[string];
type Operation = NonNullable<PathItem['get']>;

const MEDIA_TYPE = 'application/scim+json';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

const contentOf = (component: string) => ({
  [MEDIA_TYPE]: { schema: { $ref: `#/components/schemas/${component}` } },
});
const query = (...names: string[]) =>
  names.map((name) => ({ name, in: 'query' as const, required: false, schema: { type: 'string' as const } }));

const PROJECTION = query('attributes', 'excludedAttributes');
const PAGE = query('filter', 'sortBy', 'sortOrder', 'startIndex', 'count', 'cursor');
const REFUSED = { default: { description: 'Refused; the detail says what to do.', content: contentOf('ScimError') } };

type Told = Readonly<Record<string, Partial<Operation>>>;

const collectionOf = (name: string): Told => ({
  get: {
    responses: { 200: { description: `A page of ${name}s.`, content: contentOf(`Scim${name}List`) }, ...REFUSED },
  },
  post: { requestBody: { content: contentOf(`Scim${name}`) }, responses: { 201: one(name), ...REFUSED } },
});

const resourceOf = (name: string, patched: Told[string]['responses'], removed: string): Told => ({
  get: { responses: { 200: one(name), ...REFUSED } },
  put: { requestBody: { content: contentOf(`Scim${name}`) }, responses: { 200: one(name), ...REFUSED } },
  patch: { requestBody: { content: contentOf('ScimPatch') }, responses: { 200: one(name), ...patched, ...REFUSED } },
  delete: { responses: { 204: { description: removed }, ...REFUSED } },
});

const one = (name: string) => ({ description: `The ${name} as it is now.`, content: contentOf(`Scim${name}`) });

const LARGE = { 204: { description: 'Changed; a Group of more than 100 members is not shown unasked.' } };
const ENDPOINTS: readonly (readonly [endpoint: string, collection: Told, resource: Told])[] = [
  ['/v2/Users', collectionOf('User'), resourceOf('User', {}, 'Deactivated and out of SCIM.')],
  ['/v2/Groups', collectionOf('Group'), resourceOf('Group', LARGE, 'Gone, and what came from it.')],
];

const BULK: Told = {
  post: {
    requestBody: { content: contentOf('ScimBulkRequest') },
    responses: {
      200: { description: 'What came of each operation.', content: contentOf('ScimBulkResponse') },
      ...REFUSED,
    },
  },
};

const searchOf = (list: string): Told => ({
  get: { responses: { 200: { description: 'A page.', content: contentOf(list) }, ...REFUSED } },
  post: {
    requestBody: { content: contentOf('ScimSearch') },
    responses: {
      200: { description: 'A page, as a GET with these parameters has it.', content: contentOf(list) },
      ...REFUSED,
    },
  },
});

const text = { type: 'string' } as const;
const textsOf = (...names: string[]) => Object.fromEntries(names.map((name) => [name, text]));
const json = (properties: Readonly<Record<string, { readonly type: 'string' | 'integer' }>>) => ({
  'application/json': { schema: { type: 'object', properties } as const },
});

/** RFC 6749 §4.4.2, RFC 7523 §2.2 */
const TOKEN: Told = {
  post: {
    security: [],
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': {
          schema: {
            type: 'object',
            required: ['grant_type'],
            properties: {
              ...{ grant_type: { enum: ['client_credentials'] }, scope: { enum: ['scim', 'scim.read'] } },
              ...textsOf('client_id', 'client_secret', 'client_assertion', 'client_assertion_type'),
            },
          },
        },
      },
    },
    responses: {
      200: {
        description: 'A token.',
        content: json({ ...textsOf('access_token', 'token_type', 'scope'), expires_in: { type: 'integer' } }),
      },
      default: {
        description: 'Refused; the description says what to do.',
        content: json(textsOf('error', 'error_description')),
      },
    },
  },
};

/** Fills in what the controllers' types do not say of SCIM's routes but the discovery; other paths stay as they are. */
export const describeScim = (path: string, item: PathItem): PathItem => {
  if (path.endsWith('/oauth/token')) return fillIn(item, TOKEN, {});
  if (path.endsWith('/v2/Bulk')) return fillIn(item, BULK, {});
  if (/\/v2(?:\/\.search)?$/.test(path)) return fillIn(item, searchOf('ScimList'), { get: [...PAGE, ...PROJECTION] });
  for (const [endpoint, collection, resource] of ENDPOINTS) {
    if (path.endsWith(endpoint)) return fillIn(item, collection, { get: [...PAGE, ...PROJECTION], post: PROJECTION });
    if (path.endsWith(`${endpoint}/.search`))
      return fillIn(item, searchOf(`Scim${endpoint.slice('/v2/'.length, -1)}List`), {});
    if (path.endsWith(`${endpoint}/{id}`)) {
      return fillIn(item, resource, { get: PROJECTION, put: PROJECTION, patch: PROJECTION });
    }
  }
  return item;
};

function fillIn(item: PathItem, told: Told, parameters: Readonly<Record<string, Operation['parameters']>>): PathItem {
  const filled = METHODS.flatMap((method) => {
    const operation = item[method];
    if (!operation) return [];
    const more = [...(operation.parameters ?? []), ...(parameters[method] ?? [])];
    return [[method, { ...operation, security: [{ bearer: [] }], ...told[method], parameters: more }]];
  });
  return { ...item, ...Object.fromEntries(filled) } as PathItem;
}
