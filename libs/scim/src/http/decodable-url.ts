/**
 * The same address, unless its path cannot be decoded (`%ff`, `%zz`): then each percent sign stands for itself, so that
 * routers find a route, and nobody there, where they would answer in words of their own.
 *
 * This module does it on Express. On Fastify only the host can: `new FastifyAdapter({ rewriteUrl: ({ url = '/' }) =>
 * decodableUrl(url) })`.
 */
export function decodableUrl(url: string): string {
  if (!url.includes('%')) return url;
  const end = url.indexOf('?');
  const path = end < 0 ? url : url.slice(0, end);
  return isDecodable(path) ? url : path.replaceAll('%', '%25') + url.slice(path.length);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}
