import type { ScimAccess } from '../src/setup/scim-access.js';

/** One request of the directory's, and what it was answered. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
}

/** What a SCIM service answers about one resource. */
export interface Resource extends Readonly<Record<string, unknown>> {
  readonly id: string;
}

/** Sends what a directory sends, and tells of each request. */
export class ScimClient {
  constructor(
    private readonly access: ScimAccess,
    private readonly headers: Readonly<Record<string, string>>,
    private readonly tell: (exchange: Exchange) => void,
  ) {}

  /** @throws Error with the service's own words when it refuses */
  async send(method: string, path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${this.access.baseUrl}${path}`, {
      method,
      headers: {
        ...this.headers,
        authorization: `Bearer ${this.access.token}`,
        ...(body && { 'content-type': 'application/scim+json; charset=utf-8' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    this.tell({ method, path: decodeURIComponent(path.replaceAll('+', ' ')), status: answer.status });
    const text = await answer.text();
    if (!answer.ok) throw new Error(detailOf(text) ?? `RuleForge answered ${answer.status}.`);
    return text === '' ? undefined : JSON.parse(text);
  }

  async create(path: string, body: object): Promise<Resource> {
    return (await this.send('POST', path, body)) as Resource;
  }

  /** The first of those that a filter finds. */
  async find(path: string): Promise<Resource | undefined> {
    const { Resources } = (await this.send('GET', path)) as { readonly Resources?: readonly Resource[] };
    return Resources?.[0];
  }
}

function detailOf(text: string): string | undefined {
  try {
    return (JSON.parse(text) as { readonly detail?: string }).detail;
  } catch {
    return undefined;
  }
}
