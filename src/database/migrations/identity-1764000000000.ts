import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Organizations, accounts, members and what hangs on them. `organization_id` leads every key and index that a request
 * uses; the three exceptions (`users`, `sessions`, `api_keys`) are where a request learns its organization.
 * Text that is compared is `COLLATE "C"`: its key is computed by the application, never by the database's locale.
 */
export class Identity1764000000000 implements MigrationInterface {
  name = 'Identity1764000000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE organizations (
        id uuid CONSTRAINT organizations_pkey PRIMARY KEY,
        name text NOT NULL,
        seats integer CONSTRAINT organizations_seats CHECK (seats > 0),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );

      CREATE TABLE users (
        id uuid CONSTRAINT users_pkey PRIMARY KEY,
        email text,
        email_key text COLLATE "C" CONSTRAINT users_email_key UNIQUE,
        name text NOT NULL,
        password_digest text,
        locale text NOT NULL DEFAULT 'en',
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );

      CREATE TABLE members (
        organization_id uuid NOT NULL CONSTRAINT members_organization_fkey REFERENCES organizations,
        id uuid NOT NULL,
        user_id uuid NOT NULL CONSTRAINT members_user_fkey REFERENCES users,
        connection_id text COLLATE "C",
        external_id text COLLATE "C",
        user_name text NOT NULL,
        user_name_key text COLLATE "C" NOT NULL,
        name text NOT NULL,
        name_key text COLLATE "C" NOT NULL,
        email text,
        active boolean NOT NULL,
        role text NOT NULL CONSTRAINT members_role
          CHECK (role IN ('administrator', 'security_content_lead', 'reviewer', 'engineer', 'read_only')),
        project_roles jsonb NOT NULL DEFAULT '[]',
        recovery boolean NOT NULL DEFAULT false,
        profile json NOT NULL DEFAULT '{}',
        search jsonb NOT NULL DEFAULT '{}',
        revision integer NOT NULL DEFAULT 1,
        access_epoch integer NOT NULL DEFAULT 0,
        last_sign_in_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        modified_at timestamptz(3) NOT NULL DEFAULT now(),
        removed_at timestamptz(3),
        CONSTRAINT members_pkey PRIMARY KEY (organization_id, id)
      );
      CREATE UNIQUE INDEX members_user_name_key ON members (organization_id, user_name_key) WHERE removed_at IS NULL;
      CREATE UNIQUE INDEX members_external_id_key ON members (organization_id, connection_id, external_id)
        WHERE removed_at IS NULL;
      CREATE UNIQUE INDEX members_user_id_key ON members (organization_id, user_id) WHERE removed_at IS NULL;
      CREATE INDEX members_user ON members (user_id);
      CREATE INDEX members_listed ON members (organization_id, id) INCLUDE (active, recovery) WHERE removed_at IS NULL;
      CREATE INDEX members_name ON members (organization_id, name_key, id) WHERE removed_at IS NULL;
      CREATE INDEX members_inactive ON members (organization_id, name_key, id) WHERE NOT active AND removed_at IS NULL;
      CREATE INDEX members_modified ON members (organization_id, modified_at, id) WHERE removed_at IS NULL;

      -- Every word and address by which a member is looked up: the road to emails.value, displayName and the search box.
      CREATE TABLE member_terms (
        organization_id uuid NOT NULL,
        term text COLLATE "C" NOT NULL,
        member_id uuid NOT NULL,
        CONSTRAINT member_terms_pkey PRIMARY KEY (organization_id, term, member_id)
      );
      CREATE INDEX member_terms_member ON member_terms (organization_id, member_id);

      -- How many members there are, without counting them. Writers spread over the shards; readers add them up.
      CREATE TABLE member_counts (
        organization_id uuid NOT NULL CONSTRAINT member_counts_organization_fkey REFERENCES organizations,
        shard smallint NOT NULL,
        listed integer NOT NULL DEFAULT 0,
        seated integer NOT NULL DEFAULT 0,
        CONSTRAINT member_counts_pkey PRIMARY KEY (organization_id, shard)
      ) WITH (fillfactor = 50);

      CREATE TABLE invitations (
        organization_id uuid NOT NULL CONSTRAINT invitations_organization_fkey REFERENCES organizations,
        id uuid NOT NULL,
        email text NOT NULL,
        email_key text COLLATE "C" NOT NULL,
        role text NOT NULL,
        state text NOT NULL CONSTRAINT invitations_state
          CHECK (state IN ('pending', 'accepted', 'linked', 'expired', 'withdrawn')),
        token_digest bytea NOT NULL CONSTRAINT invitations_token_digest_key UNIQUE,
        invited_by uuid,
        member_id uuid,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3) NOT NULL,
        settled_at timestamptz(3),
        CONSTRAINT invitations_pkey PRIMARY KEY (organization_id, id)
      );
      CREATE UNIQUE INDEX invitations_pending_key ON invitations (organization_id, email_key) WHERE state = 'pending';

      CREATE TABLE sessions (
        digest bytea CONSTRAINT sessions_pkey PRIMARY KEY,
        organization_id uuid NOT NULL,
        member_id uuid NOT NULL,
        access_epoch integer NOT NULL,
        opened_by text NOT NULL CONSTRAINT sessions_opened_by CHECK (opened_by IN ('password', 'oidc')),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3) NOT NULL,
        address text,
        client text,
        CONSTRAINT sessions_member_fkey FOREIGN KEY (organization_id, member_id) REFERENCES members
      );
      CREATE INDEX sessions_member ON sessions (organization_id, member_id);

      CREATE TABLE api_keys (
        id text COLLATE "C" CONSTRAINT api_keys_pkey PRIMARY KEY,
        organization_id uuid NOT NULL,
        member_id uuid NOT NULL,
        access_epoch integer NOT NULL,
        name text NOT NULL,
        digest bytea NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        expires_at timestamptz(3),
        revoked_at timestamptz(3),
        last_used_at timestamptz(3),
        CONSTRAINT api_keys_member_fkey FOREIGN KEY (organization_id, member_id) REFERENCES members
      );
      CREATE INDEX api_keys_member ON api_keys (organization_id, member_id);

      CREATE TABLE audit_entries (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        at timestamptz(3) NOT NULL DEFAULT now(),
        actor_kind text NOT NULL CONSTRAINT audit_entries_actor_kind
          CHECK (actor_kind IN ('member', 'connection', 'operator', 'system')),
        actor_id text NOT NULL,
        actor_name text NOT NULL,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id text NOT NULL,
        subject_name text NOT NULL,
        details json NOT NULL DEFAULT '{}',
        request_id text,
        CONSTRAINT audit_entries_pkey PRIMARY KEY (organization_id, id)
      );
      CREATE INDEX audit_entries_subject ON audit_entries (organization_id, subject_id, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE audit_entries, api_keys, sessions, invitations, member_counts, member_terms, members, users, organizations
    `);
  }
}
