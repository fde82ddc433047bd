import type { Actor } from '../audit/actor.js';

/** Somebody who acts on connections, as the audit log names them: never a connection itself. */
export interface Administrator extends Actor {
  readonly kind: Exclude<Actor['kind'], 'connection'>;
}
