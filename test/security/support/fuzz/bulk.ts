import fc from 'fast-check';
import type { Wish } from '../send.js';

const REFERENCES = ['bulkId:a', 'bulkId:b', 'bulkId:', 'bulkId:nobody', 'bulkId:__proto__'];
const BULK_IDS = ['a', 'b', 'c', '', 1, undefined];

/** Single requests as operations of one, now and then with references where their ids or texts were. */
export function bulkOf(single: fc.Arbitrary<Wish>): fc.Arbitrary<Wish> {
  const operation = fc
    .tuple(single, fc.constantFrom(...BULK_IDS), fc.option(fc.constantFrom(...REFERENCES)))
    .map(toOperation);
  const request = fc.record(
    {
      Operations: fc.array(fc.oneof({ arbitrary: operation, weight: 9 }, fc.jsonValue()), { maxLength: 5 }),
      failOnErrors: fc.constantFrom(1, 2, '1', 0, null),
      schemas: fc.constantFrom(['urn:ietf:params:scim:api:messages:2.0:BulkRequest'], 'x', 1),
    },
    { requiredKeys: ['Operations'] },
  );
  return request.map((body) => ({ method: 'POST', path: '/Bulk', body: JSON.stringify(body) }));
}

function toOperation([{ method, path, body }, bulkId, reference]: [Wish, unknown, string | null]) {
  const text =
    typeof body === 'string' && reference !== null ? body.replaceAll('"a"', JSON.stringify(reference)) : body;
  return {
    method,
    bulkId,
    path: reference === null ? path : path.replace(/~\w+~/, reference),
    ...(text !== undefined && { data: parsed(text) }),
  };
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return text;
  }
}
