import type { AuditTrail, ConnectionEvent } from '../ports/audit-trail.js';
import type { Transactions } from '../ports/transactions.js';
import { type ContractCase, holdSame } from './contract-case.js';
import { outcomeOf } from './refusal.js';

/** What the cases of `AuditTrail` need of the host that fills it. */
export interface AuditTrailHost<Tx = unknown> {
  readonly auditTrail: AuditTrail<Tx>;
  readonly transactions: Transactions<Tx>;
  /** A new organization; its id. */
  newOrganization(): Promise<string>;
  /** The entries about connections in the organization's log, the oldest first, as committed. */
  listEvents(organizationId: string): Promise<readonly ConnectionEvent[]>;
}

/** What `AuditTrail` promises, a case for each promise. */
export const AUDIT_TRAIL_CONTRACT: readonly ContractCase<AuditTrailHost>[] = [
  {
    name: 'record: the entry says everything that the event does',
    async run(host) {
      const events = ACTIONS.map((action) => eventOf(action));
      const organizationId = await host.newOrganization();
      for (const event of events) {
        await host.transactions.run((tx) => host.auditTrail.record(tx, { ...event, organizationId }));
      }
      const wanted = events.map((event) => ({ ...event, organizationId }));
      holdSame(await host.listEvents(organizationId), wanted, 'Of the entries');
    },
  },
  {
    name: 'record: there is no entry when the transaction is undone',
    async run(host) {
      const organizationId = await host.newOrganization();
      await outcomeOf(() =>
        host.transactions.run(async (tx) => {
          await host.auditTrail.record(tx, { ...eventOf('token.issued'), organizationId });
          throw new Error('The event was undone.');
        }),
      );
      holdSame(await host.listEvents(organizationId), [], 'Of the entries');
    },
  },
  {
    name: 'record: an entry stands in the log of its own organization alone',
    async run(host) {
      const [organizationId, stranger] = [await host.newOrganization(), await host.newOrganization()];
      await host.transactions.run((tx) => host.auditTrail.record(tx, { ...eventOf('token.revoked'), organizationId }));
      holdSame((await host.listEvents(organizationId)).length, 1, 'Of its own entries');
      holdSame(await host.listEvents(stranger), [], 'Of the entries of another organization');
    },
  },
];

const ACTIONS: readonly ConnectionEvent['action'][] = [
  'connection.created',
  'connection.changed',
  'token.issued',
  'token.rotated',
  'token.revoked',
];

const eventOf = (action: ConnectionEvent['action']): Omit<ConnectionEvent, 'organizationId'> => ({
  actor: { kind: 'operator', id: 'shell', name: 'Shell' },
  action,
  subject: { kind: action.startsWith('token') ? 'token' : 'connection', id: 'x1', name: 'Okta, "production"' },
  details: { access: 'read', nested: { from: 1, to: null } },
});
