import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './is-public-address.js';

/** What is thrown instead of a connection to an address that is not of the public Internet. */
export class AddressRefused extends Error {
  readonly code = 'ERR_ADDRESS_REFUSED';

  constructor() {
    super('The host has an address that is not of the public Internet.');
  }
}

/** Finds all addresses of a host, as `dns.lookup` does. */
export type LookupAll = (
  hostname: string,
  done: (error: Error | null, found: readonly LookupAddress[]) => void,
) => void;

/**
 * A lookup for connections, that fails with `AddressRefused` when any of the addresses is not public. What it answers is
 * what is connected to: a name that leads elsewhere a moment later (DNS rebinding) gains nothing.
 */
export const publicLookup =
  (lookupAll: LookupAll): LookupFunction =>
  (hostname, options, callback) =>
    lookupAll(hostname, (error, found) => {
      const [first] = found;
      if (error) callback(error, []);
      else if (!first || !found.every(({ address }) => isPublicAddress(address))) callback(new AddressRefused(), []);
      else if (options.all) callback(null, [...found]);
      else callback(null, first.address, first.family);
    });
