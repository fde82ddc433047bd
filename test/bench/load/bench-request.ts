/** One request of a series, the server left open. */
export interface BenchRequest {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the base URL of the organization. */
  readonly path: string;
  readonly body?: unknown;
  readonly expectedStatus: number;
}

/** What a series asks, worker by worker, for as long as it lasts. */
export interface Operation {
  /** Never ends; `workers` is how many run at the same time. */
  requests(worker: number, workers: number): Generator<BenchRequest, never>;
}
