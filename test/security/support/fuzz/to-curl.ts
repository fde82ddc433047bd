import type { Wish } from '../send.js';

/** A request as a command of a shell; bytes that are no text are left to `base64`. */
export function toCurl({ method = 'GET', path, headers = [], body }: Wish, baseUrl: string): string {
  const url = path.startsWith('//') ? new URL(baseUrl).origin + path.slice(1) : baseUrl + path;
  const pairs = headers.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${headers[index + 1]!}`] : []));
  const sent = body === undefined ? [] : bodyOf(body);
  const given = ['Authorization: Bearer $TOKEN', ...(sent.length > 0 ? ['Content-Type: application/scim+json'] : [])];
  const all = [...given.filter((it) => !pairs.some((pair) => nameOf(pair) === nameOf(it))), ...pairs];
  const words = ['curl', '--globoff', '--path-as-is', '-i', '-X', method, quoted(url)];
  return [...words, ...all.flatMap((pair) => ['-H', `"${pair.replace(/["\\`]/g, '\\$&')}"`]), ...sent].join(' ');
}

const nameOf = (header: string) => header.slice(0, header.indexOf(':')).toLowerCase();

const bodyOf = (body: unknown): readonly string[] =>
  Buffer.isBuffer(body)
    ? ['--data-binary', `"$(echo ${body.toString('base64')} | base64 -d)"`]
    : ['--data-binary', quoted(typeof body === 'string' ? body : JSON.stringify(body))];

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
