import { Client } from 'undici';
import type { Contestant } from '../servers/contestant.js';
import type { Tenant } from '../population/tenant.js';

/** An administrator at a browser, signed in by password. */
export class ScreenVisitor {
  private constructor(
    private readonly client: Client,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** @throws Error when the password opens nothing */
  static async signIn({ origin }: Contestant, { admin }: Tenant): Promise<ScreenVisitor> {
    const client = new Client(origin, { bodyTimeout: 0 });
    const { statusCode, headers, body } = await client.request({
      method: 'POST',
      path: '/sign-in',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...admin }).toString(),
    });
    await body.dump();
    const cookie = [headers['set-cookie']].flat()[0]?.split(';')[0];
    if (statusCode !== 303 || cookie === undefined) throw new Error(`The sign-in was answered ${statusCode}.`);
    return new ScreenVisitor(client, { cookie, accept: 'text/html' });
  }

  /**
   * @returns the milliseconds until all of the page was there
   * @throws Error when it is not the page that comes
   */
  async look(path: string): Promise<number> {
    const begun = performance.now();
    const { statusCode, body } = await this.client.request({ method: 'GET', path, headers: this.headers });
    const text = await body.text();
    if (statusCode !== 200) throw new Error(`GET ${path} was answered ${statusCode}: ${text.slice(0, 1_000)}`);
    return performance.now() - begun;
  }

  /**
   * Takes a file that a form asks for, and keeps nothing of it.
   * @returns its bytes
   */
  async download(path: string, form: Readonly<Record<string, string>>): Promise<number> {
    const { statusCode, body } = await this.client.request({
      method: 'POST',
      path,
      headers: { ...this.headers, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form }).toString(),
    });
    if (statusCode !== 200) throw new Error(`POST ${path} was answered ${statusCode}: ${await body.text()}`);
    let bytes = 0;
    for await (const chunk of body) bytes += (chunk as Buffer).length;
    return bytes;
  }

  leave(): Promise<void> {
    return this.client.close();
  }
}
