import { GROUP_RESOURCE_TYPE } from '../schema/group-resource-type.js';
import { userResourceType } from '../schema/user-resource-type.js';
import type { BulkOperation } from './bulk-operation.js';
import { planBulk } from './plan-bulk.js';

const type = userResourceType([]);
const group = GROUP_RESOURCE_TYPE;

const creates = (bulkId: string, ...needs: readonly string[]): BulkOperation => ({
  method: 'POST',
  type: group,
  bulkId,
  data: { members: needs.map((need) => ({ value: `bulkId:${need}` })) },
});
const removes = (id: string): BulkOperation => ({ method: 'DELETE', type, id });

describe('planBulk', () => {
  it.each<[string, readonly (BulkOperation | undefined)[], readonly (readonly number[])[]]>([
    ['nothing', [], []],
    ['the order of the request', [creates('a'), removes('1'), creates('b', 'a')], [[0], [1], [2]]],
    ['an operation that could not be read', [undefined, creates('a')], [[0], [1]]],
    [
      'what is referred to, right before',
      [removes('1'), creates('a', 'b'), removes('2'), creates('b')],
      [[0], [3], [1], [2]],
    ],
    ['a path that refers', [removes('bulkId:a'), creates('a')], [[1], [0]]],
    ['a chain backwards', [creates('a', 'b'), creates('b', 'c'), creates('c')], [[2], [1], [0]]],
    ['a circle', [creates('a', 'b'), removes('1'), creates('b', 'a')], [[0, 2], [1]]],
    [
      'two circles, one of which needs the other',
      [creates('a', 'b', 'c'), creates('b', 'a'), creates('c', 'd'), creates('d', 'c')],
      [
        [2, 3],
        [0, 1],
      ],
    ],
    ['one that refers to itself', [creates('a', 'a')], [[0]]],
    ['a reference to nothing', [creates('a', 'x'), creates('b')], [[0], [1]]],
  ])('gives %s', (_, operations, steps) => expect(planBulk(operations)).toEqual(steps));

  it('plans the longest chain there may be', () => {
    const chain = Array.from({ length: 1000 }, (_, index) => creates(String(index), String(index + 1)));
    expect(planBulk(chain).flat()).toEqual([...chain.keys()].reverse());
  });
});
