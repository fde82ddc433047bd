import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ReceivedWebhook {
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>> & { readonly id: string; readonly type: string };
}

/** An HTTP server that keeps what it is sent, and answers 204 unless told otherwise. */
export class Receiver {
  readonly received: ReceivedWebhook[] = [];
  /** The statuses of the next answers; 0 answers never, and a negative one without ever coming to an end. */
  readonly answers: number[] = [];
  /** What every answer carries besides. */
  headers: Record<string, string> = {};
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      let text = '';
      request.on('data', (chunk: Buffer) => (text += chunk.toString()));
      request.on('end', () => {
        this.received.push({ headers: request.headers, text, body: JSON.parse(text) });
        const status = this.answers.shift() ?? 204;
        if (status > 0) response.writeHead(status, this.headers).end();
        if (status < 0) void dribble(response.writeHead(-status));
      });
    });
  }

  static async listen(): Promise<Receiver> {
    const receiver = new Receiver();
    await new Promise<void>((resolve) => receiver.server.listen(0, '127.0.0.1', resolve));
    // A test that fails before it closes its receiver must not keep the process.
    receiver.server.unref();
    return receiver;
  }

  url(host = '127.0.0.1'): string {
    return `http://${host}:${(this.server.address() as AddressInfo).port}/hook`;
  }

  get types(): string[] {
    return this.received.map(({ body }) => body.type);
  }

  /** What has come when there are so many of them. */
  async until(count: number): Promise<readonly ReceivedWebhook[]> {
    await until(() => this.received.length >= count);
    return this.received;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}

async function dribble(response: ServerResponse): Promise<void> {
  while (!response.closed) {
    response.write('.');
    await sleep(10);
  }
}

/** Asks again and again, ten seconds at most. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 10_000;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`It never came true: ${condition.toString()}`);
    await sleep(10);
  }
}
