import type { NoteLeniency } from '../dialects/leniency.js';
import { ScimError } from '../errors/scim-error.js';
import { isJsonObject } from '../resource/json-object.js';
import { readResource } from '../resource/read-resource.js';
import { replaceResource } from '../resource/replace-resource.js';
import type { ScimComplex } from '../resource/resource.js';
import type { ResourceType } from '../schema/attribute.js';
import type { GroupBody } from './group-body.js';
import { membersApart } from './members-apart.js';
import { readUserIds } from './read-user-ids.js';

/**
 * The body of a POST or PUT on a Group (RFC 7644 §3.3, §3.5.1). Without `members` it has none, also in a PUT: Pocket ID
 * leaves an empty list out.
 * https://github.com/pocket-id/pocket-id/blob/d258d952b1573300860aff369e300a76f6fb5f09/backend/internal/scimsync/service.go
 * @throws ScimError as `readResource`, and `invalidValue` as `readUserIds`
 */
export function readGroup(body: unknown, type: ResourceType, note: NoteLeniency): GroupBody {
  if (!isJsonObject(body)) throw ScimError.invalidSyntax('The body must be one object: the Group.');
  const { members, others } = membersApart(body, type, note);
  return { attributes: readResource(others, type, note), sent: others, members: readUserIds(members, note) };
}

/**
 * The attributes of a Group after a PUT with that body: a missing `externalId` stays, as it does for a User.
 * @returns `current` itself when nothing changed
 */
export const replaceGroup = (
  current: ScimComplex,
  { sent }: GroupBody,
  type: ResourceType,
  note: NoteLeniency,
): ScimComplex => replaceResource(current, sent, type, note);
