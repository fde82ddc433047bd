import { ScimError } from '../core/errors/scim-error.js';
import { BulkLedger } from './bulk-ledger.js';

const outage = { status: 503, error: ScimError.unavailable() };
const refusal = { status: 404, error: ScimError.notFound() };

describe('BulkLedger', () => {
  it('keeps results in the order of the request, whenever they come', () => {
    const ledger = new BulkLedger(Infinity);
    ledger.enter(2, { status: 201 });
    ledger.enter(0, { status: 204 });
    expect(ledger.all).toEqual([{ status: 204 }, { status: 201 }]);
  });

  it('has room for as many failures as the client accepts', () => {
    const ledger = new BulkLedger(2);
    ledger.enter(0, { status: 201 });
    ledger.enter(1, refusal);
    expect(ledger.room).toBe(1);
    ledger.enter(2, refusal);
    ledger.enter(3, refusal);
    expect(ledger).toMatchObject({ room: 0, failures: 3 });
  });

  it.each([
    ['two outages', [outage, outage], false],
    ['three outages', [outage, outage, outage], true],
    ['three that are not in a row', [outage, outage, refusal, outage], false],
    ['other failures', [refusal, refusal, refusal], false],
  ])('after %s, gives up the rest: %#', (_, results, isOver) => {
    const ledger = new BulkLedger(Infinity);
    for (const [place, result] of results.entries()) ledger.enter(place, result);
    const attempt = () => ledger.refuseDuringOutage();
    if (isOver) expect(attempt).toThrow(expect.objectContaining({ status: 503 }));
    else expect(attempt).not.toThrow();
  });
});
