import {
  DomainTaken,
  InvalidDomain,
  InvalidIssuer,
  ProviderChanged,
  ProviderNotValidated,
  SecretMissing,
  TooManyProviders,
  UnknownProviderConnection,
} from '../../identity-providers/identity-provider-errors.js';
import { ProviderAway } from '../../identity-providers/sign-in-errors.js';
import { SecretUnreadable } from '../../secrets/secret-errors.js';

/** Why something was not done; the page of the provider says so. */
export type ProviderAlert =
  | 'incomplete'
  | 'tooLong'
  | 'issuer'
  | 'domain'
  | 'domainTaken'
  | 'secretMissing'
  | 'secretUnreadable'
  | 'connection'
  | 'tooMany'
  | 'changed'
  | 'notValidated'
  | 'unconfirmed'
  | 'away';

/** What the page says to an error; nothing, when it is none of the providers'. */
export const findProviderAlert = (error: unknown): ProviderAlert | undefined =>
  error instanceof Error ? ALERTS.get(error.constructor) : undefined;

const ALERTS = new Map<unknown, ProviderAlert>([
  [InvalidIssuer, 'issuer'],
  [InvalidDomain, 'domain'],
  [DomainTaken, 'domainTaken'],
  [SecretMissing, 'secretMissing'],
  [SecretUnreadable, 'secretUnreadable'],
  [UnknownProviderConnection, 'connection'],
  [TooManyProviders, 'tooMany'],
  [ProviderChanged, 'changed'],
  [ProviderNotValidated, 'notValidated'],
  [ProviderAway, 'away'],
]);
