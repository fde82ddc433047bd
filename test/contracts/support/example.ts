import { randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  AuditTrail,
  type Caller,
  type ConnectionEvent,
  ConnectionsService,
  DataSourceTransactions,
  foldText,
  GroupMembershipListener,
  ResourceTypes,
  TokensService,
  UserDirectory,
} from '@ruleforge/scim';
import type { AuditTrailHost, GroupMembershipHost, TransactionsHost, UserDirectoryHost } from '@ruleforge/scim/testing';
import { DataSource, type EntityManager } from 'typeorm';
import { SentStatements } from '../../domain/sent-statements.js';
import { ScimClient } from '../../road/support/scim-client.js';
import { createEmptyDatabase } from '../../support/database.js';

type Row = Readonly<Record<string, unknown>>;

const OPERATOR = { kind: 'operator', id: 'test', name: 'Test' } as const;

/** The application of `examples/two-tables`, on Express, over a database of its own; and what contracts need of it. */
export class Example implements UserDirectoryHost, TransactionsHost, AuditTrailHost, GroupMembershipHost {
  readonly users: UserDirectory;
  readonly auditTrail: AuditTrail;
  readonly listener: GroupMembershipListener;
  readonly dataSource: DataSource;
  readonly transactions: DataSourceTransactions;
  readonly types: ResourceTypes;
  private readonly sent: SentStatements;

  private constructor(
    private readonly application: INestApplication<Server>,
    private readonly database: { drop(): Promise<void> },
  ) {
    this.users = application.get(UserDirectory as never);
    this.auditTrail = application.get(AuditTrail as never);
    this.listener = application.get(GroupMembershipListener as never);
    this.dataSource = application.get(DataSource);
    this.transactions = new DataSourceTransactions(this.dataSource);
    this.types = application.get(ResourceTypes);
    this.sent = new SentStatements({ tx: this.single });
  }

  static async start(): Promise<Example> {
    const database = await createEmptyDatabase();
    process.env['DATABASE_URL'] = database.url;
    const { AppModule } = await import('../../../examples/two-tables/app.module.js');
    const application = await NestFactory.create<INestApplication<Server>>(AppModule, {
      logger: false,
      abortOnError: false,
    });
    await application.listen(0, '127.0.0.1');
    return new Example(application, database);
  }

  async stop(): Promise<void> {
    await this.application.close();
    await this.database.drop();
  }

  /** A new organization’s directory, over HTTP. */
  async connect(): Promise<{ readonly organizationId: string; readonly scim: ScimClient }> {
    const organizationId = randomUUID();
    return this.transactions.run(async (tx) => {
      const wish = { organizationId, name: 'Okta', state: 'active' } as const;
      const connection = await this.application.get(ConnectionsService).create(tx, wish, OPERATOR);
      const tokens = this.application.get(TokensService);
      const { token } = await tokens.issue(tx, connection, { label: 'Okta' }, OPERATOR);
      const url = (await this.application.getUrl()).replace('[::1]', 'localhost');
      return { organizationId, scim: new ScimClient(`${url}/scim/${connection.id}/v2`, token) };
    });
  }

  /** The same application with other classes behind some ports. */
  with<Host>(other: Partial<Host>): this {
    return Object.assign(Object.create(this) as this, other);
  }

  get single(): EntityManager {
    return this.transactions.single;
  }

  query = (sql: string, values: unknown[] = []): Promise<Row[]> => this.single.query(sql, values);

  newOrganization = () => Promise.resolve(randomUUID());

  newCaller = () => Promise.resolve(callerOf(randomUUID(), randomUUID()));

  otherCaller = ({ organizationId }: Caller) => Promise.resolve(callerOf(organizationId, randomUUID()));

  async addUnmanaged({ organizationId }: Caller): Promise<string> {
    const [id, userName] = [randomUUID(), 'Zoë'];
    await this.query('INSERT INTO people (organization_id, id, user_name, user_name_key) VALUES ($1, $2, $3, $4)', [
      ...[organizationId, id, userName, foldText(userName)],
    ]);
    return id;
  }

  async letIn({ organizationId }: Caller, id: string): Promise<() => Promise<boolean>> {
    const key = [organizationId, id];
    await this.query('UPDATE people SET session = id WHERE organization_id = $1 AND id = $2', key);
    const signedIn = 'SELECT FROM people WHERE organization_id = $1 AND id = $2 AND session = id';
    return async () => (await this.query(signedIn, key)).length > 0;
  }

  async countEntries({ organizationId }: Caller): Promise<number> {
    return (await this.query('SELECT FROM audit WHERE organization_id = $1', [organizationId])).length;
  }

  countStatements = async (work: () => Promise<unknown>) => (await this.sent.during(work)).length;

  async leaveMark(tx: EntityManager, name: string): Promise<void> {
    await tx.query('INSERT INTO audit (organization_id, entry) VALUES (gen_random_uuid(), to_jsonb($1::text))', [name]);
  }

  async hasMark(tx: EntityManager, name: string): Promise<boolean> {
    return (await tx.query<Row[]>('SELECT FROM audit WHERE entry = to_jsonb($1::text)', [name])).length > 0;
  }

  async listEvents(organizationId: string): Promise<ConnectionEvent[]> {
    const rows = await this.query('SELECT entry FROM audit WHERE organization_id = $1 ORDER BY id', [organizationId]);
    return rows.map(({ entry }) => ({ ...(entry as ConnectionEvent), organizationId }));
  }

  async newDirectory(users: number) {
    const caller = await this.newCaller();
    const names = Array.from({ length: users }, (_, index) => `user${index}`);
    const scope = { caller, tx: this.single };
    const people = await Promise.all(names.map((userName) => this.users.create(scope, { userName })));
    return { caller, userIds: people.map(({ id }) => id) };
  }

  newGroups = (_caller: Caller, _userIds: readonly string[], count: number) =>
    Promise.resolve(Array.from({ length: count }, () => randomUUID()));

  /** Everybody of the caller's organization a little older. */
  async touch(tx: EntityManager, { organizationId }: Caller): Promise<void> {
    await tx.query('UPDATE people SET revision = revision + 1 WHERE organization_id = $1', [organizationId]);
  }

  stateOf = ({ organizationId }: Caller) =>
    this.query('SELECT * FROM people WHERE organization_id = $1 ORDER BY id', [organizationId]);
}

const callerOf = (organizationId: string, connectionId: string): Caller => ({
  ...{ organizationId, connectionId, connectionName: 'Okta', adopts: true, strict: false },
  ...{ tokenId: 't1', access: 'write', requestId: 'request-1' },
});
