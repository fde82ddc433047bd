import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readSettings } from '../config/settings.js';
import { OutboundFetch } from './outbound-fetch.service.js';
import { AddressRefused } from './public-lookup.js';

describe('requests to addresses that administrators name', () => {
  let server: Server;
  let port: number;
  let asked = 0;
  beforeAll(async () => {
    server = createServer((_, response) => {
      asked += 1;
      response.writeHead(302, { location: 'http://169.254.169.254/' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => server.close());

  const clientOf = (isOpen: boolean) =>
    new OutboundFetch(readSettings({ RULEFORGE_SSO_ALLOW_PRIVATE_NETWORKS: String(isOpen) }));

  it.each(['127.0.0.1', '[::ffff:127.0.0.1]', '2130706433'])('never go to %s', async (host) => {
    await expect(clientOf(false).fetch(`http://${host}:${port}/`)).rejects.toBeInstanceOf(AddressRefused);
    expect(asked).toBe(0);
  });

  it('never go to a name that leads there', async () => {
    const refusal = await clientOf(false)
      .fetch(`http://localhost:${port}/`)
      .catch((error: unknown) => (error as Error).cause);
    expect([refusal instanceof AddressRefused, asked]).toEqual([true, 0]);
  });

  it('follow no redirect, where the operator allows private networks', async () => {
    const client = clientOf(true);
    expect((await client.fetch(`http://localhost:${port}/`)).status).toBe(302);
    await client.onApplicationShutdown();
  });
});
