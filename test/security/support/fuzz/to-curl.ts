import type { Wish } from '../send.js';

/** A request as a command of a shell; a body that no shell can quote comes through `base64`. */
export function toCurl({ method = 'GET', path, headers = [], body }: Wish, baseUrl: string): string {
  const url = path.startsWith('//') ? new URL(baseUrl).origin + path.slice(1) : baseUrl + path;
  const pairs = headers.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${headers[index + 1]!}`] : []));
  const bytes = body === undefined ? undefined : bytesOf(body);
  const given = ['Authorization: Bearer $TOKEN', ...(bytes ? ['Content-Type: application/scim+json'] : [])];
  const all = [...given.filter((it) => !pairs.some((pair) => nameOf(pair) === nameOf(it))), ...pairs];
  const isPlain = bytes && /^[ -~]*$/.test(bytes.toString('latin1'));
  const command = [
    ...['curl', '--globoff', '--path-as-is', '-i', '-X', method, quoted(url)],
    ...all.flatMap((pair) => ['-H', `"${pair.replace(/["\\`]/g, '\\$&')}"`]),
    ...(bytes ? ['--data-binary', isPlain ? quoted(bytes.toString()) : '@-'] : []),
  ].join(' ');
  return bytes && !isPlain ? `echo ${bytes.toString('base64')} | base64 -d | ${command}` : command;
}

const nameOf = (header: string) => header.slice(0, header.indexOf(':')).toLowerCase();

function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body)) return body;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

const quoted = (text: string) => `'${text.replaceAll("'", `'\\''`)}'`;
