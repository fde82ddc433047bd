import type { ScimResource } from './resource.js';

/** A weak ETag: changes whenever the resource does (RFC 7644 §3.14). */
export const versionOf = ({ revision }: Pick<ScimResource, 'revision'>): string => `W/"${revision}"`;
