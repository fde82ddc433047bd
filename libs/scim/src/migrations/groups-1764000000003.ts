import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Groups of directories and who is in them. Who a User is stands in the host's view `scim_users`. No foreign key from a
 * membership to its group: every writer of memberships holds the group's row.
 */
export class Groups1764000000003 implements MigrationInterface {
  name = 'Groups1764000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE scim_groups (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL
          CONSTRAINT scim_groups_connection_fkey REFERENCES scim_connections ON DELETE CASCADE,
        display_name text NOT NULL,
        display_name_key text COLLATE "C" NOT NULL,
        external_id text COLLATE "C",
        member_count integer NOT NULL DEFAULT 0,
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        modified_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT scim_groups_pkey PRIMARY KEY (organization_id, id)
      ) WITH (fillfactor = 70);
      CREATE UNIQUE INDEX scim_groups_display_name_key ON scim_groups (organization_id, connection_id, display_name_key);
      CREATE UNIQUE INDEX scim_groups_external_id_key ON scim_groups (organization_id, connection_id, external_id);
      CREATE INDEX scim_groups_listed ON scim_groups (organization_id, connection_id, id);

      CREATE TABLE scim_group_members (
        organization_id uuid NOT NULL,
        group_id uuid NOT NULL,
        user_id uuid NOT NULL,
        CONSTRAINT scim_group_members_pkey PRIMARY KEY (organization_id, group_id, user_id)
      );
      CREATE INDEX scim_group_members_user ON scim_group_members (organization_id, user_id, group_id);

      -- One organization may have all the rows, and one connection all its groups. Without statistics PostgreSQL would
      -- plan prepared statements for an empty table and keep to scans while it fills. So it is shown some pages of rows.
      ALTER TABLE scim_groups ALTER COLUMN organization_id SET (n_distinct = 1);
      ALTER TABLE scim_groups ALTER COLUMN connection_id SET (n_distinct = 1);
      ALTER TABLE scim_group_members ALTER COLUMN organization_id SET (n_distinct = 1);
      ALTER TABLE scim_groups SET (autovacuum_analyze_threshold = 500, autovacuum_vacuum_threshold = 500);
      ALTER TABLE scim_group_members
        SET (autovacuum_analyze_threshold = 1000, autovacuum_vacuum_threshold = 1000, fillfactor = 10);
      INSERT INTO scim_connections (id, organization_id, name, state)
        SELECT 'example' || n, gen_random_uuid(), 'Example', 'draft' FROM generate_series(1, 200) AS n;
      INSERT INTO scim_groups (organization_id, id, connection_id, display_name, display_name_key)
        SELECT gen_random_uuid(), gen_random_uuid(), 'example' || n, repeat('.', 1900), n FROM generate_series(1, 200) AS n;
      INSERT INTO scim_group_members SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid()
        FROM generate_series(1, 450);
      ANALYZE scim_groups, scim_group_members;
      DELETE FROM scim_group_members;
      DELETE FROM scim_connections WHERE name = 'Example';
      ALTER TABLE scim_group_members RESET (fillfactor);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE scim_group_members, scim_groups');
  }
}
