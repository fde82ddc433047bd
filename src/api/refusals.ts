import { ApiKeyNotFound, ApiKeyOwnerInactive } from '../api-keys/api-key-errors.js';
import {
  EventReceiverNotFound,
  NotOfThisKind,
  TooManyEventReceivers,
  WebhookUrlRefused,
} from '../events/receivers/event-receiver-errors.js';
import { InvalidCredentials, OrganizationRequired } from '../identity/identity-errors.js';
import {
  AlreadyInvited,
  AlreadyMember,
  InvitationInvalid,
  InvitationNotFound,
  SentTooOften,
  TooManyInvitations,
  WrongPassword,
} from '../invitations/invitation-errors.js';
import {
  AddressTaken,
  InvalidMemberName,
  InvalidUserName,
  LastAdministrator,
  MemberManagedByDirectory,
  MemberNotFound,
  RecoveryAdministratorProtected,
  RoleFromGroup,
  SeatLimitReached,
  UserNameTaken,
} from '../members/member-errors.js';
import { InvalidProjectName, ProjectNameTaken, ProjectNotFound } from '../projects/project-errors.js';
import {
  AdministratorByName,
  AdministratorInProject,
  AdministratorUnconfirmed,
  ConnectionNotFound,
  GroupMappedTwice,
  GroupNotFound,
  PreviewOutdated,
  UnknownProject,
} from '../provisioning/roles/role-mapping-errors.js';
import { AccountBelongsToPerson, InvalidAddress, TooManyAttempts } from '../users/user-errors.js';

/** The HTTP status of each refusal of the domain. */
export const REFUSALS: ReadonlyMap<unknown, number> = new Map<unknown, number>([
  [InvalidCredentials, 401],
  [WrongPassword, 401],
  [SeatLimitReached, 403],
  [RecoveryAdministratorProtected, 403],
  [ApiKeyOwnerInactive, 403],
  [MemberNotFound, 404],
  [ApiKeyNotFound, 404],
  [InvitationNotFound, 404],
  [InvitationInvalid, 404],
  [ProjectNotFound, 404],
  [ConnectionNotFound, 404],
  [EventReceiverNotFound, 404],
  [OrganizationRequired, 409],
  [TooManyEventReceivers, 409],
  [UserNameTaken, 409],
  [AddressTaken, 409],
  [AlreadyInvited, 409],
  [AlreadyMember, 409],
  [AccountBelongsToPerson, 409],
  [LastAdministrator, 409],
  [MemberManagedByDirectory, 409],
  [RoleFromGroup, 409],
  [ProjectNameTaken, 409],
  [PreviewOutdated, 409],
  [AdministratorUnconfirmed, 409],
  [InvalidUserName, 422],
  [InvalidMemberName, 422],
  [InvalidAddress, 422],
  [InvalidProjectName, 422],
  [GroupNotFound, 422],
  [UnknownProject, 422],
  [AdministratorByName, 422],
  [AdministratorInProject, 422],
  [GroupMappedTwice, 422],
  [NotOfThisKind, 422],
  [WebhookUrlRefused, 422],
  [TooManyAttempts, 429],
  [TooManyInvitations, 429],
  [SentTooOften, 429],
]);
