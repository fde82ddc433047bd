import type { MigrationInterface, QueryRunner } from 'typeorm';
import { SHOW_EXAMPLE_MEMBERS } from './example-members.js';

/** Mail that is to be sent, and invitations by state. */
export class People1764000000011 implements MigrationInterface {
  name = 'People1764000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Written in the transaction of what it tells; gone once it is sent. What is given up keeps no word of the message.
      CREATE TABLE mails (
        id uuid CONSTRAINT mails_pkey PRIMARY KEY,
        about uuid,
        recipient text NOT NULL,
        subject text NOT NULL,
        text text NOT NULL,
        html text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        due_at timestamptz(3) NOT NULL DEFAULT now(),
        last_error text,
        given_up_at timestamptz(3),
        created_at timestamptz(3) NOT NULL DEFAULT now()
      );
      CREATE INDEX mails_due ON mails (due_at) WHERE given_up_at IS NULL;
      CREATE INDEX mails_given_up ON mails (given_up_at) WHERE given_up_at IS NOT NULL;
      CREATE INDEX mails_about ON mails (about) WHERE about IS NOT NULL;

      ALTER TABLE invitations
        ADD COLUMN language text NOT NULL DEFAULT 'en',
        ADD COLUMN links integer NOT NULL DEFAULT 1;
      CREATE INDEX invitations_state_listed ON invitations (organization_id, state, id);

      -- Whoever is asked for by role. Those of the default role, which directories give, are found by walking the names.
      CREATE INDEX members_role_listed ON members (organization_id, role, name_key, id)
        WHERE removed_at IS NULL AND role <> 'read_only';
    `);
    await queryRunner.query(SHOW_EXAMPLE_MEMBERS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX members_role_listed;
      DROP INDEX invitations_state_listed;
      ALTER TABLE invitations DROP COLUMN language, DROP COLUMN links;
      DROP TABLE mails;
    `);
  }
}
