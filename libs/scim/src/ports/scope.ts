/** Who asks: a connection (one identity provider bound to one organization) by one of its credentials. */
export interface Caller {
  readonly organizationId: string;
  readonly connectionId: string;
  readonly connectionName: string;
  /** Whether the connection may take over members that it did not create. */
  readonly adopts: boolean;
  /** Whether the connection refuses what others tolerate. */
  readonly strict: boolean;
  readonly tokenId: string;
  /** Whose access token it is; absent when an administrator issued it. */
  readonly oauthClientId?: string;
  readonly access: 'write' | 'read';
  readonly requestId: string;
}

/** A caller and the transaction that the work belongs to: the first argument of every port method. */
export interface ScimScope<Tx = unknown> {
  readonly caller: Caller;
  readonly tx: Tx;
}
