import { ScimError } from '../core/errors/scim-error.js';
import type { UserIds } from '../core/group/group-patch.js';
import { isUuid } from '../sql/uuid.js';

const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The ids as the database takes them: a text that cannot be an id is nobody's, like an id that nobody has. */
export const toUuids = (ids: UserIds): readonly string[] => [
  ...new Set(Array.from(ids, (id) => (isUuid(id) ? id : NOBODY))),
];

/**
 * The refusal of the first id that is no User's, if the database knew some not: the same whyever it knew it not. A text
 * that cannot be an id is not repeated: it may be somebody's address.
 */
export function refuseStranger(ids: UserIds, strangers: readonly string[]): ScimError | undefined {
  if (strangers.length === 0) return undefined;
  const unknown = new Set(strangers);
  const stranger = [...ids].find((id) => unknown.has(id) || !isUuid(id));
  if (stranger === undefined) return undefined;
  const named = isUuid(stranger) ? `the id "${stranger}"` : 'the id of one of the members';
  return ScimError.invalidValue(`No User has ${named}: assign the user to the application first.`);
}
