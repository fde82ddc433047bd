import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which token replaced another one, and when: so that it shows whether the old one is used still. */
export class ReplacedTokens1764000000007 implements MigrationInterface {
  name = 'ReplacedTokens1764000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE scim_tokens
        ADD COLUMN replaced_by text COLLATE "C",
        ADD COLUMN replaced_at timestamptz(3),
        ADD CONSTRAINT scim_tokens_replaced CHECK ((replaced_by IS NULL) = (replaced_at IS NULL));
      CREATE INDEX scim_tokens_live ON scim_tokens (expires_at) WHERE revoked_at IS NULL;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX scim_tokens_live;
      ALTER TABLE scim_tokens DROP COLUMN replaced_by, DROP COLUMN replaced_at;
    `);
  }
}
