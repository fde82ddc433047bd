import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What SCIM itself owns: connections, their tokens, and the request log. */
export class Connections1764000000001 implements MigrationInterface {
  name = 'Connections1764000000001';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE scim_connections (
        id text COLLATE "C" CONSTRAINT scim_connections_pkey PRIMARY KEY
          CONSTRAINT scim_connections_id_form CHECK (id ~ '^[a-z0-9]+$'),
        organization_id uuid NOT NULL,
        name text NOT NULL,
        state text NOT NULL CONSTRAINT scim_connections_state CHECK (state IN ('draft', 'active', 'paused', 'removed')),
        adopts boolean NOT NULL DEFAULT true,
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX scim_connections_organization ON scim_connections (organization_id, id);

      CREATE TABLE scim_tokens (
        id text COLLATE "C" CONSTRAINT scim_tokens_pkey PRIMARY KEY,
        organization_id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL
          CONSTRAINT scim_tokens_connection_fkey REFERENCES scim_connections ON DELETE CASCADE,
        label text NOT NULL,
        digest bytea NOT NULL,
        access text NOT NULL CONSTRAINT scim_tokens_access CHECK (access IN ('write', 'read')),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        last_used_at timestamptz(3),
        last_used_address text,
        last_used_client text
      );
      CREATE INDEX scim_tokens_connection ON scim_tokens (organization_id, connection_id);

      CREATE TABLE scim_activity (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL,
        token_id text,
        at timestamptz(3) NOT NULL,
        request_id text NOT NULL,
        method text NOT NULL,
        operation text NOT NULL,
        resource_id text,
        status smallint NOT NULL,
        scim_type text,
        detail text,
        changed text[] NOT NULL,
        leniencies text[] NOT NULL,
        duration_ms real NOT NULL,
        client_address text,
        client text,
        CONSTRAINT scim_activity_pkey PRIMARY KEY (organization_id, id)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE scim_activity, scim_tokens, scim_connections');
  }
}
