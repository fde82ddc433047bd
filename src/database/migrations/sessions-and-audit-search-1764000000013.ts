import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that their holders can tell apart and that know when somebody proved who they are; an audit log to search. */
export class SessionsAndAuditSearch1764000000013 implements MigrationInterface {
  name = 'SessionsAndAuditSearch1764000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- id names a session to its holder, who knows the cookie of one of them only.
      ALTER TABLE sessions
        ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid(),
        ADD COLUMN proved_at timestamptz(3) NOT NULL DEFAULT now(),
        ADD COLUMN last_seen_at timestamptz(3) NOT NULL DEFAULT now();
      UPDATE sessions SET proved_at = created_at, last_seen_at = created_at;

      -- The expression is that of audit-terms.sql.ts. Entries come in the order of time and are never changed, so new
      -- ones wait in the index's list of pending entries and are put in their places many at once.
      CREATE INDEX audit_entries_terms ON audit_entries USING gin ((
        array_to_tsvector(string_to_array(
          organization_id::text || '#' || subject_kind || ' ' || organization_id::text || '/' || regexp_replace(
            lower(left(actor_name, 200) || ' ' || action || ' ' || left(subject_name, 400)),
            '[\\x01-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f]+', ' ' || organization_id::text || '/', 'g'
          ), ' '))
      ));
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX audit_entries_terms;
      ALTER TABLE sessions DROP COLUMN id, DROP COLUMN proved_at, DROP COLUMN last_seen_at;
    `);
  }
}
