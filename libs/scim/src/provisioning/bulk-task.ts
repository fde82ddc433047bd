import type { Exchange } from '../activity/exchange.js';
import { BULK_ID_PREFIX, type BulkOperation } from '../core/bulk/bulk-operation.js';
import { referencesIn } from '../core/bulk/map-references.js';
import { BULK_ID_LIMIT, readBulkOperation } from '../core/bulk/read-bulk-operation.js';
import type { Leniency, NoteLeniency } from '../core/dialects/leniency.js';
import { refuseLeniency } from '../core/dialects/refuse-leniency.js';
import { ScimError } from '../core/errors/scim-error.js';
import { isJsonObject } from '../core/resource/json-object.js';
import type { ResourceType } from '../core/schema/attribute.js';

interface Read {
  readonly operation?: BulkOperation;
  readonly refusal?: ScimError;
  readonly leniencies: ReadonlySet<Leniency>;
}

/** What an operation says of itself, for the answer to say it again. */
interface Echo {
  readonly method?: string;
  readonly bulkId?: string;
}

/** The names that the single requests have in the request log. */
const VERBS = { POST: 'create', PUT: 'replace', PATCH: 'patch', DELETE: 'remove' } as const;

const LONGEST_LOGGED_ID = 100;

/** One of the Operations of a Bulk request, as far as it could be read, in its place. */
export class BulkTask {
  /** The resource that it is about, as far as there is one. */
  resource?: { readonly resource: { readonly type: ResourceType; readonly id: string } };
  private opened?: Exchange;

  constructor(
    readonly place: number,
    readonly echo: Echo,
    private readonly read: Read,
    private readonly request: Exchange,
  ) {
    const { operation } = read;
    if (operation && 'id' in operation && !operation.id.startsWith(BULK_ID_PREFIX)) this.concerns(operation.id);
  }

  get operation(): BulkOperation | undefined {
    return this.read.operation;
  }

  /** @throws ScimError why there is none */
  getOperation(): BulkOperation {
    if (this.read.operation) return this.read.operation;
    throw this.read.refusal ?? ScimError.invalidSyntax('This is no operation.');
  }

  get refersToItself(): boolean {
    const { operation } = this;
    return operation?.method === 'POST' && referencesIn(operation).has(operation.bulkId);
  }

  /** The exchange that it is, within the request that brought it: from when it is begun. */
  get exchange(): Exchange {
    return (this.opened ??= this.open());
  }

  concerns(id: string): void {
    if (this.operation) this.resource = { resource: { type: this.operation.type, id } };
  }

  private open(): Exchange {
    const { operation, leniencies } = this.read;
    const exchange = this.request.openPart(operation?.method ?? this.echo.method ?? '', leniencies);
    exchange.operation = operation ? `${operation.type.endpoint.slice(1)}.${VERBS[operation.method]}` : 'Bulk.read';
    exchange.sent = operation && 'data' in operation ? operation.data : undefined;
    exchange.isConditional = operation !== undefined && 'version' in operation;
    exchange.resourceId = this.resource?.resource.id.slice(0, LONGEST_LOGGED_ID);
    return exchange;
  }
}

/** Each of the operations, read by itself; those that share a `bulkId` are refused, all of them, as it names none. */
export function openTasks(
  sent: readonly unknown[],
  types: readonly ResourceType[],
  request: Exchange,
): readonly BulkTask[] {
  const reads = sent.map((operation) => read(operation, types, request.caller.strict));
  const shared = repeatedIn(reads.flatMap(({ operation }) => (operation?.method === 'POST' ? operation.bulkId : [])));
  return reads.map(({ operation, ...rest }, place) => {
    const isShared = operation?.method === 'POST' && shared.has(operation.bulkId);
    const taken = isShared ? { ...rest, refusal: bulkIdShared() } : { ...rest, ...(operation && { operation }) };
    return new BulkTask(place, echoOf(sent[place]), taken, request);
  });
}

function read(sent: unknown, types: readonly ResourceType[], strict: boolean): Read {
  const leniencies = new Set<Leniency>();
  const note: NoteLeniency = (leniency, place) => {
    leniencies.add(leniency);
    if (strict) refuseLeniency(leniency, place);
  };
  try {
    return { operation: readBulkOperation(sent, types, note), leniencies };
  } catch (error) {
    if (error instanceof ScimError) return { refusal: error, leniencies };
    throw error;
  }
}

function repeatedIn(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(texts.filter((text) => seen.size === seen.add(text).size));
}

const bulkIdShared = () => ScimError.invalidValue('Another operation has this bulkId too: each needs one of its own.');

function echoOf(sent: unknown): Echo {
  const { method, bulkId } = isJsonObject(sent) ? sent : {};
  return {
    ...(isShort(method) && { method: method.toUpperCase() }),
    ...(isShort(bulkId) && { bulkId }),
  };
}

const isShort = (text: unknown): text is string => typeof text === 'string' && text.length <= BULK_ID_LIMIT;
