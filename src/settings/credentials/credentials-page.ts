import type { ListedOAuthClient, ListedToken } from '@ruleforge/scim';
import type { ShownConnection } from '../connection/connection-desk.service.js';

/** Something secret that was issued just now, the only time that it is shown. */
export type Issued =
  | { readonly kind: 'token'; readonly label: string; readonly token: string }
  | { readonly kind: 'secret'; readonly label: string; readonly clientId: string; readonly secret: string };

/** What a connection's directory may prove itself by. */
export interface CredentialsPage {
  readonly connection: ShownConnection;
  readonly baseUrl: string;
  readonly tokenEndpoint: string;
  readonly issuer: string;
  readonly tokens: readonly ListedToken[];
  readonly clients: readonly ListedOAuthClient[];
  readonly issued?: Issued | undefined;
}
