import { usersTableSql } from '@ruleforge/scim';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The two tables, and the view `scim_users` over one of them. */
export class Tables1764100000000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(usersTableSql('people', ['full_name text', 'session uuid']));
    await queryRunner.query(`
      CREATE TABLE audit (organization_id uuid, id bigserial, at timestamptz DEFAULT now(), entry jsonb NOT NULL,
        CONSTRAINT audit_pkey PRIMARY KEY (organization_id, id))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP VIEW scim_users; DROP TABLE people, audit');
  }
}
