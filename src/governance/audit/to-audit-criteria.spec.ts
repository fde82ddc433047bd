import { toAuditCriteria } from './to-audit-criteria.js';

const NOW = new Date('2026-11-24T12:00:00Z');

describe('what a query of the audit log selects', () => {
  it.each([
    [{}, {}],
    [{ period: 'hour' }, { from: new Date('2026-11-24T11:00:00Z') }],
    [{ period: 'week' }, { from: new Date('2026-11-17T12:00:00Z') }],
    [{ from: '2026-01-01T00:00' }, {}],
    [
      { period: 'custom', from: '2026-01-01T00:00', to: '2026-02-01T00:00' },
      { from: new Date('2026-01-01T00:00:00Z'), to: new Date('2026-02-01T00:00:00Z') },
    ],
    [{ period: 'custom', from: '2026-13-45T99:99' }, {}],
    [{ entity: 'member' }, { kinds: ['member', 'invitation'] }],
    [{ found: 0 }, { goesOn: true }],
  ] as const)('of %j is %j', (query, selected) =>
    expect(toAuditCriteria('o', query, NOW)).toEqual({ organizationId: 'o', goesOn: false, ...selected }),
  );
});
