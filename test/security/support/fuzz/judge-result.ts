import type { Answer } from '../send.js';

const MESSAGES = 'urn:ietf:params:scim:api:messages:2.0';
const CORE = 'urn:ietf:params:scim:schemas:core:2.0';
const ID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/;
const DISCOVERY = new Set([`${CORE}:ServiceProviderConfig`, `${CORE}:ResourceType`, `${CORE}:Schema`]);

type Body = Answer['body'];
type Rule = readonly [fault: string, isBroken: boolean];

const faultIn = (rules: readonly Rule[]) => rules.find(([, isBroken]) => isBroken)?.[0];

/** What is wrong with the body of a 200 or 201: `undefined` when nothing is. */
export function faultOfResult({ status, headers, body }: Answer, baseUrl: string): string | undefined {
  const schemas: unknown = body?.schemas;
  if (!Array.isArray(schemas) || new Set(schemas).size !== schemas.length) return 'no schemas, or one twice';
  if (schemas.includes(`${MESSAGES}:ListResponse`)) return faultOfList(body, baseUrl);
  if (schemas.includes(`${MESSAGES}:BulkResponse`)) return faultOfBulk(body);
  if (DISCOVERY.has(String(schemas[0])))
    return String(body.meta?.location).startsWith('http') ? undefined : 'no location';
  const location: unknown = headers.location;
  return (
    faultOfResource(body, baseUrl) ??
    faultIn([
      ['no Location', typeof location !== 'string'],
      ['a Location that is not the resource’s', !String(location).endsWith(`/${String(body.id)}`)],
      ['an ETag that is not the version', body.meta?.version !== undefined && headers.etag !== body.meta.version],
      ['a creation of nothing', status === 201 && body.id === undefined],
    ])
  );
}

function faultOfList(body: Body, baseUrl: string): string | undefined {
  const { totalResults, startIndex, itemsPerPage, nextCursor } = body;
  if (!Array.isArray(body.Resources)) return 'a list without Resources';
  const Resources: readonly Body[] = body.Resources;
  const ids = Resources.map((each): unknown => each.id);
  return (
    faultIn([
      ['a total that is no number', !Number.isInteger(totalResults) || totalResults < 0],
      ['an itemsPerPage that is not what the page has', itemsPerPage !== Resources.length],
      ['more on a page than there is', Resources.length > totalResults],
      ['a page that goes beyond the end', startIndex !== undefined && isBeyond(body)],
      ['neither position nor cursor', startIndex !== undefined && nextCursor !== undefined],
      ['a cursor of other characters', nextCursor !== undefined && !/^[\w.~-]+$/.test(String(nextCursor))],
      ['one resource twice', new Set(ids).size !== ids.length],
    ]) ?? Resources.map((each: Body) => faultOfListed(each, baseUrl)).find((fault) => fault !== undefined)
  );
}

function isBeyond({ startIndex, totalResults, itemsPerPage }: Body): boolean {
  return Number(startIndex) < 1 || (itemsPerPage > 0 && Number(startIndex) - 1 + Number(itemsPerPage) > totalResults);
}

const faultOfListed = (each: Body, baseUrl: string) =>
  DISCOVERY.has(String(each.schemas?.[0])) ? undefined : faultOfResource(each, baseUrl);

/** `meta` may be left out, when less was asked for; `schemas` and `id` never. */
function faultOfResource({ schemas, id, meta, password }: Body, baseUrl: string): string | undefined {
  const type = [`${CORE}:User`, `${CORE}:Group`].find((urn) => (schemas as unknown[] | undefined)?.includes(urn));
  const name = type?.split(':').at(-1);
  return faultIn([
    ['a resource of no type', type === undefined],
    ['an id that is none', !ID.test(String(id))],
    ['a password', password !== undefined],
    ['a type that is another', meta?.resourceType !== undefined && meta.resourceType !== name],
    [
      'a location that is another',
      meta?.location !== undefined && !isAddress(meta.location, `v2/${name}s/${String(id)}`, baseUrl),
    ],
    ['a version that is no weak ETag', meta?.version !== undefined && !/^W\/"[^"]+"$/.test(String(meta.version))],
    ['a change before the creation', meta?.created !== undefined && meta.lastModified < meta.created],
  ]);
}

/** Under the base URL, or under its alias without the connection. */
const isAddress = (location: unknown, path: string, baseUrl: string) =>
  [baseUrl.replace(/v2$/, path), `${new URL(baseUrl).origin}/scim/${path}`].includes(String(location));

const OUTCOMES = new Set(['200', '201', '204', '400', '403', '404', '409', '412']);

function faultOfBulk({ Operations }: Body): string | undefined {
  if (!Array.isArray(Operations)) return 'a Bulk answer without Operations';
  return faultIn(
    Operations.flatMap(({ status, response, location }: Body): Rule[] => [
      [`an operation with the status ${String(status)}`, !OUTCOMES.has(String(status))],
      ['an error that does not say so', Number(status) >= 400 && response?.status !== status],
      ['a creation without a location', status === '201' && typeof location !== 'string'],
    ]),
  );
}
