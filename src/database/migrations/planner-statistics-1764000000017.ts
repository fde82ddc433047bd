import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SHOW_EXAMPLE_MEMBERS } from './example-members.js';

/** Of databases where an ANALYZE of the empty tables came too soon. */
export class PlannerStatistics1764000000017 implements MigrationInterface {
  name = 'PlannerStatistics1764000000017';

  async up(queryRunner: QueryRunner): Promise<void> {
    const members = (await queryRunner.query('SELECT FROM members LIMIT 1')) as unknown[];
    if (members.length === 0) await queryRunner.query(SHOW_EXAMPLE_MEMBERS);
  }

  async down(): Promise<void> {
    // Statistics are nothing that an earlier version has to do without.
  }
}
