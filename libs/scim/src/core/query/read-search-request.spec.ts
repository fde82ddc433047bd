import type { Leniency } from '../dialects/leniency.js';
import { readSearchRequest } from './read-search-request.js';

const SCHEMAS = { schemas: ['urn:ietf:params:scim:api:messages:2.0:SearchRequest'] };

function read(body: unknown) {
  const noted: Leniency[] = [];
  return [readSearchRequest(body, (leniency) => noted.push(leniency)), noted];
}

it.each<[object, object, readonly Leniency[]]>([
  [SCHEMAS, {}, []],
  [
    { ...SCHEMAS, filter: 'id pr', sortBy: 'id', sortOrder: 'descending', cursor: '', startIndex: 1, count: -2 },
    { filter: 'id pr', sortBy: 'id', sortOrder: 'descending', cursor: '', startIndex: '1', count: '-2' },
    [],
  ],
  [
    { ...SCHEMAS, attributes: ['a', 'b.c'], excludedAttributes: [] },
    { attributes: 'a,b.c', excludedAttributes: '' },
    [],
  ],
  [{ ...SCHEMAS, filter: null, attributes: null, count: null }, {}, []],
  [{}, {}, ['missing-schemas']],
  [{ schemas: ['urn:other'] }, {}, ['unknown-schema']],
  [{ ...SCHEMAS, COUNT: 5 }, { count: '5' }, ['attribute-case']],
  [{ ...SCHEMAS, count: '5' }, { count: '5' }, ['number-as-text']],
  [{ ...SCHEMAS, attributes: 'a,b' }, { attributes: 'a,b' }, ['object-for-array']],
  [{ ...SCHEMAS, shoeSize: 43, ['__proto__x']: 1 }, {}, ['unknown-attribute']],
])('reads %j', (body, query, leniencies) => expect(read(body)).toEqual([query, leniencies]));

it.each([
  ['a list', []],
  ['null', null],
  ['a text', 'filter'],
  ['a filter that is no text', { filter: 1 }],
  ['an order that is no text', { sortOrder: true }],
  ['a cursor that is no text', { cursor: {} }],
  ['a count that is no number', { count: [1] }],
  ['names that are no texts', { attributes: ['a', 1] }],
  ['a member twice', { count: 1, Count: 1 }],
  ['schemas that are no texts', { schemas: 1 }],
])('refuses %s', (_, body) =>
  expect(() => read(body)).toThrow(expect.objectContaining({ status: 400, scimType: 'invalidSyntax' })),
);
