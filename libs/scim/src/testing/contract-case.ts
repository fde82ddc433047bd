/**
 * One promise of a port, put to an implementation. Cases share nothing: each begins with a new organization, so that they
 * may run in any order, or at the same time.
 */
export interface ContractCase<Host> {
  /** The promise, as a sentence. */
  readonly name: string;
  /** What of the host the case is about, where not every host has it: without it there is nothing to keep. */
  readonly needs?: keyof Host;
  /** @throws BrokenPromise when the promise is not kept; whatever the implementation throws where it should not */
  readonly run: (host: Host) => Promise<void>;
}

/** What an implementation did, where its port promises something else. */
export class BrokenPromise extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'BrokenPromise';
  }
}

/** @throws BrokenPromise unless it holds */
export function hold(holds: boolean, sentence: string): asserts holds {
  if (!holds) throw new BrokenPromise(sentence);
}

/** @throws BrokenPromise unless both are the same, also inside, whatever the order of their keys */
export function holdSame(actual: unknown, wanted: unknown, what: string): void {
  const [is, shall] = [actual, wanted].map((value) => JSON.stringify(inOrder(value)));
  hold(is === shall, `${what}: ${shall ?? 'nothing'} was promised, ${is ?? 'nothing'} came.`);
}

function inOrder(value: unknown): unknown {
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const entries = Object.entries(value).filter(([, child]) => child !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, child]) => [key, inOrder(child)]));
}
