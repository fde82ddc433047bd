export interface AuditActor {
  readonly kind: 'member' | 'operator' | 'system';
  readonly id: string;
  readonly name: string;
}

/** Something that happened to a connection or one of its credentials. Never holds a secret. */
export interface ConnectionEvent {
  readonly organizationId: string;
  readonly actor: AuditActor;
  readonly action:
    | 'connection.created'
    | 'connection.changed'
    | 'connection.removed'
    | 'token.issued'
    | 'token.rotated'
    | 'token.revoked'
    | 'request.retried'
    | 'oauth_client.created'
    | 'oauth_client.secret_rotated'
    | 'oauth_client.keys_changed'
    | 'oauth_client.revoked';
  readonly subject: {
    readonly kind: 'connection' | 'token' | 'oauth_client';
    readonly id: string;
    readonly name: string;
  };
  readonly details: Readonly<Record<string, unknown>>;
}

/** Where the host keeps its audit log: in each organization's the entries about its own connections, and no others. */
export abstract class AuditTrail<Tx = unknown> {
  /**
   * Records the event, with everything that it says, in the transaction that `tx` is: no event without its entry, no entry
   * without its event.
   */
  abstract record(tx: Tx, event: ConnectionEvent): Promise<void>;
}
