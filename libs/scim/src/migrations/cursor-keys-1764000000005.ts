import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys by which cursors are sealed, of 244 random bits each. */
export class CursorKeys1764000000005 implements MigrationInterface {
  name = 'CursorKeys1764000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE scim_cursor_keys (
        id integer GENERATED ALWAYS AS IDENTITY CONSTRAINT scim_cursor_keys_pkey PRIMARY KEY,
        key bytea NOT NULL DEFAULT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex'),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      INSERT INTO scim_cursor_keys DEFAULT VALUES;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE scim_cursor_keys');
  }
}
