import type { AttributePath } from '../filter/filter.js';

/**
 * Takes a name apart as RFC 7644 §3.10 writes it: `[URN:]name[.sub]`. Any text is taken apart somehow: whether there is
 * such an attribute, the schema says.
 */
export function toAttributePath(text: string): AttributePath {
  const colon = text.lastIndexOf(':');
  const schema = colon < 0 ? {} : { schema: text.slice(0, colon) };
  const local = text.slice(colon + 1);
  const dot = local.indexOf('.');
  return dot < 0 ? { ...schema, name: local } : { ...schema, name: local.slice(0, dot), sub: local.slice(dot + 1) };
}
