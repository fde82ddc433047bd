import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whom a connection lets in, which memberships a password opens, and which credentials were warned about. */
export class Admissions1764000000015 implements MigrationInterface {
  name = 'Admissions1764000000015';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A connection without a row lets in only people whom it provisioned.
      CREATE TABLE connection_admissions (
        organization_id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL
          CONSTRAINT connection_admissions_connection_fkey REFERENCES scim_connections ON DELETE CASCADE,
        only_provisioned boolean NOT NULL,
        CONSTRAINT connection_admissions_pkey PRIMARY KEY (organization_id, connection_id)
      );

      -- What identity providers said, for the connection of each, or for all where a provider has none. Where they
      -- disagree, the stricter one counts.
      INSERT INTO connection_admissions (organization_id, connection_id, only_provisioned)
      SELECT c.organization_id, c.id, FALSE FROM scim_connections c
      JOIN identity_providers p ON p.organization_id = c.organization_id AND COALESCE(p.connection_id, c.id) = c.id
      WHERE c.state <> 'removed'
      GROUP BY c.organization_id, c.id HAVING NOT bool_or(p.only_provisioned);

      -- Nobody reads it any more but processes of the version before.
      ALTER TABLE identity_providers ALTER COLUMN only_provisioned SET DEFAULT TRUE;

      -- Whether the account's password opens this membership: it does where the person came by it, and stays so under a
      -- directory. Whom a directory made a member has an account that may be another organization's making.
      ALTER TABLE members ADD COLUMN opens_by_password boolean NOT NULL DEFAULT FALSE;
      UPDATE members m SET opens_by_password = TRUE FROM users u
      WHERE u.id = m.user_id AND u.password_digest IS NOT NULL AND m.removed_at IS NULL AND EXISTS (
        SELECT FROM audit_entries e
        WHERE e.organization_id = m.organization_id AND e.subject_id = m.id::text
          AND e.subject_kind = 'member' AND e.action IN ('member.created', 'member.joined')
      );

      -- A password that an administrator chose, until its owner chooses one: somebody else may know it.
      ALTER TABLE users ADD COLUMN password_given boolean NOT NULL DEFAULT FALSE;

      -- Which credentials were told of so many days before their end.
      CREATE TABLE credential_notices (
        organization_id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL
          CONSTRAINT credential_notices_connection_fkey REFERENCES scim_connections ON DELETE CASCADE,
        credential_id text COLLATE "C" NOT NULL,
        days integer NOT NULL,
        told_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT credential_notices_pkey PRIMARY KEY (organization_id, connection_id, credential_id, days)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE credential_notices, connection_admissions;
      ALTER TABLE users DROP COLUMN password_given;
      ALTER TABLE members DROP COLUMN opens_by_password;
      ALTER TABLE identity_providers ALTER COLUMN only_provisioned DROP DEFAULT;
    `);
  }
}
