import {
  ActivityLog,
  type Connection,
  ConnectionsService,
  type CreatedOAuthClient,
  OAuthClientsService,
  type OAuthClientWish,
  type TokenWish,
  TokensService,
} from '@ruleforge/scim';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../../../src/database/transactions.js';
import { InvitationsService } from '../../../src/invitations/invitations.service.js';
import { ManualMembersService } from '../../../src/members/manual-members.service.js';
import { SESSION_COOKIE } from '../../../src/sessions/session-cookie.js';
import { SessionsService } from '../../../src/sessions/sessions.service.js';
import type { FoundedOrganization } from '../../../src/setup/organization-founder.js';
import type { RunningApplication } from '../../support/running-application.js';
import { aGroup, aUser } from './documents.js';
import { ProductClient } from './product-client.js';
import { type Document, ScimClient } from './scim-client.js';

type Row = Readonly<Record<string, unknown>>;

const OPERATOR = { kind: 'operator', id: 'test', name: 'Test' } as const;

const PORTION = 5_000;

/** One organization, as its directory, its people and its database meet it. */
export class Organization {
  /** Its directory. */
  readonly scim: ScimClient;
  readonly id: string;
  readonly connectionId: string;

  constructor(
    private readonly app: RunningApplication,
    readonly founded: FoundedOrganization,
  ) {
    this.id = founded.organizationId;
    this.connectionId = founded.scim.connectionId;
    this.scim = new ScimClient(founded.scim.baseUrl, founded.scim.token);
  }

  /** A User that the directory created just now. */
  async addUser(name: string, more?: Row): Promise<Document> {
    const { status, text, body } = await this.scim.post('/Users', aUser(name, more));
    if (status !== 201) throw new Error(`POST /Users for ${name}: ${status} ${text}`);
    return body;
  }

  /** A Group that the directory created just now, with those Users in it. */
  async addGroup(displayName: string, users: readonly Pick<Document, 'id'>[] = [], more?: Row): Promise<Document> {
    const { status, text, body } = await this.scim.post('/Groups', { ...aGroup(displayName, ...users), ...more });
    if (status !== 201) throw new Error(`POST /Groups for ${displayName}: ${status} ${text}`);
    return body;
  }

  /** A member that an administrator created; the id is the SCIM id. */
  addByHand(email: string): Promise<string> {
    const newcomer = { email, name: email, password: 'correct horse battery', role: 'engineer' } as const;
    return this.run((tx) => this.get(ManualMembersService).create(tx, this.id, newcomer, OPERATOR));
  }

  /** So many members of the directory, straight into the tables, in portions that no statement's time limit is short for. */
  async addCrowd(count: number, name = 'Somebody'): Promise<void> {
    const members = `
      WITH accounts AS (
        INSERT INTO users (id, name) SELECT gen_random_uuid(), 'Somebody' FROM generate_series(1, $3) RETURNING id
      ), counted AS (
        INSERT INTO member_counts AS c (organization_id, shard, listed, seated) VALUES ($1, 999, $3, $3)
        ON CONFLICT (organization_id, shard) DO UPDATE SET listed = c.listed + $3, seated = c.seated + $3
      )
      INSERT INTO members (organization_id, id, user_id, connection_id, user_name, user_name_key, name, name_key,
        active, role)
      SELECT $1, uuid_v7(), id, $2, id::text, id::text, $4::text, lower($4::text), true, 'read_only'
      FROM accounts`;
    for (let added = 0; added < count; added += PORTION) {
      await this.query(members, [this.id, this.connectionId, Math.min(PORTION, count - added), name]);
    }
  }

  /** The member that stands outside the directory. */
  async recoveryId(): Promise<string> {
    const [row] = await this.query('SELECT id FROM members WHERE organization_id = $1 AND recovery', [this.id]);
    return String(row?.['id']);
  }

  invite(email: string): Promise<{ readonly token: string }> {
    return this.run((tx) =>
      this.get(InvitationsService).create(tx, this.id, { email, role: 'administrator' }, OPERATOR),
    );
  }

  /** A browser in which that member signed in just now. */
  async signIn(memberId: string): Promise<ProductClient> {
    const { single } = this.get(Transactions);
    const member = { organizationId: this.id, memberId };
    const opened = await this.get(SessionsService).open(single, member, { openedBy: 'oidc' });
    return new ProductClient(this.app.url, { cookie: `${SESSION_COOKIE}=${opened?.cookie ?? ''}` });
  }

  /** Another token of the connection. */
  async issueToken(wish: Partial<TokenWish> = {}): Promise<{ readonly id: string; readonly token: string }> {
    const connection = await this.connection();
    return this.run((tx) => this.get(TokensService).issue(tx, connection, { label: 'Other', ...wish }, OPERATOR));
  }

  revokeToken = (id: string) => this.run((tx) => this.get(TokensService).revoke(tx, id, OPERATOR));

  /** An OAuth client of the connection: with a secret, unless it is given keys. */
  async addOAuthClient(wish: Partial<OAuthClientWish> = {}): Promise<CreatedOAuthClient> {
    const connection = await this.connection();
    const named = { name: 'Entra ID', ...wish };
    return this.run((tx) => this.get(OAuthClientsService).create(tx, connection, named, OPERATOR));
  }

  /** What an operator does to OAuth clients. */
  onOAuthClients = <Result>(
    act: (clients: OAuthClientsService, tx: EntityManager, actor: typeof OPERATOR) => Promise<Result>,
  ) => this.run((tx) => act(this.get(OAuthClientsService), tx, OPERATOR));

  /** Another connection of the organization, with a client of its own. */
  async addConnection(): Promise<ScimClient> {
    const { id, token } = await this.run(async (tx) => {
      const wish = { organizationId: this.id, name: 'Second', state: 'active' } as const;
      const connection = await this.get(ConnectionsService).create(tx, wish, OPERATOR);
      const issued = await this.get(TokensService).issue(tx, connection, { label: 'Second' }, OPERATOR);
      return { id: connection.id, token: issued.token };
    });
    return new ScimClient(this.scim.baseUrl.replace(this.connectionId, id), token);
  }

  async connection(): Promise<Connection> {
    const { single } = this.get(Transactions);
    return (await this.get(ConnectionsService).find(single, this.connectionId))!;
  }

  /** `SET` on the connection's row, for what has no door yet. */
  async setConnection(assignment: string): Promise<void> {
    await this.query(`UPDATE scim_connections SET ${assignment} WHERE id = $1`, [this.connectionId]);
  }

  async row(memberId: string): Promise<Row | undefined> {
    const sql = 'SELECT * FROM members WHERE organization_id = $1 AND id = $2';
    const [row] = await this.query(sql, [this.id, memberId]);
    return row;
  }

  /** The audit entries about a member or, without an id, about everything; the newest first. */
  audit(subjectId?: string): Promise<Row[]> {
    const sql = `
      SELECT action, actor_kind AS "actorKind", actor_id AS "actorId", subject_name AS "subjectName", details,
        request_id AS "requestId"
      FROM audit_entries WHERE organization_id = $1 AND subject_id = COALESCE($2, subject_id) ORDER BY id DESC`;
    return this.query(sql, [this.id, subjectId ?? null]);
  }

  /** The request log, the newest first, once everything in it is written. */
  async activity(): Promise<Row[]> {
    await this.get(ActivityLog).flush();
    return this.query('SELECT * FROM scim_activity WHERE organization_id = $1 ORDER BY id DESC', [this.id]);
  }

  /** All that a refused request must leave as it is. */
  async state(): Promise<unknown> {
    const members = await this.query('SELECT * FROM members WHERE organization_id = $1 ORDER BY id', [this.id]);
    const counts = await this.query(
      `SELECT sum(listed)::int AS listed, sum(seated)::int AS seated FROM member_counts WHERE organization_id = $1`,
      [this.id],
    );
    const groups = await this.query('SELECT * FROM scim_groups WHERE organization_id = $1 ORDER BY id', [this.id]);
    const memberships = await this.query(
      'SELECT * FROM scim_group_members WHERE organization_id = $1 ORDER BY group_id, user_id',
      [this.id],
    );
    return { members, counts, groups, memberships, audit: await this.audit() };
  }

  query(sql: string, values: unknown[] = []): Promise<Row[]> {
    return this.app.dataSource.query<Row[]>(sql, values);
  }

  private get<Service>(type: new (...dependencies: never[]) => Service): Service {
    return this.app.application.get<Service>(type, { strict: false });
  }

  private run: Transactions['run'] = (work) => this.get(Transactions).run(work);
}
