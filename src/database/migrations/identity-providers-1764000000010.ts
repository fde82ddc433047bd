import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Identity providers through which people sign in, whom they know, and sign-ins that are under way. */
export class IdentityProviders1764000000010 implements MigrationInterface {
  name = 'IdentityProviders1764000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The id alone stands in addresses that strangers ask for: it is where a request learns its organization.
      CREATE TABLE identity_providers (
        organization_id uuid NOT NULL CONSTRAINT identity_providers_organization_fkey REFERENCES organizations,
        id uuid NOT NULL,
        name text NOT NULL,
        state text NOT NULL CONSTRAINT identity_providers_state CHECK (state IN ('draft', 'validated', 'active')),
        issuer text NOT NULL,
        client_id text NOT NULL,
        client_secret text NOT NULL,
        connection_id text COLLATE "C",
        match_claim text NOT NULL,
        trusts_email boolean NOT NULL,
        only_provisioned boolean NOT NULL,
        tested_at timestamptz(3),
        revision integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT identity_providers_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT identity_providers_id_key UNIQUE (id)
      );

      CREATE TABLE identity_provider_domains (
        organization_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        domain text COLLATE "C" NOT NULL,
        CONSTRAINT identity_provider_domains_pkey PRIMARY KEY (organization_id, domain),
        CONSTRAINT identity_provider_domains_provider_fkey FOREIGN KEY (organization_id, provider_id)
          REFERENCES identity_providers ON DELETE CASCADE
      );
      -- Somebody who types an address at the sign-in page belongs to no organization yet.
      CREATE INDEX identity_provider_domains_domain ON identity_provider_domains (domain);
      CREATE INDEX identity_provider_domains_provider ON identity_provider_domains (organization_id, provider_id);

      -- Who somebody is at a provider: never another member, once bound.
      CREATE TABLE member_identities (
        organization_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        subject text COLLATE "C" NOT NULL,
        member_id uuid NOT NULL,
        bound_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT member_identities_pkey PRIMARY KEY (organization_id, provider_id, subject),
        CONSTRAINT member_identities_member_key UNIQUE (organization_id, member_id, provider_id),
        CONSTRAINT member_identities_provider_fkey FOREIGN KEY (organization_id, provider_id)
          REFERENCES identity_providers ON DELETE CASCADE,
        CONSTRAINT member_identities_member_fkey FOREIGN KEY (organization_id, member_id) REFERENCES members
      );

      -- A sign-in that somebody began: known by digests of its state and of the browser's cookie. It is used once.
      CREATE TABLE sign_in_flows (
        state_digest bytea CONSTRAINT sign_in_flows_pkey PRIMARY KEY,
        browser_digest bytea NOT NULL,
        organization_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        tester_id uuid,
        fresh boolean NOT NULL,
        next_path text NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        CONSTRAINT sign_in_flows_provider_fkey FOREIGN KEY (organization_id, provider_id)
          REFERENCES identity_providers ON DELETE CASCADE
      );
      CREATE INDEX sign_in_flows_expires ON sign_in_flows (expires_at);
      CREATE INDEX sign_in_flows_provider ON sign_in_flows (organization_id, provider_id);

      -- By which provider a session was opened, so that the provider can end it.
      CREATE TABLE session_origins (
        digest bytea CONSTRAINT session_origins_pkey PRIMARY KEY
          CONSTRAINT session_origins_session_fkey REFERENCES sessions ON UPDATE CASCADE ON DELETE CASCADE,
        organization_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        subject text COLLATE "C" NOT NULL,
        sid text COLLATE "C",
        id_token text NOT NULL
      );
      CREATE INDEX session_origins_subject ON session_origins (organization_id, provider_id, subject);
      CREATE INDEX session_origins_sid ON session_origins (organization_id, provider_id, sid);

      -- Logout tokens that were obeyed, as long as they could be sent again.
      CREATE TABLE used_logout_tokens (
        organization_id uuid NOT NULL,
        provider_id uuid NOT NULL,
        token_digest bytea NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        CONSTRAINT used_logout_tokens_pkey PRIMARY KEY (organization_id, provider_id, token_digest),
        CONSTRAINT used_logout_tokens_provider_fkey FOREIGN KEY (organization_id, provider_id)
          REFERENCES identity_providers ON DELETE CASCADE
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE used_logout_tokens, session_origins, sign_in_flows, member_identities, identity_provider_domains,
        identity_providers
    `);
  }
}
