import { connect } from 'node:net';
import { onEachAdapter } from './support/road.js';
import { ScimClient } from './support/scim-client.js';

const PUBLIC_URL = 'https://ruleforge.example.com/base';

onEachAdapter(
  (road) => {
    it('gives addresses under the public URL, whatever host the request names, and asks for HTTPS from then on', async () => {
      const { scim } = await road.app.found();
      expect(scim.baseUrl).toBe(`${PUBLIC_URL}/scim/${scim.connectionId}/v2`);
      const here = `${await road.app.application.getUrl()}/scim/${scim.connectionId}/v2`;
      const client = new ScimClient(here, scim.token);
      const { headers, body } = await client.post('/Users', { userName: 'ada' }, { 'x-forwarded-host': 'evil.test' });
      expect(headers.get('location')).toBe(`${scim.baseUrl}/Users/${body.id}`);
      expect(body.meta.location).toBe(`${scim.baseUrl}/Users/${body.id}`);
      expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{7,}/);
    });
  },
  { RULEFORGE_PUBLIC_URL: PUBLIC_URL },
);

onEachAdapter((road) => {
  const exchange = (request: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(road.app.url);
      const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(request));
      let answer = '';
      socket.on('data', (data) => (answer += data.toString()));
      socket.on('end', () => resolve(answer));
      socket.on('error', reject);
    });

  it.each([
    ['a method that HTTP does not know', 405, 'FETCH /scim/v2/Users HTTP/1.1\r\nHost: x\r\n\r\n'],
    [
      'headers beyond the limit',
      431,
      `GET /scim/v2/Users HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`,
    ],
    ['a header that is none', 400, 'GET /scim/v2/Users HTTP/1.1\r\nHost: x\r\nno header\r\n\r\n'],
  ])('answers %s with a SCIM error', async (_, status, request) => {
    const answer = await exchange(request);
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(answer).toContain('Content-Type: application/scim+json\r\n');
    expect(answer).toContain('Cache-Control: no-store\r\n');
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toMatchObject({
      schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
      status: String(status),
    });
  });

  it('leaves what is not under /scim to HTTP', async () => {
    expect(await exchange('FETCH /health/live HTTP/1.1\r\nHost: x\r\n\r\n')).toMatch(/^HTTP\/1.1 400 [^]*\r\n\r\n$/);
  });
});
