/**
 * The same address, unless a router would answer it in words of its own: where its path cannot be decoded (`%ff`, `%zz`)
 * each percent sign stands for itself, and an empty segment at its end (`/Users//`) is a slash that is escaped. So routers
 * find a route, and nobody there.
 *
 * This module does it on Express. On Fastify only the host can: `new FastifyAdapter({ rewriteUrl: ({ url = '/' }) =>
 * decodableUrl(url) })`.
 */
export function decodableUrl(url: string): string {
  if (!url.includes('%') && !url.includes('//')) return url;
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  const decodable = isDecodable(path) ? path : path.replaceAll('%', '%25');
  return decodable.replace(/\/\/$/, '/%2F') + url.slice(path.length);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
