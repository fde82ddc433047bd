import type { Settings } from '../config/settings.js';

/** What an administrator types into the identity provider. */
export interface ScimAccess {
  readonly connectionId: string;
  readonly baseUrl: string;
  readonly token: string;
}

/** Where the identity provider of a connection sends its requests. */
export const scimBaseUrl = ({ publicUrl }: Settings, connectionId: string): string =>
  `${publicUrl}/scim/${connectionId}/v2`;

/** Where the OAuth clients of a connection get their access tokens. */
export const tokenEndpoint = ({ publicUrl }: Settings, connectionId: string): string =>
  `${publicUrl}/scim/${connectionId}/oauth/token`;
