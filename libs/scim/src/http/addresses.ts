/** The addresses that clients are given, made from the configured public URL and never from a request's `Host`. */
export class Addresses {
  constructor(
    private readonly publicUrl: string,
    private readonly path: string,
  ) {}

  /** The base URL of the form that the request used: with the connection's id, or the alias without. */
  baseUrl(connectionId?: string): string {
    return [this.publicUrl, this.path, ...(connectionId === undefined ? [] : [connectionId]), 'v2'].join('/');
  }

  /** A connection as an authorization server (RFC 8414 §2). */
  issuer(connectionId: string): string {
    return [this.publicUrl, this.path, connectionId].join('/');
  }

  /** Where the OAuth clients of a connection get their access tokens. */
  tokenEndpoint(connectionId: string): string {
    return `${this.issuer(connectionId)}/oauth/token`;
  }
}
