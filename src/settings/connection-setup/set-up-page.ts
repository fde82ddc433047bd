import type { IssuedToken, ListedToken } from '@ruleforge/scim';
import type { FirstContact } from '../../connections/first-contact.service.js';
import type { ShownConnection } from '../connection/connection-desk.service.js';

/** How far the set-up of a connection has come. */
export interface SetUpPage {
  readonly connection: ShownConnection;
  readonly baseUrl: string;
  /** All tokens that it ever had, oldest first. */
  readonly tokens: readonly ListedToken[];
  readonly contact: FirstContact;
  /** The token that was issued just now, the only time that it is shown. */
  readonly issued?: IssuedToken | undefined;
}
