/** The identity providers that a connection can be set up for, in the order in which they are offered. */
export const CONNECTION_PROVIDERS = ['okta', 'entra', 'onelogin', 'google', 'jumpcloud', 'ping', 'other'] as const;

export type ConnectionProvider = (typeof CONNECTION_PROVIDERS)[number];

/** The provider of that name; `undefined` for any other text. */
export const findProvider = (text: string | undefined): ConnectionProvider | undefined =>
  CONNECTION_PROVIDERS.find((provider) => provider === text);
