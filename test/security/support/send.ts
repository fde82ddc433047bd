import { Agent, request as open, type IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:net';

/** One request, exactly as it shall stand on the wire: nothing in `path` is normalized or escaped. */
export interface Wish {
  readonly method?: string;
  readonly path: string;
  /** Name, value, name, value …: a name may come twice. */
  readonly headers?: readonly string[];
  /** An object is sent as JSON, text and bytes as they are. */
  readonly body?: unknown;
  /** Without `Content-Length`. */
  readonly chunked?: boolean;
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body as JSON; `undefined` for any other. */
  readonly body: any;
}

const agent = new Agent({ keepAlive: true, maxSockets: 200 });

/** Sends one request to a server of this machine. */
export function send(origin: string, { method = 'GET', path, headers = [], body, chunked }: Wish): Promise<Answer> {
  const { hostname, port, host } = new URL(origin);
  const bytes = bytesOf(body);
  const length = bytes && !chunked ? ['Content-Length', String(bytes.length)] : [];
  const own = headers.some((name, index) => index % 2 === 0 && name.toLowerCase() === 'host') ? [] : ['Host', host];
  return new Promise((resolve, reject) => {
    const request = open(
      { hostname, port, method, path, headers: [...own, ...length, ...headers], agent },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const text = Buffer.concat(chunks).toString();
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, body: jsonOf(text) });
        });
      },
    );
    request.once('error', reject);
    request.end(bytes);
  });
}

/** Sends bytes as they are and gives back all that comes before the connection ends. */
export function sendBytes(origin: string, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(bytes));
    socket.on('data', (chunk) => (answer += chunk.toString()));
    socket.once('error', reject);
    socket.once('close', () => resolve(answer));
  });
}

function bytesOf(body: unknown): Buffer | undefined {
  if (body === undefined) return undefined;
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
