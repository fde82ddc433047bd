import { BULK_ID_PREFIX } from '../core/bulk/bulk-operation.js';
import { isJsonObject } from '../core/resource/json-object.js';

const MOST_BYTES = 65_536;

/**
 * A body as JSON, without passwords, to apply it again later. Nothing, when it is too large, when it refers to another
 * operation of a Bulk request, or when a password may be left in it.
 */
export function keepBody(sent: unknown): string | undefined {
  const text = JSON.stringify(sent ?? null, withoutPassword);
  const isKept =
    Buffer.byteLength(text) <= MOST_BYTES && !/password/i.test(text) && !text.includes(`"${BULK_ID_PREFIX}`);
  return isKept ? text : undefined;
}

function withoutPassword(name: string, value: unknown): unknown {
  if (isPassword(name)) return undefined;
  return Array.isArray(value) ? value.filter((element: unknown) => !setsPassword(element)) : value;
}

/** A PATCH operation whose path is the password. */
const setsPassword = (element: unknown): boolean =>
  isJsonObject(element) && typeof element['path'] === 'string' && isPassword(element['path']);

const isPassword = (path: string) => /(?:^|:)password$/i.test(path.trim());
