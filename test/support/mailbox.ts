import { setTimeout as sleep } from 'node:timers/promises';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A letter as it arrived. */
export interface ReceivedMail {
  readonly recipients: readonly string[];
  /** Header and both bodies, decoded. */
  readonly content: string;
  /** The first address in it of that path. */
  linkTo(path: string): string;
}

/** What the server says to a recipient, instead of taking the letter. */
type Answer = { readonly responseCode: number } | 'silence' | undefined;

/** A mail server that keeps what it is sent. */
export class Mailbox {
  readonly received: ReceivedMail[] = [];
  /** Connections that got as far as a recipient. */
  attempts = 0;

  private constructor(
    private readonly server: SMTPServer,
    readonly url: string,
  ) {}

  static async open(answer: (attempt: number) => Answer = () => undefined): Promise<Mailbox> {
    const server = new SMTPServer({
      disabledCommands: ['STARTTLS', 'AUTH'],
      logger: false,
      closeTimeout: 100,
      onRcptTo(_, __, callback) {
        const said = answer(++mailbox.attempts);
        if (said === 'silence') return;
        callback(said && Object.assign(new Error('no'), said));
      },
      onData(stream, session, callback) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const recipients = session.envelope.rcptTo.map(({ address }) => address);
          mailbox.received.push(toMail(recipients, Buffer.concat(chunks).toString('latin1')));
          callback();
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.server.address() as AddressInfo;
    const mailbox = new Mailbox(server, `smtp://127.0.0.1:${port}`);
    return mailbox;
  }

  /** The settings that make an application use it. */
  get variables() {
    return {
      RULEFORGE_SMTP_URL: this.url,
      RULEFORGE_MAIL_FROM: 'RuleForge <no-reply@ruleforge.test>',
      RULEFORGE_MAIL_INTERVAL_MS: '20',
      RULEFORGE_MAIL_RETRY_SECONDS: '0',
    };
  }

  /** The newest letter to this address, as soon as there are so many. */
  async next(address: string, count = 1): Promise<ReceivedMail> {
    for (;;) {
      const letters = this.received.filter(({ recipients }) => recipients.includes(address));
      const letter = letters.at(-1);
      if (letter && letters.length >= count) return letter;
      await sleep(10);
    }
  }

  close = () => new Promise<void>((resolve) => this.server.close(resolve));
}

function toMail(recipients: readonly string[], raw: string): ReceivedMail {
  const joined = raw.replaceAll('=\r\n', '');
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  const content = Buffer.from(bytes, 'latin1').toString('utf8');
  return {
    recipients,
    content,
    linkTo(path) {
      const [link] = new RegExp(`https?://[^\\s"]*${path}[^\\s"<]*`).exec(content) ?? [];
      if (link === undefined) throw new Error(`No link to ${path} in:\n${content}`);
      return link;
    },
  };
}
