import {
  AlreadyInvited,
  AlreadyMember,
  InvitationNotFound,
  SentTooOften,
  TooManyInvitations,
} from '../../invitations/invitation-errors.js';
import {
  AddressTaken,
  CannotStandOutside,
  InvalidMemberName,
  LastAdministrator,
  MemberManagedByDirectory,
  NoRecoveryAdministrator,
  RecoveryAdministratorProtected,
  RoleFromGroup,
  SeatLimitReached,
  UserNameTaken,
} from '../../members/member-errors.js';
import { InvalidProjectName, ProjectNameTaken } from '../../projects/project-errors.js';
import { AccountBelongsToPerson, InvalidAddress } from '../../users/user-errors.js';

/** Why something that an administrator wanted of people was not done. */
export type PeopleAlert =
  | 'address'
  | 'name'
  | 'password'
  | 'role'
  | 'alreadyMember'
  | 'alreadyInvited'
  | 'tooManyInvitations'
  | 'sentTooOften'
  | 'invitationGone'
  | 'noSeat'
  | 'accountExists'
  | 'lastAdministrator'
  | 'recovery'
  | 'cannotStandOutside'
  | 'lastRecovery'
  | 'roleFromGroup'
  | 'managed'
  | 'projectName'
  | 'projectNameTaken';

/** What the screens say to an error; nothing, when it is none of the rules'. */
export const findPeopleAlert = (error: unknown): PeopleAlert | undefined =>
  ALERTS.get(error instanceof Error ? error.constructor : undefined);

/** What the screens say to fields that do not hold what they must; nothing, when all do. */
export const alertOfFields = (invalid: ReadonlySet<string>): PeopleAlert | undefined =>
  FIELDS.find(([field]) => invalid.has(field))?.[1];

const ALERTS = new Map<unknown, PeopleAlert>([
  [InvalidAddress, 'address'],
  [InvalidMemberName, 'name'],
  [AlreadyMember, 'alreadyMember'],
  [UserNameTaken, 'alreadyMember'],
  [AddressTaken, 'alreadyMember'],
  [AlreadyInvited, 'alreadyInvited'],
  [TooManyInvitations, 'tooManyInvitations'],
  [SentTooOften, 'sentTooOften'],
  [InvitationNotFound, 'invitationGone'],
  [SeatLimitReached, 'noSeat'],
  [AccountBelongsToPerson, 'accountExists'],
  [LastAdministrator, 'lastAdministrator'],
  [RecoveryAdministratorProtected, 'recovery'],
  [CannotStandOutside, 'cannotStandOutside'],
  [NoRecoveryAdministrator, 'lastRecovery'],
  [RoleFromGroup, 'roleFromGroup'],
  [MemberManagedByDirectory, 'managed'],
  [InvalidProjectName, 'projectName'],
  [ProjectNameTaken, 'projectNameTaken'],
]);

const FIELDS: readonly (readonly [string, PeopleAlert])[] = [
  ['email', 'address'],
  ['name', 'name'],
  ['password', 'password'],
  ['role', 'role'],
];
