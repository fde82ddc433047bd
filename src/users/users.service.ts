import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { runStatement } from '../database/statement.js';
import { addressKey } from './address-key.js';
import { hashPassword } from './passwords.js';
import { AccountBelongsToPerson, InvalidAddress } from './user-errors.js';
import { User } from './user.entity.js';
import { HAS_MEMBERSHIP, MEMBERSHIPS } from './users.statements.js';

export interface Credentials {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  /** The language of an account that is opened. */
  readonly locale?: string;
}

/** An organization that a person may enter by password. */
export interface Membership {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly memberId: string;
  /** What the person is called there. */
  readonly memberName: string;
}

/** Global accounts. */
@Injectable()
export class UsersService {
  find(tx: EntityManager, id: string): Promise<User | null> {
    return tx.findOneBy(User, { id });
  }

  async findByAddress(tx: EntityManager, email: string): Promise<User | null> {
    const emailKey = addressKey(email);
    return emailKey === undefined ? null : tx.findOneBy(User, { emailKey });
  }

  /**
   * An account whose password somebody else chooses. An account that exists is taken only when it belongs to no
   * organization any more.
   * @throws InvalidAddress, AccountBelongsToPerson
   */
  async openFor(tx: EntityManager, credentials: Credentials): Promise<User> {
    const known = await this.findByAddress(tx, credentials.email);
    if (!known) return this.insert(tx, credentials, true);
    const [membership] = await runStatement(tx, HAS_MEMBERSHIP, [known.id]);
    if (membership) throw new AccountBelongsToPerson();
    return this.setPassword(tx, known, credentials.password, true);
  }

  /**
   * The account at an address whose holder was proved, with this password from now on.
   * @throws InvalidAddress
   */
  async openOrReset(tx: EntityManager, credentials: Credentials): Promise<User> {
    const known = await this.findByAddress(tx, credentials.email);
    return known ? this.setPassword(tx, known, credentials.password, false) : this.insert(tx, credentials, false);
  }

  /**
   * The account as it is now, and nobody changes its password until this transaction ends: what a password opens and what ends
   * with it come one after the other.
   */
  lock(tx: EntityManager, id: string): Promise<User | null> {
    return tx.findOne(User, { where: { id }, lock: { mode: 'for_no_key_update' } });
  }

  /** The language in which the account reads screens and mails. */
  async setLocale(tx: EntityManager, id: string, locale: string): Promise<void> {
    await tx.update(User, { id }, { locale });
  }

  /**
   * @param digest of the password that the account has, which is no longer it
   * @returns whether it was: nothing is changed when somebody else has changed it since
   */
  async replacePassword(tx: EntityManager, id: string, digest: string, newDigest: string): Promise<boolean> {
    const { affected } = await tx.update(
      User,
      { id, passwordDigest: digest },
      { passwordDigest: newDigest, passwordGiven: false },
    );
    return affected === 1;
  }

  /**
   * Where the account may sign in by password: active memberships that no directory manages, nor began. Behind those that one
   * began, the account may have its password from the administrator of another organization.
   */
  passwordMemberships(tx: EntityManager, user: User): Promise<Membership[]> {
    return runStatement<Membership & Record<string, unknown>>(tx, MEMBERSHIPS, [user.id]);
  }

  private async insert(
    tx: EntityManager,
    { email, name, password, locale = 'en' }: Credentials,
    passwordGiven: boolean,
  ): Promise<User> {
    const emailKey = addressKey(email);
    if (emailKey === undefined) throw new InvalidAddress();
    const user = tx.create(User, {
      id: v7(),
      email: email.trim(),
      emailKey,
      name,
      passwordDigest: await hashPassword(password),
      passwordGiven,
      locale,
      createdAt: new Date(),
    });
    await tx.insert(User, user);
    return user;
  }

  private async setPassword(tx: EntityManager, user: User, password: string, passwordGiven: boolean): Promise<User> {
    const passwordDigest = await hashPassword(password);
    await tx.update(User, { id: user.id }, { passwordDigest, passwordGiven });
    return Object.assign(user, { passwordDigest, passwordGiven });
  }
}
