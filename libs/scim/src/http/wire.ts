import { type HttpServer, StreamableFile } from '@nestjs/common';

/** RFC 7644 §8.1; UTF-8 is its only charset and is not said. */
export const SCIM_MEDIA_TYPE = 'application/scim+json';

/** What a token was needed for is nobody else's to keep (RFC 6750 §5.3). */
export const CACHING = 'no-store';

/**
 * A JSON document in the form in which the adapter sends it as it is. Both adapters add a charset to the media type of a
 * text: Fastify not when it is told that the text is serialized, Express not when it streams.
 */
export function toPayload(adapter: HttpServer, response: unknown, document: unknown): string | StreamableFile {
  const text = JSON.stringify(document);
  if (adapter.getType() === 'fastify') {
    (response as { serializer: (serialize: (text: string) => string) => void }).serializer(asItIs);
    return text;
  }
  const bytes = Buffer.from(text);
  return new StreamableFile(bytes, { type: SCIM_MEDIA_TYPE, length: bytes.length });
}

const asItIs = (text: string) => text;
