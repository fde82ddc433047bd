import { ScimError } from '@ruleforge/scim';
import {
  AddressTaken,
  AdoptionOff,
  ConnectionRemoved,
  ExternalIdTaken,
  InvalidUserName,
  LastAdministrator,
  ManagedByAnotherConnection,
  MemberError,
  NeverManaged,
  SeatLimitReached,
  UserNameTaken,
} from '../members/member-errors.js';

const uniqueness = (error: MemberError) => ScimError.uniqueness(error.message, error);
const forbidden = (error: MemberError) => ScimError.forbidden(error.message);

const TRANSLATIONS = new Map<unknown, (error: MemberError) => ScimError>([
  [UserNameTaken, uniqueness],
  [ExternalIdTaken, uniqueness],
  [AddressTaken, uniqueness],
  [InvalidUserName, (error) => ScimError.invalidValue(error.message, error)],
  [SeatLimitReached, forbidden],
  [LastAdministrator, forbidden],
  [ManagedByAnotherConnection, forbidden],
  [AdoptionOff, forbidden],
  [ConnectionRemoved, forbidden],
  [NeverManaged, forbidden],
]);

/** What a member's rule refused, as SCIM says it; any other error as it is. For `catch`. */
export function refuseAsScim(error: unknown): never {
  const translate = error instanceof MemberError ? TRANSLATIONS.get(error.constructor) : undefined;
  throw translate ? translate(error as MemberError) : error;
}
