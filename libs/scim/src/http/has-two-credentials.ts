import type { HttpRequest } from './exchange-of.js';

/** Node keeps the first of two `Authorization` headers, a proxy may keep the last: neither is to be trusted. */
export const hasTwoCredentials = ({ raw, rawHeaders = raw?.rawHeaders ?? [] }: HttpRequest): boolean =>
  rawHeaders.filter((text, index) => index % 2 === 0 && text.toLowerCase() === 'authorization').length > 1;
