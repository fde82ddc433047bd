import { NotFoundException } from '@nestjs/common';
import {
  OAuthClientLimitReached,
  OtherClientMethod,
  TokenLimitReached,
  UnknownConnection,
  UnusableKeys,
} from '@ruleforge/scim';
import { CredentialGone, NothingToSettle, NotInThisState, SeenTooEarly } from '../../connections/connection-errors.js';
import { CannotStandOutside, LastAdministrator, NoRecoveryAdministrator } from '../../members/member-errors.js';

/** Why something was not done to a connection. */
export type ConnectionAlert =
  | 'outdated'
  | 'gone'
  | 'tokenLimit'
  | 'clientLimit'
  | 'keys'
  | 'noRecovery'
  | 'cannotStandOutside'
  | 'lastAdministrator'
  | 'settled'
  | 'unnamed'
  | 'unconfirmed';

/** An act that was refused, with the reason. */
export class Alerted {
  constructor(readonly alert: ConnectionAlert) {}
}

/**
 * What came of an act, or why it was refused.
 * @throws NotFoundException when there is no such connection, and any other error as it is
 */
export async function orAlert<Result>(act: Promise<Result>): Promise<Result | Alerted> {
  try {
    return await act;
  } catch (error) {
    if (error instanceof UnknownConnection) throw new NotFoundException();
    const alert = error instanceof Error ? ALERTS.get(error.constructor) : undefined;
    if (!alert) throw error;
    return new Alerted(alert);
  }
}

const ALERTS = new Map<unknown, ConnectionAlert>([
  [SeenTooEarly, 'outdated'],
  [NotInThisState, 'outdated'],
  [CredentialGone, 'gone'],
  [OtherClientMethod, 'gone'],
  [TokenLimitReached, 'tokenLimit'],
  [OAuthClientLimitReached, 'clientLimit'],
  [UnusableKeys, 'keys'],
  [NoRecoveryAdministrator, 'noRecovery'],
  [CannotStandOutside, 'cannotStandOutside'],
  [LastAdministrator, 'lastAdministrator'],
  [NothingToSettle, 'settled'],
]);
