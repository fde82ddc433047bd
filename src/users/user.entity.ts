import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's global account: what several organizations' memberships have in common. */
@Entity('users')
export class User {
  @PrimaryColumn('uuid')
  id!: string;

  /** The sign-in address; null for somebody who can be reached by no address of their own. */
  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { name: 'email_key', nullable: true })
  emailKey!: string | null;

  @Column('text')
  name!: string;

  /** Null as long as the account has no password. */
  @Column('text', { name: 'password_digest', nullable: true })
  passwordDigest!: string | null;

  /** Whether an administrator chose the password, who may know it, and not its owner. */
  @Column('boolean', { name: 'password_given' })
  passwordGiven!: boolean;

  @Column('text')
  locale!: string;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
