import type { BulkOperation } from '../core/bulk/bulk-operation.js';
import { planBulk } from '../core/bulk/plan-bulk.js';
import { GROUP_RESOURCE_TYPE } from '../core/schema/group-resource-type.js';
import { userResourceType } from '../core/schema/user-resource-type.js';
import { takeBatch } from './take-batch.js';

const user = userResourceType([]);

const hires = (bulkId: string, friend?: string): BulkOperation => ({
  ...{ method: 'POST', type: user, bulkId },
  data: { title: friend === undefined ? 'alone' : `bulkId:${friend}` },
});
const group: BulkOperation = { method: 'POST', type: GROUP_RESOURCE_TYPE, bulkId: 'g', data: {} };
const removal: BulkOperation = { method: 'DELETE', type: user, id: '1' };

describe('takeBatch', () => {
  it.each<[string, readonly (BulkOperation | undefined)[], number, number]>([
    ['creates of Users', [hires('a'), hires('b'), hires('c')], Infinity, 3],
    ['no more than may fail', [hires('a'), hires('b'), hires('c')], 2, 2],
    ['up to one that needs another of them', [hires('a'), hires('b'), hires('c', 'b'), hires('d')], Infinity, 2],
    ['up to anything else', [hires('a'), removal, hires('b')], Infinity, 1],
    ['a Group by itself', [group, hires('a')], Infinity, 1],
    ['what could not be read by itself', [undefined, hires('a')], Infinity, 1],
    ['a circle by itself', [hires('a', 'b'), hires('b', 'a'), hires('c')], Infinity, 1],
    ['as many as one statement takes', Array.from({ length: 100 }, (_, index) => hires(String(index))), Infinity, 64],
  ])('takes %s', (_, operations, most, taken) =>
    expect(takeBatch(planBulk(operations), operations, user, most)).toHaveLength(taken),
  );
});
