import { Command, Option } from 'commander';
import { Settings } from '../config/settings.js';
import { EVENT_TYPES, type EventType } from '../events/event-types.js';
import { DELIVERY_STATES, EventReceiverDeliveries } from '../events/receivers/event-receiver-deliveries.service.js';
import { EventReceiversService } from '../events/receivers/event-receivers.service.js';
import { streamPollUrl } from '../events/streams/stream-addresses.js';
import { WebhookUrls } from '../events/webhooks/webhook-urls.service.js';
import { OrganizationsService } from '../organizations/organizations.service.js';
import { inTransaction } from './in-transaction.js';
import { operator } from './operator.js';
import { printFacts, type PrintOptions, printRows } from './print.js';
import { readId, readPositiveNumber, readText, readWholeNumber } from './read-option.js';

interface OrganizationOptions extends PrintOptions {
  readonly organization: string;
}

interface CreateOptions extends OrganizationOptions {
  readonly name: string;
  readonly types?: EventType[];
}

interface ReceiverOptions extends OrganizationOptions {
  readonly receiver: string;
}

interface RotateOptions extends ReceiverOptions {
  readonly overlapHours: number;
}

interface DeliveriesOptions extends ReceiverOptions {
  readonly state?: (typeof DELIVERY_STATES)[number];
  readonly limit: number;
}

/** `ruleforge event-receiver …` */
export const eventReceiverCommand = () =>
  new Command('event-receiver')
    .description('Who is told what happens to members and groups: webhooks, and streams that are polled.')
    .addCommand(
      creating('create-webhook', 'Adds a webhook and prints the secret of its signatures, once.')
        .requiredOption('--url <url>', 'where events are sent', readText)
        .action(createWebhook),
    )
    .addCommand(
      creating('create-stream', 'Adds a stream of security event tokens and prints its bearer token, once.')
        .option('--audience <text>', 'for whom the tokens are meant', readText)
        .action(createStream),
    )
    .addCommand(of('list', 'Prints id, kind, state, since when it fails, and name of each, oldest first.').action(list))
    .addCommand(doing('pause', 'Keeps its events until it is resumed.'))
    .addCommand(doing('resume', 'Sends again, also to one that was disabled.'))
    .addCommand(doing('remove', 'Forgets it, and what it was to be told.'))
    .addCommand(doing('test', 'Queues an event that tells of nothing.'))
    .addCommand(doing('retry', 'Attempts again what was given up.'))
    .addCommand(
      onReceiver('rotate-secret', 'Makes and prints another secret or token.')
        .option('--overlap-hours <hours>', 'how long the one before is good', readWholeNumber, 24)
        .action(rotateSecret),
    )
    .addCommand(
      onReceiver('deliveries', 'Prints time, type, state, attempts and last failure of each event, newest first.')
        .addOption(new Option('--state <state>', 'only those').choices(DELIVERY_STATES))
        .option('--limit <count>', 'how many', readPositiveNumber, 50)
        .action(deliveries),
    );

const of = (name: string, description: string) =>
  new Command(name)
    .description(description)
    .requiredOption('--organization <id>', 'whose', readId)
    .option('--json', 'print JSON');

const creating = (name: string, description: string) =>
  of(name, description)
    .requiredOption('--name <name>', 'what to call it', readText)
    .addOption(new Option('--types <types...>', 'what it is told of; everything when absent').choices(EVENT_TYPES));

const onReceiver = (name: string, description: string) =>
  of(name, description).requiredOption('--receiver <id>', 'which', readId);

const doing = (name: 'pause' | 'resume' | 'remove' | 'test' | 'retry', description: string) =>
  onReceiver(name, description).action(({ organization, receiver }: ReceiverOptions) =>
    inTransaction(async (tx, application) => {
      await application.get(EventReceiversService)[name](tx, organization, receiver, operator());
    }),
  );

async function createWebhook({ organization, url, ...options }: CreateOptions & { readonly url: string }) {
  const { id, secret } = await inTransaction(async (tx, application) => {
    const wish = { ...wishOf(options), url: await application.get(WebhookUrls).check(url) };
    const { id: organizationId } = await application.get(OrganizationsService).get(tx, organization);
    return application.get(EventReceiversService).createWebhook(tx, organizationId, wish, operator());
  });
  printFacts({ id, secret }, { Receiver: id, Secret: secret }, options);
}

async function createStream({ organization, audience, ...options }: CreateOptions & { readonly audience?: string }) {
  const created = await inTransaction(async (tx, application) => {
    const { id: organizationId } = await application.get(OrganizationsService).get(tx, organization);
    const wish = { ...wishOf(options), ...(audience === undefined ? {} : { audience }) };
    const { id, secret } = await application
      .get(EventReceiversService)
      .createStream(tx, organizationId, wish, operator());
    return { id, pollUrl: streamPollUrl(application.get(Settings), id), token: secret };
  });
  printFacts(created, { Stream: created.id, 'Poll URL': created.pollUrl, Token: created.token }, options);
}

async function list({ organization, ...options }: OrganizationOptions): Promise<void> {
  const receivers = await inTransaction(async (tx, application) => {
    const { id } = await application.get(OrganizationsService).get(tx, organization);
    return application.get(EventReceiversService).list(tx, id);
  });
  const rows = receivers.map((receiver) => ({
    ...receiver,
    failingSince: receiver.failingSince?.toISOString() ?? null,
  }));
  printRows(rows, ['id', 'kind', 'state', 'failingSince', 'name'], options);
}

async function rotateSecret({ organization, receiver, overlapHours, ...options }: RotateOptions): Promise<void> {
  const { id, secret } = await inTransaction((tx, application) =>
    application.get(EventReceiversService).rotateSecret(tx, organization, receiver, { overlapHours }, operator()),
  );
  printFacts({ id, secret }, { Receiver: id, Secret: secret }, options);
}

async function deliveries({ organization, receiver, state, limit, ...options }: DeliveriesOptions): Promise<void> {
  const search = { limit, ...(state === undefined ? {} : { state }) };
  const { deliveries: found } = await inTransaction((tx, application) =>
    application.get(EventReceiverDeliveries).list(tx, organization, receiver, search),
  );
  const rows = found.map((delivery) => ({ ...delivery, occurredAt: delivery.occurredAt.toISOString() }));
  printRows(rows, ['occurredAt', 'type', 'state', 'attempts', 'lastError', 'subjectId'], options);
}

const wishOf = ({ name, types }: Pick<CreateOptions, 'name' | 'types'>) => ({
  name,
  ...(types === undefined ? {} : { types }),
});
