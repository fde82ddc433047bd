/** One value of a profile, under its SCIM name. */
export interface ProfileLine {
  readonly name: string;
  readonly value: string;
}

/** Everything that a profile says, a line a value; of an element of a list, its value first and the rest in brackets. */
export const toProfileLines = (profile: Readonly<Record<string, unknown>>): readonly ProfileLine[] =>
  linesOf('', profile).slice(0, MOST_LINES);

const MOST_LINES = 200;

function linesOf(name: string, value: unknown): ProfileLine[] {
  if (Array.isArray(value)) return value.map((element: unknown) => ({ name, value: elementText(element) }));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([part, child]) => linesOf(name === '' ? part : joined(name, part), child));
  }
  return value === undefined || value === null || value === '' ? [] : [{ name, value: text(value) }];
}

// The attributes of an extension stand after its URN and a colon (RFC 7644 §3.10).
const joined = (name: string, part: string) => (URN.test(name) ? `${name}:${part}` : `${name}.${part}`);

const URN = /^urn:.*:User$/i;

function elementText(element: unknown): string {
  if (typeof element !== 'object' || element === null) return text(element);
  const { value, ...rest } = element as Record<string, unknown>;
  const more = Object.entries(rest).flatMap(([key, said]) => {
    if (said === false || said === undefined || said === null || said === '') return [];
    return [said === true ? key : typeof said === 'object' ? JSON.stringify(said) : text(said)];
  });
  const main = value === undefined ? '' : text(value);
  return more.length === 0 ? main : `${main} (${more.join(', ')})`.trim();
}

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
