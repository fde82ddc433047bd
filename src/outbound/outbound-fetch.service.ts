import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Agent, fetch, type RequestInit, type Response } from 'undici';
import { Settings } from '../config/settings.js';
import { isPublicAddress } from './is-public-address.js';
import { AddressRefused, publicLookup } from './public-lookup.js';

/** What no discovery document, key set or token comes near. */
const MOST_BYTES = 1_048_576;
const PATIENCE_MS = 5_000;

/**
 * Asks addresses that an administrator named. Follows no redirect, waits five seconds, reads a mebibyte, and goes to the
 * public Internet only unless the operator allows more: decided for the address that is connected to, not for its name.
 */
@Injectable()
export class OutboundFetch implements OnApplicationShutdown {
  private readonly agent: Agent;

  constructor(private readonly settings: Settings) {
    const guarded = publicLookup((host, done) => lookup(host, { all: true }, done));
    this.agent = new Agent({
      connect: { timeout: PATIENCE_MS, ...(settings.ssoAllowPrivateNetworks ? {} : { lookup: guarded }) },
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
      maxResponseSize: MOST_BYTES,
      maxHeaderSize: 16_384,
    });
  }

  /** @throws AddressRefused, or a `TypeError` whose cause is `AddressRefused` or says what is wrong with the network */
  async fetch(url: string, options: RequestInit = {}): Promise<Response> {
    this.refusePrivateLiteral(url);
    const signal = AbortSignal.timeout(PATIENCE_MS);
    return fetch(url, { signal, ...options, redirect: 'manual', dispatcher: this.agent });
  }

  onApplicationShutdown(): Promise<void> {
    return this.agent.close();
  }

  /** An address in the URL itself is connected to without any lookup. */
  private refusePrivateLiteral(url: string): void {
    const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
    if (!this.settings.ssoAllowPrivateNetworks && isIP(host) && !isPublicAddress(host)) throw new AddressRefused();
  }
}
