import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Settings } from '../../config/settings.js';
import { WebhookUrlRefused } from '../receivers/event-receiver-errors.js';
import { isPublicAddress } from '../../outbound/is-public-address.js';
import { bareHost } from '../../outbound/outbound-agent.js';

declare const checked: unique symbol;

/** An address that a webhook may be sent to, as far as one can say before it is. */
export type WebhookUrl = string & { readonly [checked]: true };

/** Decides where webhooks may go. It is decided again, for the address itself, whenever one is sent. */
@Injectable()
export class WebhookUrls {
  constructor(private readonly settings: Settings) {}

  /** Asks the name server: not for inside a transaction. @throws WebhookUrlRefused */
  async check(text: string): Promise<WebhookUrl> {
    const url = URL.canParse(text) ? new URL(text) : undefined;
    const isOpen = this.settings.webhookAllowPrivateNetworks;
    if (url?.protocol !== 'https:' && !(isOpen && url?.protocol === 'http:')) {
      throw new WebhookUrlRefused('it must begin with https:// and be complete.');
    }
    if (url.username !== '' || url.password !== '') {
      throw new WebhookUrlRefused('it must not contain a user name or password. Verify the signature instead.');
    }
    if (!isOpen) await this.refusePrivate(bareHost(url));
    return url.href as WebhookUrl;
  }

  private async refusePrivate(host: string): Promise<void> {
    const found = isIP(host) ? [{ address: host }] : await lookup(host, { all: true }).catch(() => []);
    if (found.length === 0) throw new WebhookUrlRefused('its host is not known. Check the spelling.');
    if (!found.every(({ address }) => isPublicAddress(address))) {
      throw new WebhookUrlRefused('its host is not on the public Internet. The operator can allow private networks.');
    }
  }
}
