import { isJsonObject, type JsonObject } from '../resource/json-object.js';
import { toAttributePath } from '../resource/attribute-path.js';
import type { ResourceType } from '../schema/attribute.js';
import { findAttribute } from '../schema/find-attribute.js';
import { BULK_ID_PREFIX, type BulkOperation } from './bulk-operation.js';

/** What to put in the place of a reference to that `bulkId`; `undefined` takes it away, and the value that it is of. */
export type ReplaceReference = (bulkId: string) => string | undefined;

/**
 * The operation with other texts in the place of its references (RFC 7644 §3.7.2): in its path, and wherever one is a
 * whole value in its data, extensions included, or stands in a filter. What a client cannot write refers to nothing.
 */
export function mapReferences<Operation extends BulkOperation>(
  operation: Operation,
  replace: ReplaceReference,
): Operation {
  const { id } = operation as { id?: string };
  return {
    ...operation,
    ...(id !== undefined && { id: mapText(id, replace) ?? id }),
    ...('data' in operation && { data: mapBody(operation.data, operation.type, operation.method, replace) }),
  };
}

/** The `bulkId`s that an operation refers to. */
export function referencesIn(operation: BulkOperation): ReadonlySet<string> {
  const found = new Set<string>();
  mapReferences(operation, (bulkId) => {
    found.add(bulkId);
    return bulkId;
  });
  return found;
}

function mapBody(data: unknown, type: ResourceType, method: BulkOperation['method'], replace: ReplaceReference) {
  if (method === 'PATCH') return mapValue(data, mapFilters(replace));
  if (!isJsonObject(data)) return data;
  return mapMembers(data, (value, name) => (isWritable(name, type) ? mapValue(value, mapWhole(replace)) : value));
}

function isWritable(name: string, type: ResourceType): boolean {
  const mutability = findAttribute(type, toAttributePath(name))?.attribute.mutability;
  return mutability !== undefined && mutability !== 'readOnly';
}

type MapText = (text: string, name?: string) => string | undefined;

function mapValue(value: unknown, map: MapText, name?: string): unknown {
  if (typeof value === 'string') return map(value, name);
  if (Array.isArray(value)) {
    return value.map((element) => mapValue(element, map)).filter((element) => element !== undefined);
  }
  if (!isJsonObject(value)) return value;
  const mapped = mapMembers(value, (member, key) => mapValue(member, map, key));
  return 'value' in value && !('value' in mapped) ? undefined : mapped;
}

const mapMembers = (object: JsonObject, map: (value: unknown, name: string) => unknown): JsonObject =>
  Object.fromEntries(
    Object.entries(object)
      .map(([name, value]) => [name, map(value, name)] as const)
      .filter(([, value]) => value !== undefined),
  );

const mapWhole =
  (replace: ReplaceReference): MapText =>
  (text) =>
    mapText(text, replace);

/** The path of a PATCH operation may have references in its filter: `members[value eq "bulkId:x"]`. */
const mapFilters =
  (replace: ReplaceReference): MapText =>
  (text, name) =>
    name?.toLowerCase() === 'path'
      ? text.replace(QUOTED, (quoted, bulkId: string) => JSON.stringify(replace(bulkId) ?? quoted))
      : mapText(text, replace);

const QUOTED = new RegExp(`"${BULK_ID_PREFIX}([^"\\\\]+)"`, 'g');

const mapText = (text: string, replace: ReplaceReference): string | undefined =>
  text.startsWith(BULK_ID_PREFIX) ? replace(text.slice(BULK_ID_PREFIX.length)) : text;
