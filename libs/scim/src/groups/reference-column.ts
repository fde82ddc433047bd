import type { Column } from '../sql/columns.js';

/** Answers for a `$ref`: equal to every URI of that resource, whatever base it was given under. */
export const referenceColumn = (id: string, endpoint: 'Users' | 'Groups'): Column => ({
  sql: id,
  type: 'uuid',
  fold: (uri) => new RegExp(`/${endpoint}/([^/]+)$`).exec(uri)?.[1],
});
