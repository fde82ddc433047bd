import type { JsonObject } from '../resource/json-object.js';
import type { ScimComplex } from '../resource/resource.js';
import type { UserIds } from './group-patch.js';

/** What the body of a POST or PUT says of a Group: its members apart, as in a PATCH. */
export interface GroupBody {
  /** Those of a new Group: `displayName`, and `externalId` if given. */
  readonly attributes: ScimComplex;
  /** All but the members as it was sent, for `replaceGroup`: null says something else there than nothing. */
  readonly sent: JsonObject;
  readonly members: UserIds;
}
