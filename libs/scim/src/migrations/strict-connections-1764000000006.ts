import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Connections that refuse what others tolerate. */
export class StrictConnections1764000000006 implements MigrationInterface {
  name = 'StrictConnections1764000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE scim_connections ADD COLUMN strict boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE scim_connections DROP COLUMN strict');
  }
}
