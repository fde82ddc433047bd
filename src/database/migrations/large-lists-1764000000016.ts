import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What lets lists of large organizations be read a page at a time, whatever they are searched and filtered by. */
export class LargeLists1764000000016 implements MigrationInterface {
  name = 'LargeLists1764000000016';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX api_keys_listed ON api_keys (organization_id, (revoked_at IS NULL), created_at, id);

      -- The expression is that of offboarding-terms.sql.ts.
      CREATE INDEX offboardings_terms ON offboardings USING gin ((
        array_to_tsvector(string_to_array(
          organization_id::text || '/' || regexp_replace(
            lower(left(name, 400) || ' ' || left(user_name, 256) || ' ' || left(COALESCE(email, ''), 256)),
            '[\\x01-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7f]+', ' ' || organization_id::text || '/', 'g'
          ), ' '))
      ));

      CREATE INDEX audit_entries_kind ON audit_entries (organization_id, subject_kind, id);
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX api_keys_listed, offboardings_terms, audit_entries_kind;
    `);
  }
}
