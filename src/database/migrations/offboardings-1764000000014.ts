import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who lost access, when and by what; and when a directory took it from so many that somebody should look. */
export class Offboardings1764000000014 implements MigrationInterface {
  name = 'Offboardings1764000000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A directory that deactivates many within an hour: obeyed, told, and undone in one act if it was a mistake.
      CREATE TABLE mass_deactivations (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL
          CONSTRAINT mass_deactivations_connection_fkey REFERENCES scim_connections ON DELETE CASCADE,
        began_at timestamptz(3) NOT NULL,
        last_at timestamptz(3) NOT NULL,
        outcome text CONSTRAINT mass_deactivations_outcome CHECK (outcome IN ('undone', 'accepted')),
        settled_at timestamptz(3),
        settled_by text,
        CONSTRAINT mass_deactivations_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT mass_deactivations_settled CHECK ((outcome IS NULL) = (settled_at IS NULL))
      );
      CREATE INDEX mass_deactivations_open ON mass_deactivations (organization_id, connection_id) WHERE outcome IS NULL;

      -- access_epoch is the member's after it: as long as the member has it, nobody gave the access back.
      CREATE TABLE offboardings (
        organization_id uuid NOT NULL CONSTRAINT offboardings_organization_fkey REFERENCES organizations,
        id uuid NOT NULL,
        member_id uuid NOT NULL,
        name text NOT NULL,
        user_name text NOT NULL,
        email text,
        connection_id text COLLATE "C",
        kind text NOT NULL CONSTRAINT offboardings_kind CHECK (kind IN ('deactivated', 'removed')),
        access_epoch integer NOT NULL,
        actor_kind text NOT NULL,
        actor_id text NOT NULL,
        actor_name text NOT NULL,
        request_id text,
        asked_at timestamptz(3) NOT NULL,
        cut_at timestamptz(3) NOT NULL,
        sessions integer NOT NULL,
        api_keys integer NOT NULL,
        invitations integer NOT NULL,
        mass_id uuid,
        undone_at timestamptz(3),
        CONSTRAINT offboardings_pkey PRIMARY KEY (organization_id, id)
      );
      CREATE INDEX offboardings_connection ON offboardings (organization_id, connection_id, id);
      CREATE INDEX offboardings_mass ON offboardings (organization_id, mass_id) WHERE mass_id IS NOT NULL;
      -- Whoever watches for many at once does it for all organizations.
      CREATE INDEX offboardings_cut ON offboardings (cut_at);

      -- When access was cut is when the transaction commits: nothing else is left to do when this runs.
      CREATE FUNCTION offboarding_commits() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          UPDATE offboardings SET cut_at = clock_timestamp() WHERE organization_id = NEW.organization_id AND id = NEW.id;
          RETURN NULL;
        END
      $$;
      CREATE CONSTRAINT TRIGGER offboardings_commit AFTER INSERT ON offboardings DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION offboarding_commits();

      -- From when on a connection is worth an alert; without a row, what the settings of the server say.
      CREATE TABLE connection_watches (
        organization_id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL
          CONSTRAINT connection_watches_connection_fkey REFERENCES scim_connections ON DELETE CASCADE,
        alert_people integer NOT NULL CONSTRAINT connection_watches_people CHECK (alert_people > 0),
        alert_percent integer NOT NULL CONSTRAINT connection_watches_percent CHECK (alert_percent BETWEEN 1 AND 100),
        silent_hours integer NOT NULL CONSTRAINT connection_watches_silent CHECK (silent_hours > 0),
        CONSTRAINT connection_watches_pkey PRIMARY KEY (organization_id, connection_id)
      );
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE connection_watches, offboardings, mass_deactivations;
      DROP FUNCTION offboarding_commits();
    `);
  }
}
