/** Whom the audit log names: a member, a connection of an identity provider, an operator at a shell, or the system. */
export interface Actor {
  readonly kind: 'member' | 'connection' | 'operator' | 'system';
  readonly id: string;
  readonly name: string;
  /** The request in which it acts, when there is one. */
  readonly requestId?: string;
  /** When that request arrived, if that is known. */
  readonly askedAt?: Date;
}
