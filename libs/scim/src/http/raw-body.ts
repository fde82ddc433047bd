import type { Readable } from 'node:stream';

/** Past this a sender who does not stop is cut off. */
const DRAIN_BYTES = 64 * 1024 * 1024;

/** A body as it came, with what its sender said of it. `bytes` is missing when it was larger than allowed. */
export class RawBody {
  constructor(
    readonly mediaType: string | undefined,
    readonly encoding: string | undefined,
    readonly bytes: Buffer | undefined,
  ) {}
}

/**
 * Reads a body to its end. One that is too large is read on and thrown away, so that its sender gets to read the answer.
 */
export function readRawBody(
  stream: Readable,
  headers: Readonly<Record<string, string | string[] | undefined>>,
  limit: number,
): Promise<RawBody> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    stream.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
      if (size > DRAIN_BYTES) stream.destroy();
    });
    stream.once('error', reject);
    stream.once('end', () => {
      const bytes = size <= limit ? Buffer.concat(chunks, size) : undefined;
      resolve(new RawBody(textOf(headers['content-type']), textOf(headers['content-encoding']), bytes));
    });
  });
}

const textOf = (header: string | string[] | undefined) => (Array.isArray(header) ? header.join(', ') : header);
