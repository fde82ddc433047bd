import { addressKey } from '../users/address-key.js';

/** At most two keys, as parameters of a statement. */
export type AddressKeys = readonly [string | null, string | null];

/** The keys of the addresses that a member has: the userName when it is one, and the e-mail address. */
export function addressKeysOf(member: { userName: string; email?: string | null | undefined }): AddressKeys {
  const userNameKey = addressKey(member.userName) ?? null;
  return [userNameKey, member.email === member.userName ? userNameKey : (addressKey(member.email ?? '') ?? null)];
}

/** Those of `after` that are not among `before`. */
export const newAddressKeys = (before: AddressKeys, after: AddressKeys): AddressKeys => {
  const [first, second] = after;
  return [before.includes(first) ? null : first, before.includes(second) ? null : second];
};
