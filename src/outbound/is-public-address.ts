import ipaddr from 'ipaddr.js';

/** Of Azure's own services, on every machine there. */
const PUBLIC_IN_NAME_ONLY: ReadonlySet<string> = new Set(['168.63.129.16']);

/**
 * Whether an IP address is one of the public Internet: not private, loopback, link-local (where clouds keep credentials),
 * shared, reserved, nor one that leads to an IPv4 address by tunnel or translation. A mapped one counts as what it maps.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const plain = ipaddr.process(address);
  return plain.range() === 'unicast' && !PUBLIC_IN_NAME_ONLY.has(plain.toString());
}
