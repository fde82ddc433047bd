import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SHOW_EXAMPLE_MEMBERS } from './example-members.js';

/**
 * Teaches PostgreSQL, before the first member comes, that one organization may have all the rows of a table.
 *
 * Every index begins with `organization_id`. To a planner without statistics they all look as good as the right one; a
 * prepared statement that was planned on an empty table then reads the whole organization for each row, until the next
 * ANALYZE. So a few members are shown to it. From then on each ANALYZE keeps to `n_distinct`, and comes for a number of
 * rows that says something.
 */
export class PlannerStatistics1764000000002 implements MigrationInterface {
  name = 'PlannerStatistics1764000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE members ALTER COLUMN organization_id SET (n_distinct = 1);
      ALTER TABLE member_terms ALTER COLUMN organization_id SET (n_distinct = 1);
      ALTER TABLE members SET (autovacuum_analyze_threshold = 500, autovacuum_vacuum_threshold = 500);
      ALTER TABLE member_terms SET (autovacuum_analyze_threshold = 500, autovacuum_vacuum_threshold = 500);
    `);
    await queryRunner.query(SHOW_EXAMPLE_MEMBERS);
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
