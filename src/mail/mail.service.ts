import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { v7 } from 'uuid';
import { Settings } from '../config/settings.js';
import { runStatement } from '../database/statement.js';
import type { Language } from '../web/language.js';
import type { LetterTemplate } from './letter.js';
import { FORGET_MAILS_ABOUT, INSERT_MAIL } from './mails.statements.js';
import { renderLetter } from './render-letter.js';

/** A letter to somebody. */
export interface Mail<Values> {
  /** An e-mail address that `addressKey` takes. */
  readonly to: string;
  readonly language: Language;
  readonly template: LetterTemplate<Values>;
  readonly values: Values;
  /** The id of what the letter is about, by which it is found as long as it has not arrived. */
  readonly about?: string;
}

/** Mail, from within a transaction: sent when that has been committed, and only then. */
@Injectable()
export class MailService {
  constructor(private readonly settings: Settings) {}

  /** Whether there is a server that takes mail. */
  get canSend(): boolean {
    return this.settings.smtpUrl !== undefined;
  }

  /** Writes the letter down, and waits for no mail server. Does nothing when there is none. */
  async queue<Values>(tx: EntityManager, { to, language, template, values, about }: Mail<Values>): Promise<void> {
    if (!this.canSend) return;
    const { subject, text, html } = renderLetter(template[language](values), language);
    await runStatement(tx, INSERT_MAIL, [v7(), about ?? null, to, subject, text, html]);
  }

  /** What has not been sent yet about this is never sent. */
  async forget(tx: EntityManager, about: string): Promise<void> {
    await runStatement(tx, FORGET_MAILS_ABOUT, [about]);
  }
}
