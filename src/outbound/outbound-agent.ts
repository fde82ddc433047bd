import { lookup } from 'node:dns';
import { isIP } from 'node:net';
import type { Agent } from 'undici';
import { isPublicAddress } from './is-public-address.js';
import { AddressRefused, publicLookup } from './public-lookup.js';

/** How it connects, and whether it may go anywhere but to the public Internet. */
export interface OutboundAgentOptions extends Agent.Options {
  readonly connectTimeoutMs: number;
  readonly allowPrivateNetworks: boolean;
}

type Undici = typeof import('undici');

/**
 * Connections to addresses that an administrator named, on the public Internet only unless the operator allows more: decided
 * for the address that is connected to, not for its name.
 */
export class OutboundAgent {
  private agent: Agent | undefined;

  constructor(private readonly options: OutboundAgentOptions) {}

  /** What a request to this URL is made with. @throws AddressRefused */
  async open(url: string): Promise<{ readonly undici: Undici; readonly dispatcher: Agent }> {
    this.refusePrivateLiteral(url);
    // Loaded with the first request: it weighs more than all else that most processes never use.
    const undici = await import('undici');
    return { undici, dispatcher: (this.agent ??= this.createAgent(undici)) };
  }

  /** When nothing is asked any more. */
  async close(): Promise<void> {
    await this.agent?.close();
  }

  private createAgent({ Agent }: Undici): Agent {
    const { connectTimeoutMs: timeout, allowPrivateNetworks, ...rest } = this.options;
    const guarded = publicLookup((host, done) => lookup(host, { all: true }, done));
    return new Agent({ ...rest, connect: { timeout, ...(allowPrivateNetworks ? {} : { lookup: guarded }) } });
  }

  /** An address in the URL itself is connected to without any lookup. */
  private refusePrivateLiteral(url: string): void {
    const host = bareHost(new URL(url));
    if (!this.options.allowPrivateNetworks && isIP(host) && !isPublicAddress(host)) throw new AddressRefused();
  }
}

/** The host as the network knows it: an IPv6 address without brackets. */
export const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
