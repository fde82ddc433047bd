import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { SecretBox } from '../../secrets/secret-box.service.js';
import { OutboundAgent } from '../../outbound/outbound-agent.js';
import type { EventDelivery } from '../event-types.js';
import { webhookPurpose } from '../receivers/webhook-purpose.js';
import { describeFailure, type DeliveryFailure } from './describe-failure.js';
import { representWebhook } from './represent-webhook.js';
import { signWebhook } from './sign-webhook.js';

export interface WebhookTarget {
  readonly receiverId: string;
  readonly url: string;
  /** Those that are good, sealed, the newest first. */
  readonly secrets: readonly string[];
}

export interface SendResult {
  readonly status: number | null;
  readonly failure: DeliveryFailure | null;
}

/** What of an answer is read, so that the connection can be used again; nothing of it is looked at. */
const MOST_ANSWER_BYTES = 16_384;

/** Sends webhooks. Follows no redirect, and goes to the public Internet only unless the operator allows more. */
@Injectable()
export class WebhookSender {
  private readonly agent: OutboundAgent;

  constructor(
    private readonly settings: Settings,
    private readonly box: SecretBox,
  ) {
    this.agent = new OutboundAgent({
      allowPrivateNetworks: settings.webhookAllowPrivateNetworks,
      connectTimeoutMs: settings.webhookTimeoutMs,
      maxHeaderSize: 16_384,
    });
  }

  /** Never throws; takes no longer than the time limit. */
  async send({ receiverId, url, secrets: sealed }: WebhookTarget, delivery: EventDelivery): Promise<SendResult> {
    const [body, timestamp] = [JSON.stringify(representWebhook(delivery)), Math.floor(Date.now() / 1_000)];
    const signal = AbortSignal.timeout(this.settings.webhookTimeoutMs);
    try {
      const { undici, dispatcher } = await this.agent.open(url);
      const purpose = webhookPurpose(receiverId);
      const secrets = await Promise.all(sealed.map((secret) => this.box.open(secret, purpose)));
      const answer = await undici.request(url, {
        method: 'POST',
        dispatcher,
        signal,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'RuleForge-Webhooks/1',
          'x-ruleforge-event': delivery.type,
          'x-ruleforge-event-id': delivery.id,
          'x-ruleforge-timestamp': String(timestamp),
          'x-ruleforge-signature': signWebhook(secrets, timestamp, body),
        },
        body,
      });
      await answer.body.dump({ limit: MOST_ANSWER_BYTES, signal }).catch(() => undefined);
      const status = answer.statusCode;
      return { status, failure: status >= 200 && status < 300 ? null : 'status' };
    } catch (error) {
      return { status: null, failure: describeFailure(error) };
    }
  }

  /** When nothing is being sent any more. */
  close(): Promise<void> {
    return this.agent.close();
  }
}
