import { setTimeout as sleep } from 'node:timers/promises';
import { readSettings } from '../../src/config/settings.js';
import type { LetterTemplate } from '../../src/mail/letter.js';
import { inLetter } from '../../src/mail/letter.js';
import { MailDispatcher } from '../../src/mail/mail-dispatcher.service.js';
import { MailSender } from '../../src/mail/mail-sender.service.js';
import { MailService } from '../../src/mail/mail.service.js';
import { Mailbox } from '../support/mailbox.js';
import { Domain } from './domain.js';

const HELLO: LetterTemplate<{ name: string }> = {
  en: ({ name }) => ({
    subject: `Hello ${name}`,
    paragraphs: [`Hello ${inLetter(name)}!`],
    action: { label: 'Open', url: 'https://ruleforge.test/x?a=1&b=2' },
    closing: ['Bye.'],
  }),
  pt: ({ name }) => ({ subject: `Olá ${name}`, paragraphs: [`Olá, atenção ${inLetter(name)}!`], closing: ['Tchau.'] }),
};

describe('mail', () => {
  let domain: Domain;
  const open: { stop: () => Promise<void> }[] = [];
  beforeAll(async () => {
    domain = await Domain.open();
  });
  beforeEach(() => domain.query('DELETE FROM mails'));
  afterEach(() => Promise.all(open.splice(0).map(({ stop }) => stop())));
  afterAll(() => domain.close());

  const post = (variables: Readonly<Record<string, string>>) =>
    new MailService(readSettings({ RULEFORGE_MAIL_TIMEOUT_MS: '500', ...variables }));

  function dispatch({ variables }: Pick<Mailbox, 'variables'>): void {
    const settings = readSettings({ RULEFORGE_MAIL_TIMEOUT_MS: '500', ...variables });
    const dispatcher = new MailDispatcher(
      domain.transactions,
      new MailService(settings),
      new MailSender(settings),
      settings,
    );
    dispatcher.start();
    open.push({ stop: () => dispatcher.beforeApplicationShutdown() });
  }

  async function aMailbox(...[answer]: Parameters<typeof Mailbox.open>): Promise<Mailbox> {
    const mailbox = await Mailbox.open(answer);
    open.push({ stop: mailbox.close });
    return mailbox;
  }

  const queue = ({ variables }: Mailbox, to: string, name = 'Ada', language: 'en' | 'pt' = 'en') =>
    domain.transactions.run((tx) => post(variables).queue(tx, { to, language, template: HELLO, values: { name } }));

  const kept = () => domain.query('SELECT recipient, text, given_up_at, last_error, attempts FROM mails');

  async function until(condition: () => Promise<boolean>): Promise<void> {
    while (!(await condition())) await sleep(10);
  }

  it('arrives once, whoever sends it, and leaves nothing behind', async () => {
    const mailbox = await aMailbox();
    const addresses = Array.from({ length: 12 }, (_, index) => `p${index}@acme.test`);
    for (const address of addresses) await queue(mailbox, address);
    for (let process = 0; process < 3; process++) dispatch(mailbox);
    await until(async () => (await kept()).length === 0);
    expect(mailbox.received.flatMap(({ recipients }) => recipients).sort()).toEqual([...addresses].sort());
  });

  it('is not sent when what it tells of was not done', async () => {
    const mailbox = await aMailbox();
    const mail = { to: 'a@acme.test', language: 'en', template: HELLO, values: { name: 'Ada' } } as const;
    const failed = domain.transactions.run(async (tx) => {
      await post(mailbox.variables).queue(tx, mail);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    expect(await kept()).toEqual([]);
  });

  it('comes as text and as HTML, in the language wanted, and names can do nothing in it', async () => {
    const mailbox = await aMailbox();
    dispatch(mailbox);
    await queue(mailbox, 'a@acme.test', 'Eve\r\nBcc: all@acme.test <b>\u0000 http://evil.test', 'pt');
    const { content, recipients } = await mailbox.next('a@acme.test');
    expect(recipients).toEqual(['a@acme.test']);
    expect(content).not.toMatch(/^Bcc:/m);
    expect(content).toContain('Olá, atenção Eve Bcc: all@\u200Bacme.\u200Btest <b>');
    expect(content).toContain('&lt;b');
    expect(content).not.toContain('http://evil.test!');
    expect(content).toMatch(/^From: RuleForge <no-reply@ruleforge\.test>/m);
    await queue(mailbox, 'b@acme.test');
    expect((await mailbox.next('b@acme.test')).linkTo('/x')).toBe('https://ruleforge.test/x?a=1&b=2');
  });

  it('is tried again after a failure that may pass', async () => {
    const mailbox = await aMailbox((attempt) => (attempt < 3 ? { responseCode: 451 } : undefined));
    dispatch(mailbox);
    await queue(mailbox, 'a@acme.test');
    await mailbox.next('a@acme.test');
    expect(mailbox.attempts).toBe(3);
  });

  it('is given up at a refusal for good, and keeps no word', async () => {
    const mailbox = await aMailbox(() => ({ responseCode: 550 }));
    dispatch(mailbox);
    await queue(mailbox, 'nobody@acme.test');
    await until(async () => (await kept()).some(({ given_up_at: at }) => at !== null));
    expect(await kept()).toMatchObject([{ text: '', last_error: 'EENVELOPE 550', attempts: 1 }]);
  });

  it('keeps nobody waiting for a server that says nothing, and is not lost', async () => {
    const mute = await aMailbox(() => 'silence');
    dispatch(mute);
    const before = performance.now();
    await queue(mute, 'a@acme.test');
    expect(performance.now() - before).toBeLessThan(400);
    await until(async () => (await kept()).some(({ last_error: error }) => error !== null));
    expect(await kept()).toMatchObject([{ recipient: 'a@acme.test', given_up_at: null }]);
  });

  it('is written for nobody where no server is known', async () => {
    const mail = { to: 'a@acme.test', language: 'en', template: HELLO, values: { name: 'Ada' } } as const;
    const service = post({});
    await domain.transactions.run((tx) => service.queue(tx, mail));
    expect([service.canSend, await kept()]).toEqual([false, []]);
  });
});
