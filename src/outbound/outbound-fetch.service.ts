import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { RequestInit, Response } from 'undici';
import { Settings } from '../config/settings.js';
import { OutboundAgent } from './outbound-agent.js';

/** What no discovery document, key set or token comes near. */
const MOST_BYTES = 1_048_576;
const PATIENCE_MS = 5_000;

/** Asks addresses that an administrator named. Follows no redirect, waits five seconds, reads a mebibyte. */
@Injectable()
export class OutboundFetch implements OnApplicationShutdown {
  private readonly agent: OutboundAgent;

  constructor(settings: Settings) {
    this.agent = new OutboundAgent({
      allowPrivateNetworks: settings.ssoAllowPrivateNetworks,
      connectTimeoutMs: PATIENCE_MS,
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
      maxResponseSize: MOST_BYTES,
      maxHeaderSize: 16_384,
    });
  }

  /** @throws AddressRefused, or a `TypeError` whose cause is `AddressRefused` or says what is wrong with the network */
  async fetch(url: string, options: RequestInit = {}): Promise<Response> {
    const { undici, dispatcher } = await this.agent.open(url);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return undici.fetch(url, { signal, ...options, redirect: 'manual', dispatcher });
  }

  onApplicationShutdown(): Promise<void> {
    return this.agent.close();
  }
}
