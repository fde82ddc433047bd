import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Events for others: who is told, what there is to tell, and the keys that sign it. What is to be told follows from the
 * audit log, in the transaction that writes there.
 */
export class Events1764000000009 implements MigrationInterface {
  name = 'Events1764000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- A webhook is sent to url, signed by secret; a stream is polled by whoever has the token of the digest.
      CREATE TABLE event_receivers (
        organization_id uuid NOT NULL CONSTRAINT event_receivers_organization_fkey REFERENCES organizations,
        id uuid NOT NULL,
        kind text NOT NULL CONSTRAINT event_receivers_kind CHECK (kind IN ('webhook', 'stream')),
        name text NOT NULL,
        state text NOT NULL DEFAULT 'active' CONSTRAINT event_receivers_state
          CHECK (state IN ('active', 'paused', 'disabled')),
        types text[],
        url text,
        secret text,
        audience text,
        digest bytea,
        token_prefix text,
        previous_secret text,
        previous_digest bytea,
        previous_until timestamptz(3),
        failing_since timestamptz(3),
        failures integer NOT NULL DEFAULT 0,
        retry_at timestamptz(3),
        last_success_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        CONSTRAINT event_receivers_pkey PRIMARY KEY (organization_id, id),
        CONSTRAINT event_receivers_id_key UNIQUE (id),
        CONSTRAINT event_receivers_webhook CHECK (kind <> 'webhook' OR num_nonnulls(url, secret) = 2),
        CONSTRAINT event_receivers_stream CHECK (kind <> 'stream' OR num_nonnulls(audience, digest, token_prefix) = 3)
      );

      -- One event for one receiver. due_at is the next attempt or, while somebody attempts it, when that one is given up.
      CREATE TABLE event_deliveries (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        receiver_id uuid NOT NULL,
        audit_entry_id uuid NOT NULL,
        type text NOT NULL,
        occurred_at timestamptz(3) NOT NULL,
        actor_kind text NOT NULL,
        actor_id text NOT NULL,
        subject_kind text NOT NULL,
        subject_id uuid NOT NULL,
        external_id text,
        attributes text[],
        replaced boolean NOT NULL,
        state text NOT NULL DEFAULT 'pending' CONSTRAINT event_deliveries_state
          CHECK (state IN ('pending', 'delivered', 'dead')),
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz(3) NOT NULL DEFAULT now(),
        last_status smallint,
        last_error text,
        settled_at timestamptz(3),
        CONSTRAINT event_deliveries_pkey PRIMARY KEY (organization_id, id)
      ) WITH (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.05);
      CREATE INDEX event_deliveries_pending ON event_deliveries (organization_id, receiver_id, due_at, id)
        WHERE state = 'pending';
      CREATE INDEX event_deliveries_receiver ON event_deliveries (organization_id, receiver_id, id);
      CREATE INDEX event_deliveries_dead ON event_deliveries (organization_id, receiver_id, id) WHERE state = 'dead';
      CREATE INDEX event_deliveries_age ON event_deliveries USING brin (occurred_at);

      -- The newest key that signs by now signs; all that are not retired are published.
      CREATE TABLE event_signing_keys (
        id text COLLATE "C" CONSTRAINT event_signing_keys_pkey PRIMARY KEY,
        public_key json NOT NULL,
        private_key text NOT NULL,
        created_at timestamptz(3) NOT NULL DEFAULT now(),
        -- Not rounded: what signs from now on does so now.
        signs_from timestamptz NOT NULL DEFAULT now(),
        retired_at timestamptz(3)
      );

      -- Which entries of the audit log are events, and for whom. An organization without receivers costs one look at theirs.
      CREATE FUNCTION queue_event_deliveries() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM FROM event_receivers WHERE organization_id = ANY (ARRAY(SELECT DISTINCT organization_id FROM entries));
        IF NOT FOUND THEN
          RETURN NULL;
        END IF;
        WITH receiver AS MATERIALIZED (
          SELECT r.* FROM (SELECT DISTINCT organization_id FROM entries) AS o CROSS JOIN LATERAL (
            SELECT organization_id, id, kind, types FROM event_receivers
            WHERE organization_id = o.organization_id AND state <> 'disabled'
            OFFSET 0
          ) AS r
        ), told (action, type) AS (
          VALUES ('member.provisioned', 'member.created'), ('member.created', 'member.created'),
            ('member.joined', 'member.created'), ('member.adopted', 'member.updated'),
            ('member.updated', 'member.updated'), ('member.role_changed', 'member.updated'),
            ('member.project_roles_changed', 'member.updated'), ('member.reactivated', 'member.activated'),
            ('member.deactivated', 'member.deactivated'), ('member.deactivated', 'member.sessions_ended'),
            ('member.removed', 'member.removed'), ('member.removed', 'member.sessions_ended'),
            ('group.created', 'group.created'), ('group.renamed', 'group.updated'), ('group.changed', 'group.updated'),
            ('group.members_changed', 'group.updated'), ('group.deleted', 'group.deleted'),
            ('event_receiver.tested', 'receiver.test')
        )
        INSERT INTO event_deliveries (organization_id, id, receiver_id, audit_entry_id, type, occurred_at, actor_kind,
          actor_id, subject_kind, subject_id, external_id, attributes, replaced)
        SELECT e.organization_id, uuid_v7(), r.id, e.id, t.type, e.at, e.actor_kind, e.actor_id, e.subject_kind,
          e.subject_id::uuid, COALESCE(m.external_id, g.external_id),
          CASE
            WHEN e.action = 'group.created' THEN array_remove(ARRAY['displayName',
              CASE WHEN g.external_id IS NOT NULL THEN 'externalId' END,
              CASE WHEN (e.details #>> '{members,total}') <> '0' THEN 'members' END], NULL)
            WHEN e.action = 'group.renamed' THEN ARRAY['displayName']
            WHEN e.action = 'group.changed' THEN ARRAY['externalId']
            WHEN e.action = 'group.members_changed' THEN ARRAY['members']
            WHEN e.action = 'member.role_changed' THEN ARRAY[own.schema || 'role']
            WHEN e.action = 'member.project_roles_changed' THEN ARRAY[own.schema || 'projectRoles']
            WHEN e.action IN ('member.updated', 'member.adopted') THEN
              ARRAY(SELECT json_array_elements_text(COALESCE(e.details -> 'changed', '[]')))
              || CASE WHEN e.action = 'member.adopted' THEN ARRAY[own.schema || 'managedBy'] ELSE '{}' END
            WHEN t.type = 'member.created' THEN array_remove(ARRAY['userName', 'active',
              CASE WHEN m.external_id IS NOT NULL THEN 'externalId' END], NULL)
              || ARRAY(SELECT json_object_keys(m.profile))
          END, COALESCE(e.details ->> 'method' = 'PUT', FALSE)
        FROM receiver r
        JOIN entries e ON e.organization_id = r.organization_id
        JOIN told t ON t.action = e.action
        CROSS JOIN (VALUES ('urn:ietf:params:scim:schemas:extension:ruleforge:2.0:User:')) AS own (schema)
        LEFT JOIN LATERAL (
          SELECT external_id, profile FROM members WHERE organization_id = e.organization_id
            AND id = CASE WHEN e.subject_kind = 'member' THEN e.subject_id::uuid END
          OFFSET 0
        ) AS m ON TRUE
        LEFT JOIN LATERAL (
          SELECT external_id FROM scim_groups WHERE organization_id = e.organization_id
            AND id = CASE WHEN e.subject_kind = 'group' THEN e.subject_id::uuid END
          OFFSET 0
        ) AS g ON TRUE
        WHERE CASE
          WHEN t.type = 'receiver.test' THEN r.id::text = e.subject_id
          -- For whoever speaks SCIM, the recovery administrator does not exist.
          WHEN r.kind = 'stream' AND e.details ->> 'recovery' = 'true' THEN FALSE
          ELSE r.types IS NULL OR t.type = ANY (r.types)
        END;
        RETURN NULL;
      END $$;
      CREATE TRIGGER audit_entries_events AFTER INSERT ON audit_entries REFERENCING NEW TABLE AS entries
        FOR EACH STATEMENT EXECUTE FUNCTION queue_event_deliveries();
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER audit_entries_events ON audit_entries;
      DROP FUNCTION queue_event_deliveries();
      DROP TABLE event_signing_keys, event_deliveries, event_receivers;
    `);
  }
}
