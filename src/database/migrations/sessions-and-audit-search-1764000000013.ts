import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions that their holders can tell apart and that know when somebody proved who they are. */
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
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE sessions DROP COLUMN id, DROP COLUMN proved_at, DROP COLUMN last_seen_at;
    `);
  }
}
