import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which identity provider a connection is set up for, and no arrivals through a connection that was removed. */
export class ConnectionSetups1764000000012 implements MigrationInterface {
  name = 'ConnectionSetups1764000000012';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A connection without a row is another provider's, or was made at the shell.
      CREATE TABLE connection_setups (
        organization_id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL
          CONSTRAINT connection_setups_connection_fkey REFERENCES scim_connections ON DELETE CASCADE,
        provider text NOT NULL,
        CONSTRAINT connection_setups_pkey PRIMARY KEY (organization_id, connection_id)
      );

      -- Whoever creates a member waits here for a removal of the connection, and finds that it was removed.
      CREATE OR REPLACE FUNCTION default_role_now(organization uuid, connection text) RETURNS text
      LANGUAGE plpgsql VOLATILE AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock_shared(hashtextextended('role rules ' || connection, 0));
          IF EXISTS (SELECT FROM scim_connections c WHERE c.id = connection AND c.state = 'removed') THEN
            RAISE EXCEPTION 'The connection was removed.'
              USING ERRCODE = 'check_violation', CONSTRAINT = 'members_connection_removed';
          END IF;
          RETURN COALESCE((
            SELECT d.role FROM role_defaults d WHERE d.organization_id = organization AND d.connection_id = connection
          ), 'read_only');
        END
      $$;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE OR REPLACE FUNCTION default_role_now(organization uuid, connection text) RETURNS text
      LANGUAGE plpgsql VOLATILE AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock_shared(hashtextextended('role rules ' || connection, 0));
          RETURN COALESCE((
            SELECT d.role FROM role_defaults d WHERE d.organization_id = organization AND d.connection_id = connection
          ), 'read_only');
        END
      $$;
      DROP TABLE connection_setups;
    `);
  }
}
