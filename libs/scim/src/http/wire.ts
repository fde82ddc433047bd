import { StreamableFile } from '@nestjs/common';
import type { HttpServer } from '@nestjs/common';

/** RFC 7644 §8.1; UTF-8 is its only charset and is not said. */
export const SCIM_MEDIA_TYPE = 'application/scim+json';

/** What a token was needed for is nobody else's to keep (RFC 6750 §5.3). */
export const CACHING = 'no-store';

/**
 * A JSON document in the form in which the adapter sends it as it is. Both adapters would add a charset to text;
 * Fastify leaves bytes alone, Express streams.
 */
export function toPayload(adapter: HttpServer, document: unknown): Buffer | StreamableFile {
  const bytes = Buffer.from(JSON.stringify(document));
  return adapter.getType() === 'fastify'
    ? bytes
    : new StreamableFile(bytes, { type: SCIM_MEDIA_TYPE, length: bytes.length });
}
