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
