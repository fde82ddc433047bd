import { randomUUID } from 'node:crypto';
import type { Caller, ConnectionEvent } from '@ruleforge/scim';
import type {
  ActivityHost,
  AuditTrailHost,
  GroupMembershipHost,
  TransactionsHost,
  UserDirectoryHost,
} from '@ruleforge/scim/testing';
import type { EntityManager } from 'typeorm';
import { Metrics } from '../../../src/operations/metrics/metrics.js';
import { ProvisioningOutcomes } from '../../../src/operations/metrics/provisioning-outcomes.js';
import { HostAuditTrail } from '../../../src/provisioning/host-audit-trail.js';
import { HostTransactions } from '../../../src/provisioning/host-transactions.js';
import { Acme, Domain } from '../../domain/domain.js';
import { mapping, RoleOffice } from '../../domain/role-office.js';
import { SentStatements } from '../../domain/sent-statements.js';

/** RuleForge's own classes behind the ports, and what contracts need of the product. */
export class RuleForge implements UserDirectoryHost, TransactionsHost, AuditTrailHost, GroupMembershipHost {
  readonly users: UserDirectoryHost['users'];
  readonly transactions: HostTransactions;
  readonly auditTrail: HostAuditTrail;
  readonly listener: GroupMembershipHost['listener'];
  readonly activity: ActivityHost;
  private readonly sent: SentStatements;

  private constructor(private readonly domain: Domain) {
    this.users = new Acme(domain, '', true).directory;
    this.transactions = new HostTransactions(domain.transactions);
    this.auditTrail = new HostAuditTrail(domain.audit);
    this.listener = domain.groupListener;
    this.activity = { listener: new ProvisioningOutcomes(new Metrics(domain.tx.dataSource)) };
    this.sent = new SentStatements(domain);
  }

  static open = async () => new RuleForge(await Domain.open());

  close = () => this.domain.close();

  newOrganization = async () => (await this.domain.anOrganization()).id;

  newCaller = async () => (await this.domain.anOrganization()).caller;

  otherCaller = ({ organizationId }: Caller) =>
    Promise.resolve(new Acme(this.domain, organizationId, true, `other-${organizationId}`).caller);

  addUnmanaged = (caller: Caller) => this.acme(caller).addByHand(`${randomUUID()}@acme.test`);

  async letIn({ organizationId }: Caller, memberId: string): Promise<() => Promise<boolean>> {
    const { sessions, tx } = this.domain;
    const opened = await sessions.open(tx, { organizationId, memberId }, { openedBy: 'oidc' });
    return async () => (await sessions.find(tx, opened?.cookie ?? '')) !== undefined;
  }

  countEntries = async ({ organizationId }: Caller) =>
    (await this.domain.query('SELECT FROM audit_entries WHERE organization_id = $1', [organizationId])).length;

  countStatements = async (work: () => Promise<unknown>) => (await this.sent.during(work)).length;

  async addHidden({ organizationId }: Caller): Promise<string> {
    const sql = 'SELECT id FROM members WHERE organization_id = $1 AND recovery';
    const [recovery] = await this.domain.query(sql, [organizationId]);
    return String(recovery?.['id']);
  }

  async fillSeats(caller: Caller): Promise<void> {
    const acme = this.acme(caller);
    await acme.provision('seated');
    const { active } = await acme.count();
    await this.domain.query('UPDATE organizations SET seats = $2 WHERE id = $1', [acme.id, active]);
  }

  async leaveMark(tx: EntityManager, name: string): Promise<void> {
    await this.domain.organizations.create(tx, { name }, { kind: 'operator', id: 'test', name: 'Test' });
  }

  async hasMark(tx: EntityManager, name: string): Promise<boolean> {
    return (await tx.query<unknown[]>('SELECT FROM organizations WHERE name = $1', [name])).length > 0;
  }

  async listEvents(organizationId: string): Promise<ConnectionEvent[]> {
    const { entries } = await this.domain.audit.list(this.domain.tx, organizationId, 100);
    const about = entries.filter(({ subjectKind }) => subjectKind === 'connection' || subjectKind === 'token');
    return about.reverse().map(
      ({ actorKind, actorId, actorName, action, subjectKind, subjectId, subjectName, details }) =>
        ({
          organizationId,
          actor: { kind: actorKind, id: actorId, name: actorName },
          action,
          subject: { kind: subjectKind, id: subjectId, name: subjectName },
          details,
        }) as ConnectionEvent,
    );
  }

  async newDirectory(users: number) {
    const acme = await this.domain.anOrganization();
    const names = Array.from({ length: users }, (_, index) => `user${index}`);
    const people = await Promise.all(names.map((name) => acme.provision(name)));
    return { caller: acme.caller, userIds: people.map(({ id }) => id) };
  }

  async newGroups(caller: Caller, userIds: readonly string[], count: number): Promise<string[]> {
    const office = await RoleOffice.open(this.acme(caller));
    const names = Array.from({ length: count }, (_, index) => `Group ${index}`);
    const groups = await Promise.all(names.map((name) => office.create(name, userIds)));
    const ids = groups.map(({ id }) => id);
    await office.map(ids.map((id) => mapping(id, 'reviewer')));
    return ids;
  }

  async stateOf({ organizationId }: Caller): Promise<unknown> {
    const select = (table: string) => `SELECT * FROM ${table} WHERE organization_id = $1 ORDER BY id`;
    const tables = ['members', 'role_mappings', 'scim_groups', 'audit_entries'];
    return Promise.all(tables.map((table) => this.domain.query(select(table), [organizationId])));
  }

  private acme = ({ organizationId, adopts, connectionId }: Caller) =>
    new Acme(this.domain, organizationId, adopts, connectionId);
}
