import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Teaches PostgreSQL, before the first member comes, that one organization may have all the rows of a table.
 *
 * Every index begins with `organization_id`. To a planner without statistics they all look as good as the right one; a
 * prepared statement that was planned on an empty table then reads the whole organization for each row, until the next
 * ANALYZE. So a few members are shown to it and taken away again: statistics survive an empty table. From then on each
 * ANALYZE keeps to `n_distinct`, and comes for a number of rows that says something.
 */
export class PlannerStatistics1764000000002 implements MigrationInterface {
  name = 'PlannerStatistics1764000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE members ALTER COLUMN organization_id SET (n_distinct = 1);
      ALTER TABLE member_terms ALTER COLUMN organization_id SET (n_distinct = 1);
      ALTER TABLE members SET (autovacuum_analyze_threshold = 500, autovacuum_vacuum_threshold = 500);
      ALTER TABLE member_terms SET (autovacuum_analyze_threshold = 500, autovacuum_vacuum_threshold = 500);

      CREATE TEMPORARY TABLE examples ON COMMIT DROP AS
        SELECT gen_random_uuid() AS id, repeat('.', 1900) AS filling FROM generate_series(1, 200);
      INSERT INTO organizations (id, name) SELECT id, 'Example' FROM examples;
      INSERT INTO users (id, name) SELECT id, 'Example' FROM examples;
      INSERT INTO members (organization_id, id, user_id, connection_id, external_id, user_name, user_name_key, name,
          name_key, active, role, profile)
        SELECT id, id, id, 'example', id, id, id, id, id, TRUE, 'read_only', to_json(left(filling, 1600)) FROM examples;
      INSERT INTO member_terms (organization_id, term, member_id) SELECT id, id || filling, id FROM examples;
      ANALYZE members, member_terms;

      DELETE FROM member_terms t USING examples e WHERE t.organization_id = e.id;
      DELETE FROM members m USING examples e WHERE m.organization_id = e.id;
      DELETE FROM users u USING examples e WHERE u.id = e.id;
      DELETE FROM organizations o USING examples e WHERE o.id = e.id;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE members RESET (autovacuum_analyze_threshold, autovacuum_vacuum_threshold);
      ALTER TABLE member_terms RESET (autovacuum_analyze_threshold, autovacuum_vacuum_threshold);
      ALTER TABLE members ALTER COLUMN organization_id RESET (n_distinct);
      ALTER TABLE member_terms ALTER COLUMN organization_id RESET (n_distinct);
    `);
  }
}
