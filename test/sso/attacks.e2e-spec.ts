import { generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { onEachAdapter } from '../road/support/road.js';
import { Company, isIn, SSO_VARIABLES } from './support/company.js';
import { type ForgedProvider, type Forgery, startForgedProvider } from './support/forged-provider.js';
import type { Traveller } from './support/traveller.js';

const ADA = { sub: 'id-ada' };
const LOGOUT = { events: { 'http://schemas.openid.net/event/backchannel-logout': {} } };

onEachAdapter((road) => {
  let forged: ForgedProvider;
  let acme: Company;
  let adaId: string;
  beforeAll(async () => {
    forged = await startForgedProvider();
    acme = await Company.open(road.app, await road.anOrganization(), forged);
    adaId = (await acme.organization.addUser('ada', { externalId: ADA.sub })).id;
  });
  afterAll(() => forged.close());

  const outcomeOf = async (answer: Response, traveller: Traveller) => {
    expect(traveller.cookie('ruleforge_session')).toBeUndefined();
    const text = await answer.text();
    expect(text).toContain('To the sign-in page');
    return [answer.status, /<h1>([^<]*)/.exec(text)?.[1]];
  };

  describe('a way back', () => {
    const over = [400, 'This sign-in is over'];

    it('is good once', async () => {
      const traveller = acme.traveller();
      const departure = await acme.leave(traveller);
      expect((await acme.return(traveller, departure, ADA)).status).toBe(303);
      traveller.forget('ruleforge_session');
      expect(await outcomeOf(await acme.return(traveller, departure, ADA), traveller)).toEqual(over);
    });

    it('is good in the browser that left, and used up by another one', async () => {
      const [traveller, other] = [acme.traveller(), acme.traveller()];
      const departure = await acme.leave(traveller);
      await acme.leave(other);
      expect(await outcomeOf(await acme.return(other, departure, ADA), other)).toEqual(over);
      expect(await outcomeOf(await acme.return(traveller, departure, ADA), traveller)).toEqual(over);
    });

    it.each(['', 'x', 'a'.repeat(43), '%00'])('needs a state of ours, not %j', async (state) => {
      const traveller = acme.traveller();
      await acme.leave(traveller);
      const answer = await traveller.get(`/sso/oidc/callback?code=1&state=${state}`);
      expect(await outcomeOf(answer, traveller)).toEqual(over);
    });

    it('ends after ten minutes, and when the provider is changed meanwhile', async () => {
      const traveller = acme.traveller();
      const late = await acme.leave(traveller);
      await acme.organization.query(`UPDATE sign_in_flows SET expires_at = now() - interval '1 second'`);
      expect(await outcomeOf(await acme.return(traveller, late, ADA), traveller)).toEqual(over);
      const globex = await Company.open(road.app, await road.anOrganization(), forged, { connectionId: null });
      const departure = await globex.leave(traveller);
      await globex.organization.query(`UPDATE identity_providers SET state = 'validated' WHERE id = $1`, [
        globex.providerId,
      ]);
      const answer = await globex.return(traveller, departure, ADA);
      expect(await outcomeOf(answer, traveller)).toEqual([404, 'This way in is closed']);
    });

    it('leads to pages of this site only', async () => {
      for (const next of ['//evil.test', 'https://evil.test', '/\\evil.test', 'javascript:alert(1)']) {
        const traveller = acme.traveller();
        const path = `/sso/oidc/${acme.providerId}/login?next=${encodeURIComponent(next)}`;
        const answer = await acme.return(traveller, await acme.leave(traveller, path), ADA);
        expect(answer.headers.get('location')).toBe('/settings/members');
      }
    });
  });

  describe('an answer that proves nothing', () => {
    const now = () => Math.floor(Date.now() / 1_000);

    it.each<[string, () => Forgery]>([
      ['for another nonce', () => ({ nonce: 'another' })],
      ['without a nonce', () => ({ nonce: undefined })],
      ['of another issuer', () => ({ iss: 'https://evil.test' })],
      ['for another client', () => ({ aud: 'somebody-else' })],
      ['for several clients, none of them named', () => ({ aud: ['ruleforge', 'x'] })],
      ['that is over', () => ({ iat: now() - 900, exp: now() - 600 })],
      ['about nobody', () => ({ sub: undefined })],
      ['about somebody with too long a name', () => ({ sub: 'x'.repeat(2_000) })],
    ])('is an ID token %s', async (_, forgery) => {
      const { answer, traveller } = await acme.signIn({ ...ADA, ...forgery() });
      expect(await outcomeOf(answer, traveller)).toEqual([400, 'The answer could not be trusted']);
    });

    it('is one that another key signed, or none', async () => {
      const { privateKey } = await generateKeyPair('RS256');
      const forgers: readonly ((body: JWTPayload) => string | Promise<string>)[] = [
        (body) => new SignJWT(body).setProtectedHeader({ alg: 'RS256', kid: 'one' }).sign(privateKey),
        (body) => new SignJWT(body).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(forged.clientSecret)),
        (body) => `${btoa('{"alg":"none"}')}.${btoa(JSON.stringify(body))}.`.replaceAll('=', ''),
        () => 'nonsense',
      ];
      for (const forge of forgers) {
        const traveller = acme.traveller();
        const departure = await acme.leave(traveller);
        const nonce = departure.searchParams.get('nonce');
        const body = { iss: forged.issuer, aud: forged.clientId, ...ADA, iat: now(), exp: now() + 60, nonce };
        forged.tokenAnswer = {
          status: 200,
          body: { access_token: 'x', token_type: 'Bearer', id_token: await forge(body) },
        };
        expect((await outcomeOf(await acme.return(traveller, departure, {}), traveller))[0]).toBe(400);
      }
      forged.tokenAnswer = undefined;
    });

    it('is one of another provider (mix-up), and an error is told without its words', async () => {
      const traveller = acme.traveller();
      const mixedUp = await acme.return(traveller, await acme.leave(traveller), ADA, { iss: 'https://evil.test' });
      expect(await outcomeOf(mixedUp, traveller)).toEqual([400, 'The answer could not be trusted']);
      const departure = await acme.leave(traveller);
      const query = new URLSearchParams({
        error: 'access_denied',
        error_description: 'Call 555-EVIL',
        state: departure.searchParams.get('state')!,
      });
      const refused = await traveller.get(`/sso/oidc/callback?${query.toString()}`);
      expect([refused.status, (await refused.text()).includes('EVIL')]).toEqual([403, false]);
    });
  });

  it('says who has to mend what: a secret that the provider refuses, a provider that is away', async () => {
    forged.tokenAnswer = { status: 401, body: { error: 'invalid_client' } };
    const refused = await acme.signIn(ADA);
    forged.tokenAnswer = { status: 500, body: {} };
    const broken = await acme.signIn(ADA);
    forged.tokenAnswer = undefined;
    expect(await outcomeOf(refused.answer, refused.traveller)).toEqual([403, 'Single sign-on is not set up correctly']);
    expect((await outcomeOf(broken.answer, broken.traveller))[0]).toBe(503);
    const traveller = acme.traveller();
    for (const id of ['01a20dab-69c2-762d-b8ce-c4567083136f', 'x']) {
      expect((await traveller.get(`/sso/oidc/${id}/login`)).status).toBe(404);
    }
  });

  it('lets nobody in who is deactivated between leaving and coming back, nor while they come back', async () => {
    const deactivate = (id: string) =>
      acme.organization.scim.patch(`/Users/${id}`, {
        schemas: ['urn:ietf:params:scim:api:messages:2.0:PatchOp'],
        Operations: [{ op: 'replace', path: 'active', value: false }],
      });
    for (let round = 0; round < 4; round++) {
      const { id } = await acme.organization.addUser(`race${round}`, { externalId: `race-${round}` });
      const traveller = acme.traveller();
      const departure = await acme.leave(traveller);
      const [answer] = await Promise.all([acme.return(traveller, departure, { sub: `race-${round}` }), deactivate(id)]);
      expect([303, 403]).toContain(answer.status);
      expect(await isIn(traveller)).toBe(false);
    }
  });

  describe('back-channel logout', () => {
    const logOut = async (claims: Forgery, type = 'logout+jwt') => {
      const now = Math.floor(Date.now() / 1_000);
      const honest = { iss: forged.issuer, aud: forged.clientId, iat: now, exp: now + 60, jti: crypto.randomUUID() };
      return send(await forged.sign({ ...honest, ...LOGOUT, ...claims }, type));
    };
    const send = async (token: string) => {
      const path = `${road.app.url}/sso/oidc/${acme.providerId}/backchannel-logout`;
      return (await fetch(path, { method: 'POST', body: new URLSearchParams({ logout_token: token }) })).status;
    };

    it('ends the sessions of a person, or the one that is named, at once', async () => {
      const [first, second] = [await acme.signIn({ ...ADA, sid: 's1' }), await acme.signIn({ ...ADA, sid: 's2' })];
      expect(await logOut({ sid: 's1' })).toBe(200);
      expect([await isIn(first.traveller), await isIn(second.traveller)]).toEqual([false, true]);
      expect(await logOut({ sub: 'somebody else' })).toBe(200);
      expect(await isIn(second.traveller)).toBe(true);
      expect(await logOut({ sub: ADA.sub })).toBe(200);
      expect(await isIn(second.traveller)).toBe(false);
      const [entry] = await acme.organization.audit(adaId);
      expect(entry).toMatchObject({ action: 'member.signed_out', details: { by: 'identity_provider' } });
    });

    it.each<[string, Forgery, string]>([
      ['without the event', { sub: ADA.sub, events: {} }, 'logout+jwt'],
      ['with a nonce', { sub: ADA.sub, nonce: 'n' }, 'logout+jwt'],
      ['without an id', { sub: ADA.sub, jti: undefined }, 'logout+jwt'],
      ['about nobody', {}, 'logout+jwt'],
      ['of another issuer', { sub: ADA.sub, iss: 'https://evil.test' }, 'logout+jwt'],
      ['for another client', { sub: ADA.sub, aud: 'x' }, 'logout+jwt'],
      ['of yesterday', { sub: ADA.sub, iat: 1 }, 'logout+jwt'],
      ['without a date', { sub: ADA.sub, iat: undefined }, 'logout+jwt'],
      ['of another type', { sub: ADA.sub }, 'at+jwt'],
    ])('refuses a token %s', async (_, claims, type) => {
      const { traveller } = await acme.signIn(ADA);
      expect(await logOut(claims, type)).toBe(400);
      expect(await isIn(traveller)).toBe(true);
    });

    it('obeys a token once, and nothing that is none', async () => {
      const now = Math.floor(Date.now() / 1_000);
      const body = { iss: forged.issuer, aud: forged.clientId, iat: now, jti: 'one', sub: ADA.sub, ...LOGOUT };
      const token = await forged.sign(body, 'logout+jwt');
      expect([await send(token), await send(token), await send(''), await send('a.b.c')]).toEqual([200, 400, 400, 400]);
    });

    it('of one organization leaves the sessions of another', async () => {
      const globex = await Company.open(road.app, await road.anOrganization(), forged);
      await globex.organization.addUser('ada', { externalId: ADA.sub });
      const { traveller } = await globex.signIn(ADA);
      expect(await logOut({ sub: ADA.sub })).toBe(200);
      expect(await isIn(traveller)).toBe(true);
    });
  });
}, SSO_VARIABLES);
