import { onEachAdapter } from './support/road.js';

const PASSWORD = 'correct horse battery';

onEachAdapter((road) => {
  /** An administrator who is signed in, and ways to send as one. */
  async function anOffice() {
    const acme = await road.anOrganization();
    const root = await acme.signIn(await acme.recoveryId());
    const invite = (email: string) =>
      root.write<{ id: string; token: string; url: string }>('POST', '/invitations', { email, role: 'engineer' });
    return { acme, root, invite };
  }

  const open = (
    path: string,
    form?: Readonly<Record<string, string>>,
    headers: Readonly<Record<string, string>> = {},
  ) =>
    fetch(`${road.app.url}${path}`, {
      method: form ? 'POST' : 'GET',
      body: form ? new URLSearchParams(form) : null,
      headers: { accept: 'text/html', ...(form ? { origin: road.app.url } : {}), ...headers },
      redirect: 'manual',
    });

  const account = { name: 'Gus Guest', password: PASSWORD };

  it('leads from a link to an account and a session, once, and tells no other site of the link', async () => {
    const { acme, invite } = await anOffice();
    const { token, url } = await invite(`guest@${acme.id}.test`);
    expect(url).toBe(`${road.app.url}/invitations/${token}`);
    const page = await open(`/invitations/${token}`);
    expect([page.status, page.headers.get('referrer-policy'), page.headers.get('cache-control')]).toEqual([
      200,
      'no-referrer',
      'no-store',
    ]);
    const joined = await open(`/invitations/${token}`, account, { 'accept-language': 'pt' });
    expect([joined.status, joined.headers.get('location')]).toEqual([303, '/settings/members']);
    const cookie = joined.headers.get('set-cookie')!.split(';')[0]!;
    const me = await fetch(`${road.app.url}/api/v1/me`, { headers: { cookie } });
    expect(await me.json()).toMatchObject({ user: { name: 'Gus Guest', locale: 'pt' }, role: { key: 'engineer' } });
    expect((await open(`/invitations/${token}`, account)).status).toBe(404);
  });

  it('says the same of every link that leads nowhere', async () => {
    const { acme, root, invite } = await anOffice();
    const [used, withdrawn, expired, old] = await Promise.all(
      ['used', 'withdrawn', 'expired', 'old'].map((name) => invite(`${name}@${acme.id}.test`)),
    );
    await open(`/invitations/${used!.token}`, account);
    await root.send('POST', `/invitations/${withdrawn!.id}/withdraw`);
    await acme.query(`UPDATE invitations SET expires_at = now() - interval '1 minute' WHERE id = $1`, [expired!.id]);
    await root.write('POST', `/invitations/${old!.id}/resend`, {});
    const tokens = [used, withdrawn, expired, old].map((invitation) => invitation!.token);
    const pages = await Promise.all(
      [...tokens, 'x'.repeat(43), 'nonsense'].map(async (token) => {
        const answer = await open(`/invitations/${token}`);
        return [answer.status, await answer.text()];
      }),
    );
    expect(new Set(pages.map((page) => page.join())).size).toBe(1);
    expect(pages[0]![0]).toBe(404);
  });

  it.each([
    [{ name: '', password: PASSWORD }],
    [{ name: 'a\0b', password: PASSWORD }],
    [{ name: 'Gus', password: 'short' }],
    [{ name: 'Gus' }],
    [{ name: 'x'.repeat(200), password: PASSWORD }],
  ])('asks again for %j, and has used nothing up', async (form) => {
    const { acme, invite } = await anOffice();
    const { token } = await invite(`guest@${acme.id}.test`);
    const refused = await open(`/invitations/${token}`, form);
    expect([refused.status, (await refused.text()).includes('role="alert"')]).toEqual([422, true]);
    expect((await open(`/invitations/${token}`)).status).toBe(200);
  });

  it('takes no form from another site', async () => {
    const { acme, invite } = await anOffice();
    const { token } = await invite(`guest@${acme.id}.test`);
    const answer = await open(`/invitations/${token}`, account, { origin: 'https://evil.test' });
    expect(answer.status).toBe(403);
  });

  it('locks what a directory owns behind the API, too', async () => {
    const { acme, root } = await anOffice();
    const { id } = await acme.addUser('ada');
    const rename = await root.send('POST', `/members/${id}/name`, { name: 'Eve' });
    expect([rename.status, await rename.json()]).toMatchObject([409, { message: /managed by a directory/ }]);
    expect((await root.send('DELETE', `/members/${id}`)).status).toBe(204);
    expect((await root.send('DELETE', `/members/${id}`)).status).toBe(404);
  });

  it('answers whoever tries many links no longer', async () => {
    const guess = (index: number) => open(`/invitations/${String(index).padStart(43, '0')}`);
    const answers = await Promise.all(Array.from({ length: 130 }, (_, index) => guess(index)));
    expect(answers.map(({ status }) => status)).toContain(404);
    expect((await guess(1_000)).status).toBe(429);
  });
});
