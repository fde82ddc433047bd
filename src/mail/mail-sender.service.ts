import { Injectable } from '@nestjs/common';
import type { Transporter } from 'nodemailer';
import { Settings } from '../config/settings.js';
import type { RenderedLetter } from './render-letter.js';

/** Letters that are on their way at once. */
export const MOST_AT_ONCE = 5;

export interface OutgoingMail extends RenderedLetter {
  readonly id: string;
  readonly recipient: string;
}

/** Why a letter was not taken, without a word of it. */
export interface MailFailure {
  readonly reason: string;
  /** Whether the server will never take it. */
  readonly final: boolean;
}

/** Hands letters to the mail server. Sent twice, a letter has the same Message-ID. */
@Injectable()
export class MailSender {
  private transport: Promise<Transporter> | undefined;

  constructor(private readonly settings: Settings) {}

  /** @returns what went wrong, or nothing */
  async send({ id, recipient, subject, text, html }: OutgoingMail): Promise<MailFailure | undefined> {
    const { mailFrom: from, smtpUrl } = this.settings;
    if (smtpUrl === undefined) return { reason: 'no mail server', final: false };
    const to = { name: '', address: recipient };
    const messageId = `<${id}@${new URL(this.settings.publicUrl).hostname}>`;
    try {
      const transport = await (this.transport ??= this.open(smtpUrl));
      await transport.sendMail({ from, to, subject, text, html, messageId, headers: HEADERS });
      return undefined;
    } catch (error) {
      return toFailure(error);
    }
  }

  async close(): Promise<void> {
    (await this.transport)?.close();
  }

  // Loaded when the first letter is sent: it is not small, and most processes of most installations send none.
  private async open(url: string): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    const timeout = this.settings.mailTimeoutMs;
    return createTransport({
      url,
      pool: true,
      maxConnections: MOST_AT_ONCE,
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      socketTimeout: timeout,
      dnsTimeout: timeout,
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}

/** No auto-reply, please (RFC 3834 §5). */
const HEADERS = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

// What a server says of a recipient or a message for good (RFC 5321 §4.2.1); a refused sign-in or sender is the operator's
// to mend.
function toFailure(error: unknown): MailFailure {
  const { code = 'EUNKNOWN', command, responseCode } = Object(error) as SmtpError;
  const isOfLetter = (code === 'EENVELOPE' && command !== 'MAIL FROM') || code === 'EMESSAGE';
  const reason = responseCode === undefined ? code : `${code} ${responseCode}`;
  return { reason, final: isOfLetter && Number(responseCode) >= 500 };
}

interface SmtpError {
  readonly code?: string;
  readonly command?: string;
  readonly responseCode?: number;
}
