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
const PAGE = query('filter', 'sortBy', 'sortOrder', 'startIndex', 'count');
const REFUSED = { default: { description: 'Refused; the detail says what to do.', content: contentOf('ScimError') } };
const ONE = { description: 'The User as it is now.', content: contentOf('ScimUser') };

const COLLECTION: Readonly<Record<string, Partial<Operation>>> = {
  get: { responses: { 200: { description: 'A page of Users.', content: contentOf('ScimUserList') }, ...REFUSED } },
  post: { requestBody: { content: contentOf('ScimUser') }, responses: { 201: ONE, ...REFUSED } },
};
const RESOURCE: Readonly<Record<string, Partial<Operation>>> = {
  get: { responses: { 200: ONE, ...REFUSED } },
  put: { requestBody: { content: contentOf('ScimUser') }, responses: { 200: ONE, ...REFUSED } },
  patch: { requestBody: { content: contentOf('ScimPatch') }, responses: { 200: ONE, ...REFUSED } },
  delete: { responses: { 204: { description: 'Deactivated and out of SCIM.' }, ...REFUSED } },
};

/** Fills in what the controllers' types do not say of `/Users`; other paths stay as they are. */
export const describeScim = (path: string, item: PathItem): PathItem => {
  if (path.endsWith('/v2/Users')) return fillIn(item, COLLECTION, { get: [...PAGE, ...PROJECTION], post: PROJECTION });
  if (path.endsWith('/v2/Users/{id}'))
    return fillIn(item, RESOURCE, { get: PROJECTION, put: PROJECTION, patch: PROJECTION });
  return item;
};

function fillIn(
  item: PathItem,
  told: Readonly<Record<string, Partial<Operation>>>,
  parameters: Readonly<Record<string, Operation['parameters']>>,
): PathItem {
  const filled = METHODS.flatMap((method) => {
    const operation = item[method];
    if (!operation) return [];
    const more = [...(operation.parameters ?? []), ...(parameters[method] ?? [])];
    return [[method, { ...operation, ...told[method], parameters: more, security: [{ bearer: [] }] }]];
  });
  return { ...item, ...Object.fromEntries(filled) } as PathItem;
}
