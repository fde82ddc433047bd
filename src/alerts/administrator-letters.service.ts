import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { runStatement, type Statement } from '../database/statement.js';
import type { LetterTemplate } from '../mail/letter.js';
import { MailService } from '../mail/mail.service.js';
import { addressKey } from '../users/address-key.js';
import { toLanguage } from '../web/language.js';

/** What all Administrators of an organization are told. */
export interface AdministratorLetter<Values> {
  readonly template: LetterTemplate<Values>;
  /** About the organization of this name. */
  readonly values: (organization: string) => Values;
  /** As in `Mail`. */
  readonly about?: string;
}

/** Letters to the Administrators of an organization, who alone can act on what a directory did or needs. */
@Injectable()
export class AdministratorLetters {
  constructor(private readonly mail: MailService) {}

  /** Whether there is a server that takes mail. */
  get canSend(): boolean {
    return this.mail.canSend;
  }

  /** One to every active Administrator whose address can be mailed to, in the language of each. */
  async queue<Values>(
    tx: EntityManager,
    organizationId: string,
    { values, ...letter }: AdministratorLetter<Values>,
  ): Promise<void> {
    const administrators = await runStatement<Administrator>(tx, LIST_ADMINISTRATORS, [organizationId]);
    for (const { email: to, locale, organization } of administrators) {
      if (addressKey(to) === undefined) continue;
      await this.mail.queue(tx, { ...letter, to, language: toLanguage(locale), values: values(organization) });
    }
  }
}

interface Administrator extends Record<string, unknown> {
  readonly email: string;
  readonly locale: string;
  readonly organization: string;
}

/** $1 organization. */
const LIST_ADMINISTRATORS: Statement = {
  name: 'alerts-list-administrators',
  text: `
    SELECT COALESCE(m.email, u.email) AS email, u.locale, o.name AS organization FROM members m
    JOIN users u ON u.id = m.user_id JOIN organizations o ON o.id = m.organization_id
    WHERE m.organization_id = $1 AND m.role = 'administrator' AND m.active AND m.removed_at IS NULL
      AND COALESCE(m.email, u.email) IS NOT NULL
    ORDER BY m.id LIMIT 100`,
};
