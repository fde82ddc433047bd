import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes the request log a place to look things up in: kinds, outcomes, counts by the hour, and refused writes. */
export class Activity1764000000014 implements MigrationInterface {
  name = 'Activity1764000000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE scim_activity
        ADD COLUMN kind text NOT NULL DEFAULT 'other',
        ADD COLUMN retry_of uuid,
        ADD COLUMN outcome text NOT NULL GENERATED ALWAYS AS (
          CASE WHEN status >= 500 THEN 'failed' WHEN status >= 400 THEN 'refused'
            WHEN cardinality(leniencies) > 0 THEN 'tolerated' ELSE 'ok' END
        ) STORED;
      UPDATE scim_activity SET kind = CASE
        WHEN method = 'GET' OR operation LIKE '%.search' THEN 'read'
        WHEN operation LIKE 'Groups.%' THEN 'group'
        WHEN operation = 'Users.create' THEN 'create'
        WHEN operation = 'Users.remove' THEN 'delete'
        WHEN operation IN ('Users.patch', 'Users.replace') THEN 'update'
        ELSE 'other' END;
      CREATE INDEX scim_activity_connection ON scim_activity (organization_id, connection_id, id);
      CREATE INDEX scim_activity_outcome ON scim_activity (organization_id, connection_id, outcome, id)
        WHERE outcome <> 'ok';
      CREATE INDEX scim_activity_kind ON scim_activity (organization_id, connection_id, kind, id) WHERE kind <> 'read';
      CREATE INDEX scim_activity_resource ON scim_activity (organization_id, resource_id, id)
        WHERE resource_id IS NOT NULL;
      CREATE INDEX scim_activity_retry ON scim_activity (organization_id, retry_of) WHERE retry_of IS NOT NULL;

      -- How much happened in each hour, without counting the log.
      CREATE TABLE scim_activity_hours (
        organization_id uuid NOT NULL,
        connection_id text COLLATE "C" NOT NULL,
        hour timestamptz NOT NULL,
        requests integer NOT NULL,
        refused integer NOT NULL,
        failed integer NOT NULL,
        created integer NOT NULL,
        updated integer NOT NULL,
        deactivated integer NOT NULL,
        CONSTRAINT scim_activity_hours_pkey PRIMARY KEY (organization_id, connection_id, hour)
      ) WITH (fillfactor = 50);

      -- The body of a refused write, without passwords, for as long as somebody may want to apply it again.
      CREATE TABLE scim_kept_requests (
        organization_id uuid NOT NULL,
        activity_id uuid NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        body json NOT NULL,
        CONSTRAINT scim_kept_requests_pkey PRIMARY KEY (organization_id, activity_id)
      );
      -- Whoever clears away does it for all organizations.
      CREATE INDEX scim_kept_requests_expires ON scim_kept_requests (expires_at);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE scim_kept_requests, scim_activity_hours;
      DROP INDEX scim_activity_connection, scim_activity_outcome, scim_activity_kind, scim_activity_resource,
        scim_activity_retry;
      ALTER TABLE scim_activity DROP COLUMN outcome, DROP COLUMN retry_of, DROP COLUMN kind;
    `);
  }
}
