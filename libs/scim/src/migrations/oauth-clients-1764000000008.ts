import type { MigrationInterface, QueryRunner } from 'typeorm';

/** OAuth clients of connections, what they prove themselves by, and their access tokens among the tokens. */
export class OauthClients1764000000008 implements MigrationInterface {
  name = 'OauthClients1764000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE scim_oauth_clients (
        id text COLLATE "C" CONSTRAINT scim_oauth_clients_pkey PRIMARY KEY
          CONSTRAINT scim_oauth_clients_id_form CHECK (id ~ '^[a-z0-9]+$'),
        organization_id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL
          CONSTRAINT scim_oauth_clients_connection_fkey REFERENCES scim_connections ON DELETE CASCADE,
        name text NOT NULL,
        access text NOT NULL CONSTRAINT scim_oauth_clients_access CHECK (access IN ('write', 'read')),
        method text NOT NULL
          CONSTRAINT scim_oauth_clients_method CHECK (method IN ('client_secret', 'private_key_jwt')),
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        revoked_at timestamptz(3),
        last_used_at timestamptz(3),
        last_used_address text,
        last_used_client text,
        CONSTRAINT scim_oauth_clients_organization UNIQUE (organization_id, id)
      );
      CREATE INDEX scim_oauth_clients_connection ON scim_oauth_clients (organization_id, connection_id);

      CREATE TABLE scim_oauth_credentials (
        organization_id uuid NOT NULL,
        client_id text COLLATE "C" NOT NULL,
        id text COLLATE "C" NOT NULL,
        digest bytea,
        jwk jsonb,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3),
        replaced_at timestamptz(3),
        last_used_at timestamptz(3),
        CONSTRAINT scim_oauth_credentials_pkey PRIMARY KEY (organization_id, client_id, id),
        CONSTRAINT scim_oauth_credentials_client_fkey FOREIGN KEY (organization_id, client_id)
          REFERENCES scim_oauth_clients (organization_id, id) ON DELETE CASCADE,
        CONSTRAINT scim_oauth_credentials_kind
          CHECK ((digest IS NULL) <> (jwk IS NULL) AND (digest IS NULL) = (expires_at IS NULL))
      );
      CREATE INDEX scim_oauth_credentials_expiry ON scim_oauth_credentials (expires_at) WHERE expires_at IS NOT NULL;

      CREATE TABLE scim_oauth_assertions (
        organization_id uuid NOT NULL,
        client_id text COLLATE "C" NOT NULL,
        jti_digest bytea NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        CONSTRAINT scim_oauth_assertions_pkey PRIMARY KEY (organization_id, client_id, jti_digest),
        CONSTRAINT scim_oauth_assertions_client_fkey FOREIGN KEY (organization_id, client_id)
          REFERENCES scim_oauth_clients (organization_id, id) ON DELETE CASCADE
      );
      CREATE INDEX scim_oauth_assertions_expiry ON scim_oauth_assertions (organization_id, client_id, expires_at);

      ALTER TABLE scim_tokens
        ADD COLUMN oauth_client_id text COLLATE "C",
        ADD COLUMN oauth_credential_id text COLLATE "C",
        ADD CONSTRAINT scim_tokens_oauth_client_fkey FOREIGN KEY (organization_id, oauth_client_id)
          REFERENCES scim_oauth_clients (organization_id, id) ON DELETE CASCADE,
        ADD CONSTRAINT scim_tokens_oauth CHECK ((oauth_client_id IS NULL) = (oauth_credential_id IS NULL));
      CREATE INDEX scim_tokens_oauth_client ON scim_tokens (organization_id, oauth_client_id, created_at)
        WHERE oauth_client_id IS NOT NULL;

      ALTER TABLE scim_activity ADD COLUMN oauth_client_id text COLLATE "C";
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE scim_activity DROP COLUMN oauth_client_id;
      DELETE FROM scim_tokens WHERE oauth_client_id IS NOT NULL;
      ALTER TABLE scim_tokens DROP COLUMN oauth_client_id, DROP COLUMN oauth_credential_id;
      DROP TABLE scim_oauth_assertions, scim_oauth_credentials, scim_oauth_clients;
    `);
  }
}
