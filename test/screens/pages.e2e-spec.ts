import { ADAPTERS, type RunningApplication } from '../support/running-application.js';
import { shareApplication } from '../support/share-application.js';

const BROWSER = { accept: 'text/html,application/xhtml+xml' };

describe.each(ADAPTERS)('pages on %s', (adapter) => {
  let running: RunningApplication;
  beforeAll(async () => {
    running = await shareApplication(adapter);
  });

  const get = (path: string, headers: Record<string, string> = BROWSER) =>
    fetch(`${running.url}${path}`, { headers, redirect: 'manual' });

  it('keep no secret in a cache, and nothing inline', async () => {
    const response = await get('/sign-in');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    const html = await response.text();
    expect(html).toMatch(/^<!doctype html><html lang="en">/);
    expect(html).not.toMatch(/<style|<script(?![^>]+src=)| style=| on\w+=/);
  });

  it('load assets that a browser may keep for ever, and that it gets compressed', async () => {
    const html = await (await get('/sign-in')).text();
    const paths = Array.from(html.matchAll(/(?:src|href)="(\/assets\/[^"]+)"/g), ([, path]) => path!);
    expect(new Set(paths).size).toBe(5);
    for (const path of paths) {
      const response = await get(path, { 'accept-encoding': 'gzip' });
      expect(response.status).toBe(200);
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(response.headers.get('content-encoding')).toBe('gzip');
      expect(response.headers.get('content-type')).toMatch(/^(text\/css|text\/javascript|image\/svg\+xml)/);
      const plain = await get(path, { 'accept-encoding': 'identity' });
      expect(await plain.text()).toBe(await response.text());
    }
  });

  it.each(['/assets/nothing.css', '/assets/constructor', '/nowhere'])(
    'say in plain words that %s is not',
    async (path) => {
      const response = await get(path);
      expect(response.status).toBe(404);
      expect(response.headers.get('cache-control')).toBe('no-store');
      expect(await response.text()).toContain('<h1>Page not found</h1>');
    },
  );

  it('answer a program as Nest does', async () => {
    const response = await get('/nowhere', { accept: 'application/json' });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ statusCode: 404 });
    expect((await get('/settings/members', { accept: '*/*' })).status).toBe(401);
  });

  it('begin with the members, behind sign-in', async () => {
    expect((await get('/')).headers.get('location')).toBe('/settings/members');
    const response = await get('/settings/members?search=a%20b');
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/sign-in?next=%2Fsettings%2Fmembers%3Fsearch%3Da%2520b');
  });

  it('send a part of a page that lost its session to sign-in as a whole', async () => {
    const response = await get('/settings/members', { ...BROWSER, 'hx-request': 'true' });
    expect(response.status).toBe(401);
    expect(response.headers.get('hx-redirect')).toBe('/sign-in?next=%2Fsettings%2Fmembers');
  });

  it('take no password from another site', async () => {
    const response = await fetch(`${running.url}/sign-in`, {
      method: 'POST',
      headers: { ...BROWSER, origin: 'https://evil.test', 'sec-fetch-site': 'cross-site' },
      body: new URLSearchParams({ email: 'a@b.test', password: 'whatever' }),
    });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('<h1>Not allowed</h1>');
  });

  it('refuse a form that is none of ours, with the request id', async () => {
    const response = await fetch(`${running.url}/sign-in`, {
      method: 'POST',
      headers: { ...BROWSER, 'x-request-id': 'support-needs-this' },
      body: new URLSearchParams({ email: 'a'.repeat(300), password: 'whatever' }),
    });
    expect(response.status).toBe(400);
    const html = await response.text();
    expect(html).toContain('<h1>That did not work</h1>');
    if (adapter === 'fastify') expect(html).toContain('<code>support-needs-this</code>');
  });
});
