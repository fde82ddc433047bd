import { setTimeout } from 'node:timers/promises';
import { userResourceType, ENTERPRISE_USER_SCHEMA, ResourceTypes, type ScimComplex } from '@ruleforge/scim';
import { ApiKeysService } from '../../src/api-keys/api-keys.service.js';
import type { Actor } from '../../src/audit/actor.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { Transactions } from '../../src/database/transactions.js';
import { SignInService } from '../../src/identity/sign-in.service.js';
import { readSettings } from '../../src/config/settings.js';
import { AcceptanceService } from '../../src/invitations/acceptance.service.js';
import { InvitationMail } from '../../src/invitations/invitation-mail.service.js';
import { InvitationsService } from '../../src/invitations/invitations.service.js';
import { LinkGuesses } from '../../src/invitations/link-guesses.js';
import { MailService } from '../../src/mail/mail.service.js';
import { DirectoryMembersService } from '../../src/members/directory-members.service.js';
import { ManualMembersService } from '../../src/members/manual-members.service.js';
import { MembersService } from '../../src/members/members.service.js';
import { RecoveryAdministratorsService } from '../../src/members/recovery-administrators.service.js';
import type { Role } from '../../src/members/roles.js';
import { OrganizationsService } from '../../src/organizations/organizations.service.js';
import { ProjectsService } from '../../src/projects/projects.service.js';
import { MemberDirectory } from '../../src/provisioning/member-directory.js';
import { HostGroupMembershipListener } from '../../src/provisioning/roles/host-group-membership-listener.js';
import { MemberRolesService } from '../../src/provisioning/roles/member-roles.service.js';
import { RoleMappingsService } from '../../src/provisioning/roles/role-mappings.service.js';
import { RULEFORGE_USER_SCHEMA } from '../../src/provisioning/ruleforge-user-schema.js';
import { UserLookups } from '../../src/provisioning/user-lookups.js';
import { SessionsService } from '../../src/sessions/sessions.service.js';
import { PasswordAttempts } from '../../src/users/password-attempts.js';
import { UsersService } from '../../src/users/users.service.js';
import { createDatabase, type TestDatabase } from '../support/database.js';

export const OPERATOR: Actor = { kind: 'operator', id: 'shell', name: 'Shell' };
export const USER_TYPE = userResourceType([ENTERPRISE_USER_SCHEMA, RULEFORGE_USER_SCHEMA]);
export const PASSWORD = 'correct horse battery';

/** The monolith's services on a database of their own. */
export class Domain {
  readonly transactions: Transactions;
  readonly audit = new AuditService();
  readonly users = new UsersService();
  readonly attempts = new PasswordAttempts();
  readonly sessions = new SessionsService();
  readonly organizations = new OrganizationsService(this.audit);
  readonly members = new MembersService(this.audit);
  readonly manualMembers = new ManualMembersService(this.users, this.audit);
  readonly directoryMembers = new DirectoryMembersService(this.members);
  readonly recovery = new RecoveryAdministratorsService(this.audit);
  readonly settings = readSettings({});
  readonly mail = new MailService(this.settings);
  readonly invitations = new InvitationsService(new InvitationMail(this.mail, this.users, this.settings), this.audit);
  readonly acceptances = new AcceptanceService(
    this.users,
    this.attempts,
    new LinkGuesses(),
    this.manualMembers,
    this.audit,
  );
  readonly apiKeys = new ApiKeysService(this.audit);
  readonly projects = new ProjectsService(this.members, this.audit);
  readonly roles = new MemberRolesService(this.members);
  readonly roleMappings = new RoleMappingsService(this.roles, this.audit);
  readonly groupListener = new HostGroupMembershipListener(this.roles);
  readonly signIns: SignInService;

  private constructor(private readonly database: TestDatabase) {
    this.transactions = new Transactions(database.dataSource);
    this.signIns = new SignInService(this.transactions, this.users, this.sessions, this.attempts, this.audit);
  }

  static open = async () => new Domain(await createDatabase());

  get tx() {
    return this.transactions.single;
  }

  get databaseUrl() {
    return this.database.url;
  }

  close = () => this.database.drop();

  query = (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> => this.tx.query(sql, values);

  /** Until a statement waits for a lock that another transaction holds. */
  async untilSomebodyWaits(): Promise<void> {
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    while ((await this.query(waiting)).length === 0) await setTimeout(10);
  }

  /** An organization with a recovery administrator, and its directory. */
  async anOrganization(options: { seats?: number; adopts?: boolean } = {}): Promise<Acme> {
    const { id } = await this.transactions.run(async (tx) => {
      const organization = await this.organizations.create(tx, { name: 'Acme', ...options }, OPERATOR);
      const email = `root@${organization.id}.test`;
      const credentials = { email, name: 'Root', password: PASSWORD };
      await this.manualMembers.createRecoveryAdministrator(tx, organization.id, credentials, OPERATOR);
      return organization;
    });
    return new Acme(this, id, options.adopts ?? true);
  }
}

/** One organization, as its directory and its administrators meet it. */
export class Acme {
  readonly directory: MemberDirectory;

  constructor(
    readonly domain: Domain,
    readonly id: string,
    readonly adopts: boolean,
    readonly connectionId = `c${id.replaceAll('-', '')}`,
  ) {
    this.directory = new MemberDirectory(
      domain.transactions,
      domain.directoryMembers,
      domain.roles,
      new UserLookups(domain.transactions),
      new ResourceTypes(USER_TYPE),
    );
  }

  /** The same organization through another connection. */
  through = (connectionId: string, adopts = this.adopts) => new Acme(this.domain, this.id, adopts, connectionId);

  get caller() {
    const { id, connectionId, adopts } = this;
    return {
      organizationId: id,
      connectionId,
      connectionName: 'Okta',
      adopts,
      strict: false,
      tokenId: 'token',
      access: 'write' as const,
      requestId: 'request-1',
    };
  }

  get scope() {
    return { caller: this.caller, tx: this.domain.tx };
  }

  provision = (userName: string, more: ScimComplex = {}) => this.directory.create(this.scope, { userName, ...more });

  addByHand = (email: string, role: Role = 'engineer') =>
    this.domain.transactions.run((tx) =>
      this.domain.manualMembers.create(tx, this.id, { email, name: email, password: PASSWORD, role }, OPERATOR),
    );

  /** What a PATCH or PUT does that changes anything at all. */
  change = (id: string, revise: (attributes: ScimComplex) => ScimComplex) =>
    this.domain.transactions.run(async (tx) => {
      const scope = { caller: this.caller, tx };
      const current = await this.directory.lock(scope, id);
      return this.directory.replace(scope, current!, revise(current!.attributes));
    });

  remove = (id: string) =>
    this.domain.transactions.run(async (tx) => {
      const scope = { caller: this.caller, tx };
      await this.directory.remove(scope, (await this.directory.lock(scope, id))!);
    });

  /** What `ConnectionsService` does: groups and mappings belong to a connection that is there. */
  connect = () =>
    this.domain.query(
      `INSERT INTO scim_connections (id, organization_id, name, state) VALUES ($1, $2, 'Okta', 'active')`,
      [this.connectionId, this.id],
    );

  count = () => this.domain.members.count(this.domain.tx, this.id);

  auditLog = async () => (await this.domain.audit.list(this.domain.tx, this.id, 100)).entries;
}
