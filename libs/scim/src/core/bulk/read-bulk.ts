import { readMembers } from '../dialects/message-members.js';
import type { NoteLeniency } from '../dialects/leniency.js';
import { checkSchemas } from '../dialects/schemas.js';
import { ScimError } from '../errors/scim-error.js';
import { isJsonObject } from '../resource/json-object.js';

/** The most operations that one request may have (RFC 7644 §3.7.4). */
export const BULK_OPERATION_LIMIT = 1000;

const BULK_REQUEST = 'urn:ietf:params:scim:api:messages:2.0:BulkRequest';

/** A Bulk request before anybody has looked at its operations: what is wrong with one is no matter of the others. */
export interface BulkRequest {
  /** How many operations may fail before the rest is left; infinite when the client does not say. */
  readonly failOnErrors: number;
  readonly operations: readonly unknown[];
}

/**
 * The body of a Bulk request (RFC 7644 §3.7).
 * @throws ScimError `invalidSyntax` for a body that is no BulkRequest, `invalidValue` for a `failOnErrors` that counts
 *   nothing, 413 for too many operations
 */
export function readBulk(body: unknown, note: NoteLeniency): BulkRequest {
  if (!isJsonObject(body)) throw ScimError.invalidSyntax('The body must be one object: a BulkRequest.');
  checkSchemas(body, [BULK_REQUEST], note);
  const { failOnErrors, Operations: operations } = readMembers(body, ['failOnErrors', 'Operations'], note);
  if (!Array.isArray(operations)) throw ScimError.invalidSyntax('The body must have Operations, a list.');
  if (operations.length > BULK_OPERATION_LIMIT) throw ScimError.tooManyOperations(BULK_OPERATION_LIMIT);
  return { failOnErrors: readFailOnErrors(failOnErrors, note), operations };
}

function readFailOnErrors(sent: unknown, note: NoteLeniency): number {
  if (sent === undefined || sent === null) return Infinity;
  const isText = typeof sent === 'string' && /^\d{1,9}$/.test(sent);
  if (isText) note('number-as-text');
  const count = isText ? Number(sent) : sent;
  if (typeof count === 'number' && Number.isSafeInteger(count) && count > 0) return count;
  throw ScimError.invalidValue('failOnErrors must be a whole number, 1 or more; leave it out to have no limit.');
}
