import { onEachAdapter } from '../road/support/road.js';
import { Company, isIn, SSO_VARIABLES } from './support/company.js';
import { type ForgedProvider, startForgedProvider } from './support/forged-provider.js';
import { leadsTo } from './support/traveller.js';

onEachAdapter((road) => {
  let forged: ForgedProvider;
  let acme: Company;
  beforeAll(async () => {
    forged = await startForgedProvider();
    acme = await Company.open(road.app, await road.anOrganization(), forged);
  });
  afterAll(() => forged.close());

  const aPerson = async (name: string, company = acme) => {
    const email = `${name}@acme.test`;
    const more = { externalId: `id-${name}`, emails: [{ value: email, primary: true }], userName: email };
    const { id } = await company.organization.addUser(name, more);
    return { id, externalId: `id-${name}`, email };
  };

  describe('sign-in through an identity provider', () => {
    it('lets a provisioned person in, to where they were going, and says so in the audit log', async () => {
      const ada = await aPerson('ada');
      const traveller = acme.traveller();
      const path = `/sso/oidc/${acme.providerId}/login?next=${encodeURIComponent('/settings/members?status=active')}`;
      const departure = await acme.leave(traveller, path);
      expect(departure.origin + departure.pathname).toBe(`${forged.issuer}/authorize`);
      expect(Object.fromEntries(departure.searchParams)).toMatchObject({
        client_id: 'ruleforge',
        redirect_uri: `${road.app.url}/sso/oidc/callback`,
        response_type: 'code',
        code_challenge_method: 'S256',
      });
      const answer = await acme.return(traveller, departure, { sub: ada.externalId });
      expect([answer.status, answer.headers.get('location')]).toEqual([303, '/settings/members?status=active']);
      expect(await isIn(traveller)).toBe(true);
      const [signedIn, bound] = await acme.organization.audit(ada.id);
      expect(signedIn).toMatchObject({ action: 'member.signed_in', details: { by: 'oidc', provider: 'Acme ID' } });
      expect(bound).toMatchObject({ action: 'member.identity_bound', details: { matchedBy: 'externalId' } });
      expect(forged.asked.at(-1)?.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    });

    it('matches by a verified address, and from then on by who it is, whatever the address becomes', async () => {
      const grace = await aPerson('grace');
      await aPerson('grace.other');
      const claims = { sub: 'g1', email: 'GRACE@acme.test', email_verified: true };
      expect((await acme.signIn(claims)).answer.status).toBe(303);
      const { answer, traveller } = await acme.signIn({ ...claims, email: 'grace.other@acme.test' });
      expect(answer.status).toBe(303);
      expect(await (await traveller.get('/settings/members')).text()).toContain('grace@acme.test');
      expect((await acme.organization.audit(grace.id)).map(({ action }) => action).slice(0, 2)).toEqual([
        'member.signed_in',
        'member.signed_in',
      ]);
    });

    it('finds the provider by the work e-mail, and asks whom no provider signs in for a password', async () => {
      await aPerson('edsger');
      const traveller = acme.traveller();
      const found = await traveller.post('/sign-in', { email: 'edsger@acme.test', password: '', next: '/' });
      expect(found.headers.get('location')).toContain(`/sso/oidc/${acme.providerId}/login?`);
      const departure = leadsTo(await traveller.get(found.headers.get('location')!));
      expect(departure.searchParams.get('login_hint')).toBe('edsger@acme.test');
      for (const email of [
        'nobody@acme.test',
        'edsger@other.test',
        acme.organization.founded.admin.email,
        'nonsense',
      ]) {
        const page = await traveller.post('/sign-in', { email, password: '' });
        expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Enter your password')]);
      }
    });

    it('leaves one session in a browser: the one before ends', async () => {
      await aPerson('barbara');
      const { traveller } = await acme.signIn({ sub: 'id-barbara' });
      const before = traveller.cookie('ruleforge_session');
      await acme.signIn({ sub: 'id-barbara' }, traveller);
      const sessions = await acme.organization.query(
        'SELECT FROM sessions s JOIN members m ON m.id = s.member_id WHERE m.external_id = $1',
        ['id-barbara'],
      );
      expect([sessions.length, traveller.cookie('ruleforge_session') === before]).toEqual([1, false]);
    });
  });

  it('proves anew who somebody is through the provider, which must have asked them just now', async () => {
    await aPerson('lene');
    const { traveller } = await acme.signIn({ sub: 'id-lene' });
    const proofs = `SELECT proved_at > now() - interval '1 minute' AS fresh FROM sessions s JOIN members m ON m.id = s.member_id
      WHERE m.external_id = 'id-lene'`;
    expect(await acme.organization.query(proofs)).toEqual([{ fresh: false }]);
    const departure = await acme.leave(traveller, '/sso/confirm?next=/settings/members');
    expect(departure.searchParams.get('prompt')).toBe('login');
    const now = Math.floor(Date.now() / 1_000);
    const stale = await acme.return(traveller, departure, { sub: 'id-lene', auth_time: now - 600 });
    expect(stale.status).toBe(400);
    const again = await acme.leave(traveller, '/sso/confirm?next=/settings/members');
    const answer = await acme.return(traveller, again, { sub: 'id-lene', auth_time: now });
    expect(answer.headers.get('location')).toBe('/settings/members');
    expect(await acme.organization.query(proofs)).toEqual([{ fresh: true }]);
    expect((await acme.traveller().get('/sso/confirm')).status).toBe(404);
  });

  describe('refusals', () => {
    const refused = async (claims: Record<string, unknown>, company = acme) => {
      const { answer, traveller } = await company.signIn(claims);
      const text = await answer.text();
      expect(traveller.cookie('ruleforge_session')).toBeUndefined();
      const [entry] = await company.organization.audit();
      expect(entry).toMatchObject({ action: 'member.sign_in_refused' });
      return [answer.status, /<h1>([^<]*)/.exec(text)?.[1], (entry!['details'] as { reason: string }).reason];
    };

    it('revive nobody who was deactivated, and write nothing but the audit entry', async () => {
      const radia = await aPerson('radia');
      const { traveller } = await acme.signIn({ sub: radia.externalId });
      await acme.organization.scim.patch(`/Users/${radia.id}`, {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'replace', path: 'active', value: false }],
      });
      expect(await isIn(traveller)).toBe(false);
      const before = await acme.organization.row(radia.id);
      const answer = [403, 'Your access has ended', 'deactivated'];
      expect(await refused({ sub: radia.externalId })).toEqual(answer);
      expect(await refused({ sub: 'r2', email: radia.email, email_verified: true })).toEqual(answer);
      expect(await acme.organization.row(radia.id)).toEqual(before);
      const bound = await acme.organization.query('SELECT FROM member_identities WHERE subject = $1', ['r2']);
      expect(bound).toEqual([]);
    });

    it.each([
      ['an address that is not said to be verified', { email_verified: undefined }, 'emailUnverified'],
      ['an address that is said not to be', { email_verified: false }, 'emailUnverified'],
      ['an address that is verified in words only', { email_verified: 'true' }, 'emailUnverified'],
      [
        'an address of another domain',
        { email: 'katherine@acme.test.evil.test', email_verified: true },
        'foreignDomain',
      ],
      ['an address that nobody has', { email: 'nobody@acme.test', email_verified: true }, 'unknown'],
      ['no address at all', { email: undefined }, 'unknown'],
    ])('meet %s', async (_, claims, reason) => {
      await acme.organization.scim.post('/Users', {
        schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
        userName: 'katherine@acme.test',
      });
      const [status, , found] = await refused({ sub: 'k9', email: 'katherine@acme.test', ...claims });
      expect([status, found]).toEqual([403, reason]);
    });

    it('keep a member from whoever comes second with the same address', async () => {
      const mary = await aPerson('mary');
      const claims = { email: mary.email, email_verified: true };
      expect((await acme.signIn({ sub: 'm1', ...claims })).answer.status).toBe(303);
      expect((await refused({ sub: 'm2', ...claims }))[2]).toBe('taken');
    });

    it('meet whoever is not provisioned, until the connection of the provider says otherwise', async () => {
      const company = await Company.open(road.app, await road.anOrganization(), forged);
      const { token } = await company.organization.invite('hand@acme.test');
      const account = { token, name: 'Hand', password: 'correct horse battery' };
      const joined = await company.traveller().post(`/invitations/${token}`, account);
      expect([joined.status, joined.headers.get('location')]).toEqual([303, '/settings/members']);
      const claims = { sub: 'h1', email: 'hand@acme.test', email_verified: true };
      expect((await refused(claims, company))[2]).toBe('notProvisioned');
      await company.onlyProvisioned(false);
      expect((await company.signIn(claims)).answer.status).toBe(303);
      const [, , changed] = await company.organization.audit();
      expect(changed).toMatchObject({
        action: 'connection.admission_changed',
        details: { from: { onlyProvisioned: true }, to: { onlyProvisioned: false } },
      });
      await company.onlyProvisioned(true);
      expect((await refused(claims, company))[2]).toBe('notProvisioned');
    });

    it('meet whoever is not provisioned at a provider without a directory, as long as one connection asks for it', async () => {
      const company = await Company.open(road.app, await road.anOrganization(), forged, { connectionId: null });
      await company.organization.addByHand('other.hand@acme.test');
      const claims = { sub: 'h2', email: 'other.hand@acme.test', email_verified: true };
      await company.organization.query(
        `INSERT INTO scim_connections (organization_id, id, name, state, adopts, strict, created_at)
         VALUES ($1, $2, 'Other', 'paused', TRUE, FALSE, now())`,
        [company.organization.id, `other${company.organization.connectionId}`],
      );
      await company.onlyProvisioned(false);
      expect((await refused(claims, company))[2]).toBe('notProvisioned');
      await company.onlyProvisioned(false, `other${company.organization.connectionId}`);
      expect((await company.signIn(claims)).answer.status).toBe(303);
    });

    it('meet the recovery administrator always', async () => {
      const open = await Company.open(road.app, await road.anOrganization(), forged, {
        domains: ['acme.test', 'example.test'],
      });
      await open.onlyProvisioned(false);
      const root = open.organization.founded.admin.email;
      expect((await refused({ sub: 'r1', email: root, email_verified: true }, open))[2]).toBe('recovery');
    });

    it('trust addresses of allowed domains only where an administrator says so, and never those said to be unverified', async () => {
      const trusting = await Company.open(road.app, await road.anOrganization(), forged, { trustsEmail: true });
      const lise = await aPerson('lise', trusting);
      expect((await refused({ sub: 'l0', email: lise.email, email_verified: false }, trusting))[2]).toBe(
        'emailUnverified',
      );
      expect((await trusting.signIn({ sub: 'l1', email: lise.email })).answer.status).toBe(303);
    });
  });

  it('belongs to one organization: whom two share enters each by its own provider, and neither says anything of the other', async () => {
    const globex = await Company.open(road.app, await road.anOrganization(), forged, { connectionId: null });
    const ours = await aPerson('shared');
    const theirs = await aPerson('shared', globex);
    const claims = { sub: 'id-shared', email: 'shared@acme.test', email_verified: true };
    const [here, there] = [await acme.signIn(claims), await globex.signIn(claims)];
    const membersOf = async (cookie: string | undefined) =>
      acme.organization.query(`SELECT member_id AS id FROM sessions WHERE digest = sha256(convert_to($1, 'utf8'))`, [
        cookie,
      ]);
    expect(await membersOf(here.traveller.cookie('ruleforge_session'))).toEqual([{ id: ours.id }]);
    expect(await membersOf(there.traveller.cookie('ruleforge_session'))).toEqual([{ id: theirs.id }]);
    const choice = await acme.traveller().post('/sign-in', { email: 'shared@acme.test', password: '' });
    expect((await choice.text()).match(/class="step"/g)).toHaveLength(2);
    const stranger = await globex.signIn({ sub: 'id-ada', email: 'ada@acme.test', email_verified: true });
    expect(stranger.answer.status).toBe(403);
  });
}, SSO_VARIABLES);
