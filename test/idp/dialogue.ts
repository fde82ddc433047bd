import { readFileSync } from 'node:fs';

/** One recorded conversation of an identity provider; the format is told in `README.md` beside the dialogues. */
export interface Dialogue {
  readonly idp: string;
  readonly flow: string;
  readonly steps: readonly Step[];
}

export interface Step {
  readonly name: string;
  readonly request: {
    readonly method: string;
    readonly path: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
  };
  readonly expect: {
    readonly status: number | readonly number[];
    readonly bodyMatches?: unknown;
    readonly bodyLength?: Readonly<Record<string, number>>;
    readonly bodyAbsent?: readonly string[];
  };
  readonly save?: Readonly<Record<string, string>>;
}

export const readDialogue = (name: string): Dialogue =>
  JSON.parse(readFileSync(new URL(`dialogues/${name}.json`, import.meta.url), 'utf8')) as Dialogue;

/** Sends the steps in order to an empty tenant and holds every answer against what the provider needs. */
export async function replay(steps: readonly Step[], baseUrl: string, token: string): Promise<void> {
  const saved = new Map([
    ['baseUrl', baseUrl],
    ['token', token],
  ]);
  for (const step of steps) {
    const { request, expect: expected } = fillIn(step, saved);
    const response = await fetch(baseUrl + request.path, {
      method: request.method,
      headers: request.headers,
      body: request.body === undefined ? null : JSON.stringify(request.body),
    });
    const text = await response.text();
    const told = `${step.name}: ${request.method} ${request.path} → ${response.status} ${text}`;
    if (![expected.status].flat().includes(response.status)) {
      throw new Error(`${told}\nexpected status ${[expected.status].flat().join(' or ')}`);
    }
    if (response.status === 204) continue;
    const body: unknown = JSON.parse(text);
    const faults = [
      ...mismatches(body, expected.bodyMatches, '$'),
      ...Object.entries(expected.bodyLength ?? {})
        .filter(([path, length]) => lengthOf(valueAt(body, path)) !== length)
        .map(([path, length]) => `${path}: not ${length} long`),
      ...(expected.bodyAbsent ?? [])
        .filter((path) => valueAt(body, path) !== undefined)
        .map((path) => `${path}: present`),
    ];
    if (faults.length > 0) throw new Error(`${told}\n${faults.join('\n')}`);
    for (const [name, path] of Object.entries(step.save ?? {})) saved.set(name, String(valueAt(body, path)));
  }
}

const fillIn = (step: Step, saved: ReadonlyMap<string, string>): Step =>
  JSON.parse(
    JSON.stringify(step).replace(/\{\{(\w+)\}\}/g, (placeholder, name: string) => saved.get(name) ?? placeholder),
  ) as Step;

function mismatches(actual: unknown, expected: unknown, path: string): readonly string[] {
  if (Array.isArray(expected)) {
    if (expected.length === 0) return lengthOf(actual) === 0 ? [] : [`${path}: not empty`];
    const elements = Array.isArray(actual) ? actual : [];
    return expected.flatMap((wanted, index) =>
      elements.some((element) => mismatches(element, wanted, path).length === 0) ? [] : [`${path}[${index}]: missing`],
    );
  }
  if (typeof expected === 'object' && expected !== null) {
    const object = (typeof actual === 'object' && actual !== null ? actual : {}) as Record<string, unknown>;
    return Object.entries(expected).flatMap(([key, wanted]) => mismatches(object[key], wanted, `${path}.${key}`));
  }
  return expected === undefined || actual === expected
    ? []
    : [`${path}: ${JSON.stringify(actual)}, not ${JSON.stringify(expected)}`];
}

const valueAt = (body: unknown, path: string): unknown =>
  path
    .split(/[.[\]]+/)
    .slice(1)
    .filter((key) => key !== '')
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], body);

const lengthOf = (value: unknown) => (Array.isArray(value) ? value.length : 0);
