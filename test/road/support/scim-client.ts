/** A JSON document of the protocol, with the members by which tests find their way. */
export interface Document {
  readonly [name: string]: unknown;
  readonly id: string;
  readonly userName: string;
  readonly meta: { readonly location: string; readonly version: string; readonly lastModified: string };
  readonly totalResults: number;
  readonly Resources: readonly Document[];
}

/** What came back; without a body, `body` is `undefined`. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Document;
}

export type RequestHeaders = Readonly<Record<string, string>>;

/** Speaks SCIM to one base URL, as a provider with that token does; without one it sends no `Authorization`. */
export class ScimClient {
  constructor(
    readonly baseUrl: string,
    private readonly token?: string,
  ) {}

  get(path: string, headers?: RequestHeaders): Promise<Answer> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown, headers?: RequestHeaders): Promise<Answer> {
    return this.send('POST', path, body, headers);
  }

  put(path: string, body: unknown, headers?: RequestHeaders): Promise<Answer> {
    return this.send('PUT', path, body, headers);
  }

  patch(path: string, body: unknown, headers?: RequestHeaders): Promise<Answer> {
    return this.send('PATCH', path, body, headers);
  }

  delete(path: string, headers?: RequestHeaders): Promise<Answer> {
    return this.send('DELETE', path, undefined, headers);
  }

  /** `GET /Users` with those query parameters. */
  list(parameters: Readonly<Record<string, string>>): Promise<Answer> {
    return this.get(`/Users?${new URLSearchParams(parameters).toString()}`);
  }

  /** A body that is text already is sent as it is. */
  async send(method: string, path: string, body?: unknown, headers: RequestHeaders = {}): Promise<Answer> {
    const response = await fetch(this.baseUrl + path, {
      method,
      headers: {
        ...(this.token === undefined ? {} : { authorization: `Bearer ${this.token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/scim+json' }),
        ...headers,
      },
      body: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    const parsed: unknown = text === '' ? undefined : JSON.parse(text);
    return { status: response.status, headers: response.headers, text, body: parsed as Document };
  }
}
