import type { Organization } from '../../road/support/organization.js';
import type { ProductClient } from '../../road/support/product-client.js';

export interface CreatedReceiver {
  readonly id: string;
  readonly secret: string;
}

export interface Delivery {
  readonly id: string;
  readonly type: string;
  readonly state: string;
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastError: string | null;
  readonly subjectId: string;
  readonly attributes: readonly string[] | null;
  readonly replaced: boolean;
}

export interface PollAnswer {
  readonly sets: Readonly<Record<string, string>>;
  readonly moreAvailable: boolean;
}

/** Where an organization's administrator says who is told of its events. */
export class EventDesk {
  private constructor(
    private readonly url: string,
    readonly administrator: ProductClient,
  ) {}

  static async of(url: string, organization: Organization): Promise<EventDesk> {
    return new EventDesk(url, await organization.signIn(await organization.recoveryId()));
  }

  addWebhook(url: string, more: object = {}): Promise<CreatedReceiver> {
    return this.administrator.write('POST', '/event-receivers/webhooks', { name: 'Hook', url, ...more });
  }

  addStream(more: object = {}): Promise<CreatedReceiver> {
    return this.administrator.write('POST', '/event-receivers/streams', { name: 'Stream', ...more });
  }

  /** The newest first. */
  async deliveries({ id }: Pick<CreatedReceiver, 'id'>, query = ''): Promise<readonly Delivery[]> {
    const path = `/event-receivers/${id}/deliveries${query}`;
    return (await this.administrator.read<{ deliveries: Delivery[] }>(path)).deliveries;
  }

  /** Polls as whoever has the stream's token does. */
  async poll({ id, secret }: CreatedReceiver, body: object = { returnImmediately: true }): Promise<PollAnswer> {
    const response = await this.sendPoll(id, `Bearer ${secret}`, body);
    if (response.status !== 200) throw new Error(`poll: ${response.status} ${await response.text()}`);
    return (await response.json()) as PollAnswer;
  }

  sendPoll(id: string, authorization: string | undefined, body: object): Promise<Response> {
    return fetch(`${this.url}/api/v1/event-streams/${id}/poll`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === undefined ? {} : { authorization }) },
      body: JSON.stringify(body),
    });
  }
}
