import type { Leniency, NoteLeniency } from '../core/dialects/leniency.js';
import { refuseLeniency } from '../core/dialects/refuse-leniency.js';
import type { Caller } from '../ports/scope.js';
import type { ActivityEntry } from '../ports/activity-listener.js';

interface Origin {
  readonly requestId: string;
  readonly method: string;
  readonly clientAddress?: string;
  readonly client?: string;
}

/** One request under way: who asks, and what there is to tell about it when it is answered. */
export class Exchange {
  /** The connection that the path names; without one the token tells. */
  pathConnectionId?: string;
  operation = '';
  resourceId?: string;
  /** The OAuth client that asks for an access token. */
  oauthClientId?: string;
  changed: readonly string[] = [];
  /** A sentence on what came of it, where that is more than its status. */
  remark?: string;
  private readonly startedAt = new Date();
  private readonly startedMs = performance.now();
  private readonly leniencies = new Set<Leniency>();
  private authenticated?: Caller;

  constructor(private readonly origin: Origin) {}

  get requestId(): string {
    return this.origin.requestId;
  }

  get caller(): Caller {
    if (!this.authenticated) throw new Error('Exchange: asked for its caller before ScimBearerGuard has run.');
    return this.authenticated;
  }

  set caller(caller: Caller) {
    this.authenticated = caller;
  }

  /**
   * One of several things that this request asks for: by the same caller, under the same id, with an entry of its own, on
   * which those leniencies are noted already.
   */
  openPart(method: string, leniencies: Iterable<Leniency>): Exchange {
    const part = new Exchange({ ...this.origin, method });
    part.caller = this.caller;
    part.pathConnectionId = this.pathConnectionId;
    for (const leniency of leniencies) part.leniencies.add(leniency);
    return part;
  }

  /** @throws ScimError 400 when the caller's connection is strict, and the RFC does not ask for that tolerance */
  readonly note: NoteLeniency = (leniency, place) => {
    this.leniencies.add(leniency);
    if (this.authenticated?.strict) refuseLeniency(leniency, place);
  };

  /** What the request log keeps, or nothing when no connection is concerned. */
  toEntry(status: number, error?: { readonly scimType?: string; readonly detail: string }): ActivityEntry | undefined {
    const connectionId = this.authenticated?.connectionId ?? this.pathConnectionId;
    if (connectionId === undefined) return undefined;
    return {
      connectionId,
      tokenId: this.authenticated?.tokenId,
      oauthClientId: this.authenticated?.oauthClientId ?? this.oauthClientId,
      at: this.startedAt,
      requestId: this.origin.requestId,
      method: this.origin.method,
      operation: this.operation,
      resourceId: this.resourceId,
      status,
      scimType: error?.scimType,
      detail: error?.detail ?? this.remark,
      changed: this.changed,
      leniencies: [...this.leniencies],
      durationMs: performance.now() - this.startedMs,
      clientAddress: this.origin.clientAddress,
      client: this.origin.client,
    };
  }
}
