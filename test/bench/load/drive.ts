import { Client } from 'undici';
import type { BenchRequest } from './bench-request.js';

export interface Load {
  readonly origin: string;
  readonly basePath: string;
  readonly token: string;
  /** One for each worker. */
  readonly requests: readonly Iterator<BenchRequest>[];
  readonly forMs: number;
  /** Told of every answer. */
  readonly answered?: (request: BenchRequest, body: string) => void;
}

export interface Driven {
  /** Milliseconds, one for each request. */
  readonly latencies: readonly number[];
  readonly seconds: number;
  readonly bytesReceived: number;
}

/**
 * Keeps every worker busy on a connection of its own, each with one request at a time.
 * @throws Error when a request is answered otherwise than expected
 */
export async function drive(load: Load): Promise<Driven> {
  const latencies: number[] = [];
  let bytesReceived = 0;
  const begun = performance.now();
  const work = async (requests: Iterator<BenchRequest>) => {
    const client = new Client(load.origin);
    while (performance.now() - begun < load.forMs) {
      const request = requests.next();
      if (request.done) break;
      const asked = performance.now();
      const text = await exchange(client, load, request.value);
      latencies.push(performance.now() - asked);
      bytesReceived += text.length;
      load.answered?.(request.value, text);
    }
    await client.close();
  };
  await Promise.all(load.requests.map(work));
  return { latencies, seconds: (performance.now() - begun) / 1_000, bytesReceived };
}

/** @returns the body of the answer */
async function exchange(client: Client, { basePath, token }: Load, request: BenchRequest): Promise<string> {
  const { method, path, body, expectedStatus } = request;
  const answer = await client.request({
    method,
    path: basePath + path,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    body: body === undefined ? null : JSON.stringify(body),
  });
  const text = await answer.body.text();
  if (answer.statusCode !== expectedStatus) {
    throw new Error(`${method} ${basePath}${path} was answered ${answer.statusCode}: ${text.slice(0, 1_000)}`);
  }
  return text;
}
