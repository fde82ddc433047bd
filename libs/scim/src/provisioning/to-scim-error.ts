import { ScimError } from '../core/errors/scim-error.js';
import { isOutage } from '../sql/outage.js';

/** Whatever went wrong, as the protocol says it: a refusal as it is, our own trouble as 503, a defect as 500. */
export function toScimError(error: unknown): ScimError {
  if (error instanceof ScimError) return error;
  return isOutage(error) ? ScimError.unavailable(error) : ScimError.internal(error);
}
