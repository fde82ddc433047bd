import type { RequestHeaders } from './scim-client.js';

/** What a person does in RuleForge, by session or by API key. */
export class ProductClient {
  constructor(
    private readonly url: string,
    readonly credentials: RequestHeaders,
  ) {}

  /** The status of `GET /api/v1/me`: 200 as long as the person is in. */
  async knock(): Promise<number> {
    return (await this.send('GET', '/me')).status;
  }

  async read<Document>(path: string): Promise<Document> {
    return (await (await this.send('GET', path)).json()) as Document;
  }

  /** Sends what must be done, and reads the answer to it. */
  async write<Document>(method: string, path: string, body: object): Promise<Document> {
    const response = await this.send(method, path, body);
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as Document;
  }

  /** The same person by an API key that was made just now. */
  async byApiKey(): Promise<ProductClient> {
    const response = await this.send('POST', '/api-keys', { name: 'ci' });
    const { value } = (await response.json()) as { value: string };
    return new ProductClient(this.url, { authorization: `Bearer ${value}` });
  }

  send(method: string, path: string, body?: object): Promise<Response> {
    return fetch(`${this.url}/api/v1${path}`, {
      method,
      headers: { ...this.credentials, ...(body && { 'content-type': 'application/json' }) },
      body: body === undefined ? null : JSON.stringify(body),
    });
  }
}
