import { violatedConstraint } from '../database/violated-constraint.js';
import { AddressTaken, ConnectionRemoved, ExternalIdTaken, type MemberError, UserNameTaken } from './member-errors.js';

const TAKEN = new Map<string | undefined, new (cause: unknown) => MemberError>([
  ['members_user_name_key', UserNameTaken],
  ['members_external_id_key', ExternalIdTaken],
  ['members_user_id_key', AddressTaken],
  ['members_connection_removed', ConnectionRemoved],
]);

/** What a unique index of the members refused, as the members' rules say it; throws any other error as it is. */
export function toMemberError(error: unknown): MemberError {
  const Taken = TAKEN.get(violatedConstraint(error));
  if (!Taken) throw error;
  return new Taken(error);
}

/** Like `toMemberError`, and throws that too. For `catch`. */
export function refuseTaken(error: unknown): never {
  throw toMemberError(error);
}
