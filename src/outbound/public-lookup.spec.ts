import type { LookupAddress } from 'node:dns';
import { AddressRefused, type LookupAll, publicLookup } from './public-lookup.js';

const PUBLIC = { address: '8.8.8.8', family: 4 };
const PRIVATE = { address: '10.0.0.1', family: 4 };

/** A name server that answers each question with the next of these. */
function answering(...answers: readonly (readonly LookupAddress[])[]): LookupAll {
  const left = [...answers];
  return (_, done) => done(null, left.shift() ?? []);
}

const ask = (lookupAll: LookupAll, all: boolean) => {
  const lookup = publicLookup(lookupAll);
  return () =>
    new Promise((resolve, reject) =>
      lookup('host.test', { all }, (error, address) => (error ? reject(error) : resolve(address))),
    );
};

it('answers public addresses, as one or all of them', async () => {
  await expect(ask(answering([PUBLIC]), false)()).resolves.toBe('8.8.8.8');
  await expect(ask(answering([PUBLIC]), true)()).resolves.toEqual([PUBLIC]);
});

it('refuses a host that has a private address among public ones', () =>
  expect(ask(answering([PUBLIC, PRIVATE]), true)()).rejects.toBeInstanceOf(AddressRefused));

it('refuses a name that was public before and is private now', async () => {
  const again = ask(answering([PUBLIC], [PRIVATE]), true);
  await again();
  await expect(again()).rejects.toBeInstanceOf(AddressRefused);
});

it('tells that there is no such host', () => {
  const missing = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  return expect(ask((_, done) => done(missing, []), true)()).rejects.toBe(missing);
});
