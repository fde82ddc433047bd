import type { ResourceType } from '../schema/attribute.js';

/** The URI of a resource (RFC 7643 §3.1, `meta.location`). */
export const locationOf = (baseUrl: string, { endpoint }: Pick<ResourceType, 'endpoint'>, id: string): string =>
  `${baseUrl}${endpoint}/${id}`;
