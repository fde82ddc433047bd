import { type RunningApplication, startApplication } from '../support/running-application.js';

describe('what operators look at', () => {
  let application: RunningApplication;
  beforeAll(async () => void (application = await startApplication()));
  afterAll(() => application.stop());

  const get = (path: string, headers: Record<string, string> = {}) => fetch(application.url + path, { headers });

  it('answers each request with its id: the caller’s own when it is harmless', async () => {
    const own = await get('/health/live', { 'x-request-id': 'trace-12345' });
    expect(own.headers.get('x-request-id')).toBe('trace-12345');
    const refused = await get('/health/live', { 'x-request-id': '<script>' });
    expect(refused.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
    const unknown = await get('/no/such/page');
    expect(unknown.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/);
  });

  it('is ready while the database answers', async () => {
    expect(await (await get('/health/live')).json()).toEqual({ status: 'live' });
    expect(await (await get('/health/ready')).json()).toEqual({ status: 'ready' });
  });

  it('counts requests by route and status, and provisioning by operation', async () => {
    const { scim } = await application.found();
    const path = `/scim/${scim.connectionId}/v2/Users`;
    await get(path, { authorization: `Bearer ${scim.token}` });
    await get(path);
    const text = await (await get('/metrics')).text();
    expect(text).toContain('http_requests_total{method="GET",route="/scim/:connectionId/v2/Users",status="200"} 1');
    expect(text).toContain('http_requests_total{method="GET",route="/scim/:connectionId/v2/Users",status="401"} 1');
    expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/scim/:connectionId/v2/Users"} 2');
    expect(text).toMatch(/scim_requests_total\{operation="[\w .:/]+",status="200",scim_type=""\} 1/);
    expect(text).toMatch(/^database_connections \d+$/m);
    expect(text).toMatch(/^process_resident_memory_bytes \d+$/m);
    expect(text).not.toContain(scim.connectionId);
  });

  it('counts the tokens that somebody has to see to', async () => {
    await application.found();
    const text = await (await get('/metrics')).text();
    expect(text).toContain('scim_tokens_to_see_to{reason="expires_within_30_days"} 0');
    await application.dataSource.query(`
      UPDATE scim_tokens SET expires_at = now() + interval '5 days'
      WHERE id = (SELECT id FROM scim_tokens ORDER BY created_at DESC LIMIT 1)`);
    const later = await (await get('/metrics')).text();
    for (const [reason, count] of [
      ['expires_within_1_days', 0],
      ['expires_within_7_days', 1],
      ['expires_within_30_days', 1],
      ['used_after_rotation', 0],
    ]) {
      expect(later).toContain(`scim_tokens_to_see_to{reason="${reason}"} ${count}`);
    }
  });

  it('describes its routes, and the bodies that they take', async () => {
    const { paths, components } = await (await get('/api/openapi.json')).json();
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/v1/me', '/scim/{connectionId}/v2/Users', '/health/ready']),
    );
    const { $ref } = paths['/api/v1/auth/login'].post.requestBody.content['application/json'].schema;
    expect(components.schemas[String($ref).replace(/^.*\//, '')]).toMatchObject({
      type: 'object',
      properties: { email: { type: 'string' }, password: { type: 'string' } },
      required: expect.arrayContaining(['email', 'password']),
    });
    expect(paths['/api/v1/api-keys'].get.parameters).toMatchObject([{ name: 'before' }, { name: 'limit' }]);
    expect(paths['/api/v1/members'].get.parameters).toContainEqual(expect.objectContaining({ name: 'active' }));
  });

  it('describes Users by the data that /Schemas shows, and nothing that is only for people or only refuses', async () => {
    const { paths, components } = await (await get('/api/openapi.json')).json();
    expect(components.schemas.ScimUser.properties).toMatchObject({
      userName: { type: 'string' },
      emails: { type: 'array', items: { type: 'object', properties: { value: { type: 'string' } } } },
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': { properties: { department: { type: 'string' } } },
    });
    const { requestBody, parameters, security } = paths['/scim/v2/Users/{id}'].patch;
    expect(requestBody.content['application/scim+json'].schema.$ref).toBe('#/components/schemas/ScimPatch');
    expect(parameters).toMatchObject([{ name: 'id' }, { name: 'attributes' }, { name: 'excludedAttributes' }]);
    expect(security).toEqual([{ bearer: [] }]);
    expect(Object.keys(paths).filter((path) => /settings|sign-|assets|\{path\}/.test(path))).toEqual([]);
  });

  it('describes Groups the same way, and that a large one is not shown after a PATCH', async () => {
    const { paths, components } = await (await get('/api/openapi.json')).json();
    expect(components.schemas.ScimGroup).toMatchObject({
      required: ['displayName'],
      properties: {
        displayName: { type: 'string' },
        members: { type: 'array', items: { properties: { display: { readOnly: true } } } },
      },
    });
    const { post } = paths['/scim/{connectionId}/v2/Groups'];
    const { patch } = paths['/scim/v2/Groups/{id}'];
    expect(post.requestBody.content['application/scim+json'].schema.$ref).toBe('#/components/schemas/ScimGroup');
    expect(Object.keys(patch.responses)).toEqual(expect.arrayContaining(['200', '204', 'default']));
  });

  it('describes Bulk by what goes in and what comes out', async () => {
    const { paths, components } = await (await get('/api/openapi.json')).json();
    const { post } = paths['/scim/{connectionId}/v2/Bulk'];
    const refOf = (content: Record<string, { schema: { $ref: string } }>) =>
      content['application/scim+json']?.schema.$ref;
    expect(refOf(post.requestBody.content)).toBe('#/components/schemas/ScimBulkRequest');
    expect(refOf(post.responses['200'].content)).toBe('#/components/schemas/ScimBulkResponse');
    expect(components.schemas.ScimBulkRequest.properties.Operations.items.required).toEqual(['method', 'path']);
    expect(components.schemas.ScimBulkResponse.properties.Operations.items.properties.response).toEqual({
      $ref: '#/components/schemas/ScimError',
    });
  });

  it('describes where OAuth clients get their tokens, which asks for none', async () => {
    const { paths } = await (await get('/api/openapi.json')).json();
    const { requestBody, security } = paths['/scim/{connectionId}/oauth/token'].post;
    expect(security).toEqual([]);
    const { schema } = requestBody.content['application/x-www-form-urlencoded'];
    expect(schema).toMatchObject({ required: ['grant_type'], properties: { client_assertion: { type: 'string' } } });
    expect(paths).toHaveProperty(['/.well-known/oauth-authorization-server/scim/{connectionId}']);
  });

  it('describes searches of each type and of all', async () => {
    const { paths, components } = await (await get('/api/openapi.json')).json();
    for (const [path, list] of [
      ['/scim/v2/Users/.search', 'ScimUserList'],
      ['/scim/{connectionId}/v2/Groups/.search', 'ScimGroupList'],
      ['/scim/v2/.search', 'ScimList'],
    ] as const) {
      const { requestBody, responses } = paths[path].post;
      expect(requestBody.content['application/scim+json'].schema.$ref).toBe('#/components/schemas/ScimSearch');
      expect(responses['200'].content['application/scim+json'].schema.$ref).toBe(`#/components/schemas/${list}`);
      expect(components.schemas).toHaveProperty(list);
    }
    expect(paths['/scim/v2'].get.parameters).toMatchObject([
      { name: 'filter' },
      {},
      {},
      {},
      {},
      { name: 'cursor' },
      {},
      {},
    ]);
  });

  it('protects pages and refuses forms of other sites', async () => {
    const page = await get('/health/live');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(page.headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(page.headers.has('strict-transport-security')).toBe(false);
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
    const forged = await fetch(`${application.url}/api/v1/auth/logout`, { method: 'POST', headers });
    expect(forged.status).toBe(403);
  });

  it('demands encryption when it is reached by it', async () => {
    const encrypted = await startApplication('fastify', { RULEFORGE_PUBLIC_URL: 'https://ruleforge.example.com' });
    const { headers } = await fetch(`${await encrypted.application.getUrl()}/health/live`);
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
    await encrypted.stop();
  });
});
