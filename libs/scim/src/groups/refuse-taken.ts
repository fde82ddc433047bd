import { ScimError } from '../core/errors/scim-error.js';
import { violatedConstraint } from '../sql/violated-constraint.js';

const TAKEN = new Map<string | undefined, string>([
  ['scim_groups_display_name_key', 'displayName'],
  ['scim_groups_external_id_key', 'externalId'],
]);

/** What a unique index of the groups refused, as 409 `uniqueness`; any other error as it is. For `catch`. */
export function refuseTaken(error: unknown): never {
  const attribute = TAKEN.get(violatedConstraint(error));
  throw attribute === undefined
    ? error
    : ScimError.uniqueness(`Another group of this connection has this ${attribute}.`, error);
}
