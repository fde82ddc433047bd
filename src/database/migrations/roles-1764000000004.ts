import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SHOW_EXAMPLE_MEMBERS } from './example-members.js';

/** Projects, where roles come from, and how groups see members. */
export class Roles1764000000004 implements MigrationInterface {
  name = 'Roles1764000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A UUID of version 7, for rows that one statement writes in a number nobody knows before.
      CREATE FUNCTION uuid_v7() RETURNS uuid LANGUAGE sql VOLATILE PARALLEL SAFE AS $$
        SELECT (lpad(to_hex((extract(epoch FROM clock_timestamp()) * 1000)::bigint), 12, '0') || '7' ||
          substr(replace(gen_random_uuid()::text, '-', ''), 14))::uuid
      $$;

      -- role is what a member may do today; manual_role what somebody gave by hand, and role_group_id the group that
      -- decides instead.
      ALTER TABLE members
        ADD COLUMN manual_role text CONSTRAINT members_manual_role
          CHECK (manual_role IN ('administrator', 'security_content_lead', 'reviewer', 'engineer', 'read_only')),
        ADD COLUMN role_group_id uuid;
      UPDATE members SET manual_role = role WHERE connection_id IS NULL OR role <> 'read_only';
      CREATE INDEX members_connection ON members (organization_id, connection_id, id) WHERE removed_at IS NULL;

      -- Whom a directory's groups may hold: the members that it sees.
      CREATE VIEW scim_users AS
        SELECT organization_id, id, connection_id, name AS display, name_key AS display_key FROM members
        WHERE removed_at IS NULL AND NOT recovery;

      CREATE TABLE projects (
        organization_id uuid NOT NULL CONSTRAINT projects_organization_fkey REFERENCES organizations,
        id uuid NOT NULL,
        name text NOT NULL,
        name_key text COLLATE "C" NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT projects_pkey PRIMARY KEY (organization_id, id)
      );
      CREATE UNIQUE INDEX projects_name_key ON projects (organization_id, name_key);

      -- One row for each way in which a member has a role in a project: by hand, or by groups.
      CREATE TABLE project_members (
        organization_id uuid NOT NULL,
        project_id uuid NOT NULL,
        member_id uuid NOT NULL,
        role text NOT NULL CONSTRAINT project_members_role
          CHECK (role IN ('security_content_lead', 'reviewer', 'engineer', 'read_only')),
        by_group boolean NOT NULL,
        CONSTRAINT project_members_pkey PRIMARY KEY (organization_id, project_id, member_id, role, by_group),
        CONSTRAINT project_members_project_fkey FOREIGN KEY (organization_id, project_id) REFERENCES projects
          ON DELETE CASCADE,
        CONSTRAINT project_members_member_fkey FOREIGN KEY (organization_id, member_id) REFERENCES members
      );
      CREATE INDEX project_members_member ON project_members (organization_id, member_id);

      -- What a group gives: a role in the organization, by the order of positions, or a role in one project.
      -- Prepared by name or externalId, group_id is null until the group arrives.
      CREATE TABLE role_mappings (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL
          CONSTRAINT role_mappings_connection_fkey REFERENCES scim_connections ON DELETE CASCADE,
        position integer NOT NULL,
        group_id uuid,
        group_name text,
        group_external_id text COLLATE "C",
        role text NOT NULL CONSTRAINT role_mappings_role
          CHECK (role IN ('administrator', 'security_content_lead', 'reviewer', 'engineer', 'read_only')),
        project_id uuid,
        CONSTRAINT role_mappings_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT role_mappings_project_fkey FOREIGN KEY (organization_id, project_id) REFERENCES projects
          ON DELETE CASCADE,
        CONSTRAINT role_mappings_names_a_group CHECK (num_nonnulls(group_id, group_name, group_external_id) > 0),
        CONSTRAINT role_mappings_project_role CHECK (project_id IS NULL OR role <> 'administrator')
      );
      CREATE UNIQUE INDEX role_mappings_position_key ON role_mappings (organization_id, connection_id, position);
      CREATE INDEX role_mappings_group ON role_mappings (organization_id, group_id);

      -- What a member has whom no group and no hand gave a role; without a row, read_only.
      CREATE TABLE role_defaults (
        organization_id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL
          CONSTRAINT role_defaults_connection_fkey REFERENCES scim_connections ON DELETE CASCADE,
        role text NOT NULL CONSTRAINT role_defaults_role
          CHECK (role IN ('security_content_lead', 'reviewer', 'engineer', 'read_only')),
        CONSTRAINT role_defaults_pkey PRIMARY KEY (organization_id, connection_id)
      );

      -- What a connection gives by default, asked by whoever creates a member: from then on until that transaction ends,
      -- nobody finishes a change of the rules (see member-roles.statements.ts). A statement inside of a volatile function
      -- sees what was committed while the function waited.
      CREATE FUNCTION default_role_now(organization uuid, connection text) RETURNS text LANGUAGE plpgsql VOLATILE AS $$
        BEGIN
          PERFORM pg_advisory_xact_lock_shared(hashtextextended('role rules ' || connection, 0));
          RETURN COALESCE((
            SELECT d.role FROM role_defaults d WHERE d.organization_id = organization AND d.connection_id = connection
          ), 'read_only');
        END
      $$;

      -- The members shown now and those shown before are too few for an ANALYZE of the then empty tables.
      ALTER TABLE members SET (autovacuum_analyze_threshold = 1000, autovacuum_vacuum_threshold = 1000);
      ALTER TABLE member_terms SET (autovacuum_analyze_threshold = 1000, autovacuum_vacuum_threshold = 1000);
    `);
    await queryRunner.query(SHOW_EXAMPLE_MEMBERS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE members SET (autovacuum_analyze_threshold = 500, autovacuum_vacuum_threshold = 500);
      ALTER TABLE member_terms SET (autovacuum_analyze_threshold = 500, autovacuum_vacuum_threshold = 500);
      DROP TABLE role_defaults, role_mappings, project_members, projects;
      DROP VIEW scim_users;
      DROP INDEX members_connection;
      ALTER TABLE members DROP COLUMN manual_role, DROP COLUMN role_group_id;
      DROP FUNCTION default_role_now(uuid, text);
      DROP FUNCTION uuid_v7();
    `);
  }
}
