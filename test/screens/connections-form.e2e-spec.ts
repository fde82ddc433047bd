import type { FoundedOrganization } from '../../src/setup/organization-founder.js';
import { ADAPTERS, type RunningApplication } from '../support/running-application.js';
import { shareApplication } from '../support/share-application.js';

const PROVISIONING = '/settings/identity/provisioning';

describe.each(ADAPTERS)('the forms of a connection on %s', (adapter) => {
  let running: RunningApplication;
  let acme: FoundedOrganization;
  let other: FoundedOrganization;
  let cookie = '';
  beforeAll(async () => {
    running = await shareApplication(adapter);
    [acme, other] = [await running.found(), await running.found()];
    const { email, password } = acme.admin;
    const response = await send('/sign-in', { email, password });
    cookie = response.headers.get('set-cookie')!.split(';')[0]!;
  });

  const headers = () => ({ accept: 'text/html', cookie });
  const send = (path: string, fields: Readonly<Record<string, string>>) =>
    fetch(`${running.url}${path}`, {
      method: 'POST',
      headers: headers(),
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
  const of = ({ scim }: FoundedOrganization, screen: string) => `${PROVISIONING}/${scim.connectionId}/${screen}`;
  const tokensOf = async ({ organizationId }: FoundedOrganization) =>
    Number(
      (
        await running.dataSource.query('SELECT count(*) FROM scim_tokens WHERE organization_id = $1', [organizationId])
      )[0].count,
    );

  it.each(['set-up', 'credentials', 'settings', 'remove'])(
    'show nothing of another organization: %s',
    async (screen) => {
      expect((await fetch(`${running.url}${of(other, screen)}`, { headers: headers() })).status).toBe(404);
    },
  );

  it.each([
    ['set-up/token', { seen: '1' }],
    ['credentials/tokens', { label: 'Mine', seen: '1' }],
    ['credentials/clients', { label: 'Mine', seen: '0' }],
    ['settings', { name: 'Mine' }],
    ['settings/pause', {}],
    ['remove', { fate: 'deactivate', confirm: 'Directory' }],
  ])('change nothing of another organization: %s', async (action, fields) => {
    expect((await send(of(other, action), fields)).status).toBe(404);
    expect(await tokensOf(other)).toBe(1);
    const [connection] = await running.dataSource.query('SELECT name, state FROM scim_connections WHERE id = $1', [
      other.scim.connectionId,
    ]);
    expect(connection).toEqual({ name: 'Directory', state: 'active' });
  });

  it('say whether only provisioned people enter, which holds until somebody says otherwise', async () => {
    const path = of(acme, 'settings');
    const isTicked = async () =>
      /<input[^>]*name="onlyProvisioned"[^>]*checked/.test(
        await (await fetch(`${running.url}${path}`, { headers: headers() })).text(),
      );
    const seen = [await isTicked()];
    for (const choice of [[], ['onlyProvisioned']]) {
      expect(
        (
          await send(path, {
            name: 'Directory',
            adopts: 'yes',
            ...Object.fromEntries(choice.map((box) => [box, 'yes'])),
          })
        ).status,
      ).toBe(303);
      seen.push(await isTicked());
    }
    expect(seen).toEqual([true, false, true]);
    const told = await fetch(`${running.url}/settings/members/invitations/new`, { headers: headers() });
    expect(await told.text()).toContain('lets in only people whom its directory provisioned');
  });

  it('do not reach a token of another organization through a connection of their own', async () => {
    const id = /^rfscim_([^_]+)_/.exec(other.scim.token)![1]!;
    expect((await send(of(acme, `credentials/tokens/${id}/revoke`), {})).status).toBe(422);
    expect((await send(of(acme, `credentials/tokens/${id}/rotate`), { overlapHours: '0' })).status).toBe(422);
    const { baseUrl, token } = other.scim;
    expect((await fetch(`${baseUrl}/Users`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(200);
  });

  it('issue a token that no cache keeps, once, however often the form is sent', async () => {
    const before = await tokensOf(acme);
    const issue = () => send(of(acme, 'credentials/tokens'), { label: 'Audit', readOnly: 'yes', seen: String(before) });
    const answers = [await issue(), await issue()];
    expect(answers.map(({ status }) => status)).toEqual([200, 422]);
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
    expect(await tokensOf(acme)).toBe(before + 1);
  });

  it.each(['{', '[]', '{"keys": [{"kty": "RSA", "n": "AQ", "e": "AQAB"}]}', '"a text"'])(
    'refuse keys that are none: %s',
    async (keys) => {
      const response = await send(of(acme, 'credentials/clients'), { label: 'Entra', keys, seen: '0' });
      expect(response.status).toBe(422);
      expect(await response.text()).toContain('These are no public keys');
    },
  );

  it.each([
    ['new/okta', { name: ' ', recovery: '' }, 422],
    ['new/okta', { name: 'Okta', recovery: 'nobody' }, 422],
    ['new/constructor', { name: 'Okta' }, 404],
  ])('refuse a beginning that is none: %s', async (path, fields, status) => {
    expect((await send(`${PROVISIONING}/${path}`, fields)).status).toBe(status);
  });

  it('ask who it is before a token is issued, when that was asked long ago', async () => {
    await running.dataSource.query(`UPDATE sessions SET proved_at = now() - interval '1 hour'`);
    const before = await tokensOf(acme);
    const form = { label: 'Late', seen: String(before) };
    const response = await send(of(acme, 'credentials/tokens'), form);
    expect(await response.text()).toContain('Confirm it is you');
    expect(await tokensOf(acme)).toBe(before);
    const confirmed = await send(of(acme, 'credentials/tokens'), { ...form, confirmPassword: acme.admin.password });
    expect(confirmed.status).toBe(200);
    expect(await tokensOf(acme)).toBe(before + 1);
  });
});
