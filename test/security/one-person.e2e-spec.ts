import { onEachAdapter } from '../road/support/road.js';
import { Organization } from '../road/support/organization.js';
import { patchOf } from '../road/support/documents.js';
import { ProductClient } from '../road/support/product-client.js';
import { mapRoles } from '../road/support/role-rules.js';
import type { Document } from '../road/support/scim-client.js';
import { Company, isIn, SSO_VARIABLES } from '../sso/support/company.js';
import { type ForgedProvider, startForgedProvider } from '../sso/support/forged-provider.js';
import type { Traveller } from '../sso/support/traveller.js';
import { type Belongings, everythingOf, furnish } from './support/belongings.js';

/** The same at both providers and in both directories. */
const ADA = { sub: 'id-ada', email: 'ada@shared.test', email_verified: true };

const now = () => Math.floor(Date.now() / 1_000);

/** One of two organizations that a person belongs to, each with its own directory and its own identity provider. */
interface Side {
  readonly belongings: Belongings;
  readonly organization: Organization;
  readonly company: Company;
  readonly ada: Document;
}

onEachAdapter(
  (road) => {
    const providers: ForgedProvider[] = [];
    let acme: Side;
    let hooli: Side;
    beforeAll(async () => {
      [acme, hooli] = [await aSide('Acme'), await aSide('Hooli')];
    });
    afterAll(() => Promise.all(providers.map((provider) => provider.close())));

    async function aSide(name: string): Promise<Side> {
      const [forged, own] = [await startForgedProvider(), await startForgedProvider()];
      providers.push(forged, own);
      const organization = new Organization(road.app, await road.app.found({ name }));
      const belongings = await furnish(road.app, organization, forged, name.toLowerCase());
      const company = await Company.open(road.app, organization, own, {
        name: `${name} SSO`,
        domains: ['shared.test'],
      });
      await mapRoles(organization, [], 'engineer');
      return { belongings, organization, company, ada: await hire(organization) };
    }

    const hire = (organization: Organization) =>
      organization.addUser('ada', { userName: ADA.email, externalId: ADA.sub, emails: [{ value: ADA.email }] });
    const enter = async ({ company }: Side, claims = ADA) =>
      (await company.signIn({ ...claims, auth_time: now() })).traveller;
    const byCookie = (traveller: Traveller) =>
      new ProductClient(road.app.url, { cookie: `ruleforge_session=${traveller.cookie('ruleforge_session') ?? ''}` });
    const account = () =>
      acme.organization.query('SELECT u.*, (SELECT count(*) FROM mails) AS mails FROM users u WHERE email = $1', [
        ADA.email,
      ]);

    it('is one account with a member in each', async () => {
      const members = await acme.organization.query('SELECT user_id, id FROM members WHERE email = $1 ORDER BY id', [
        ADA.email,
      ]);
      expect(members.map(({ id }) => id)).toEqual([acme.ada.id, hooli.ada.id].sort());
      expect(new Set(members.map((row) => row['user_id'])).size).toBe(1);
    });

    it('who enters through one provider is in that organization alone, and is told of no other', async () => {
      const ada = await enter(acme);
      const here = await (await ada.get('/account')).text();
      expect([here.includes('<title>Account · Acme'), /hooli/i.test(here)]).toEqual([true, false]);
      expect(await byCookie(ada).read('/me')).toMatchObject({ organization: { id: acme.organization.id } });
      const there = await ada.post('/account/organization', { organizationId: hooli.organization.id });
      expect(there.headers.get('location')).toBe('/sign-in?again=yes');
      const query = new URLSearchParams({ organizationId: hooli.organization.id, organization: 'Hooli' }).toString();
      for (const path of [`/settings/members?${query}`, `/api/v1/members?${query}`, `/account?${query}`]) {
        expect(await (await ada.get(path)).text()).not.toContain('@hooli');
      }
      expect(await byCookie(ada).read('/me')).toMatchObject({ organization: { id: acme.organization.id } });
    });

    it('has an API key in one that answers for nothing of the other', async () => {
      const key = await byCookie(await enter(acme)).byApiKey();
      expect(await key.read('/me')).toMatchObject({
        organization: { id: acme.organization.id },
        member: { id: acme.ada.id },
      });
      for (const path of ['/me', '/members', '/projects', '/api-keys']) {
        expect(JSON.stringify(await key.read(path))).not.toMatch(new RegExp(`hooli|${hooli.ada.id}`, 'i'));
      }
    });

    it('keeps everything in the other, whatever the directory of one says and does', async () => {
      const [here, there] = [await enter(acme), await enter(hooli)];
      const [keyHere, keyThere] = [await byCookie(here).byApiKey(), await byCookie(there).byApiKey()];
      const group = await acme.organization.addGroup('Admins');
      await mapRoles(acme.organization, [{ group: group.id, role: 'administrator' }], 'engineer');
      const before = [await everythingOf(hooli.organization), await account()];
      const { scim } = acme.organization;
      const patch = (path: string, ...operations: object[]) => scim.patch(path, patchOf(...operations));
      const user = `/Users/${acme.ada.id}`;
      const replace = (value: object) => patch(user, { op: 'replace', value });
      const acts = [
        () =>
          replace({ displayName: 'Evil', name: { givenName: 'E', familyName: 'Vil' }, locale: 'pt-BR', password: 'x' }),
        () => patch(user, { op: 'replace', path: 'emails[primary eq true].value', value: 'evil@acme.test' }),
        () => replace({ userName: 'evil@acme.test', externalId: 'evil' }),
        () => patch(`/Groups/${group.id}`, { op: 'add', path: 'members', value: [{ value: acme.ada.id }] }),
        () => replace({ active: false }),
        () => replace({ active: true }),
        () => scim.delete(`/Groups/${group.id}`),
        () => scim.delete(user),
      ];
      for (const act of acts) {
        const { status } = await act();
        expect([status < 300, await isIn(there), await keyThere.knock()]).toEqual([true, true, 200]);
        expect([await everythingOf(hooli.organization), await account()]).toEqual(before);
      }
      expect([await isIn(here), await keyHere.knock()]).toEqual([false, 401]);
      acme = { ...acme, ada: await hire(acme.organization) };
    });

    it('is not let into the other by what the provider of one says', async () => {
      await hooli.organization.addUser('bob', { userName: 'bob@shared.test', externalId: 'id-bob' });
      const before = await everythingOf(hooli.organization);
      const claims = { sub: 'id-bob', email: 'bob@shared.test', email_verified: true };
      const { answer, traveller } = await acme.company.signIn(claims);
      expect([answer.status, await isIn(traveller)]).toEqual([403, false]);
      const departure = await hooli.company.leave(traveller);
      const mixed = await acme.company.return(traveller, departure, claims);
      expect([mixed.status >= 400, await isIn(traveller)]).toEqual([true, false]);
      const elsewhere = await acme.company.return(traveller, departure, {
        ...claims,
        iss: hooli.company.forged.issuer,
      });
      expect([elsewhere.status >= 400, await isIn(traveller)]).toEqual([true, false]);
      expect(await everythingOf(hooli.organization)).toBe(before);
    });

    it('signs out of one: by the provider’s word, everywhere, and by the directory', async () => {
      const there = await enter(hooli);
      const { forged } = acme.company;
      const token = await forged.sign(
        {
          ...{
            iss: forged.issuer,
            aud: forged.clientId,
            iat: now(),
            exp: now() + 60,
            jti: crypto.randomUUID(),
            sub: ADA.sub,
          },
          events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
        },
        'logout+jwt',
      );
      const told = (side: Side) =>
        fetch(`${road.app.url}/sso/oidc/${side.company.providerId}/backchannel-logout`, {
          method: 'POST',
          body: new URLSearchParams({ logout_token: token }),
        });
      const first = await enter(acme);
      expect([(await told(hooli)).status, await isIn(there)]).toEqual([400, true]);
      expect([(await told(acme)).status, await isIn(first), await isIn(there)]).toEqual([200, false, true]);
      const [second, third] = [await enter(acme), await enter(acme)];
      expect((await second.post('/account/sessions/end', {})).headers.get('location')).toBe('/sign-in');
      expect([await isIn(second), await isIn(third), await isIn(there)]).toEqual([false, false, true]);
    });
  },
  {
    ...SSO_VARIABLES,
    RULEFORGE_SMTP_URL: 'smtp://127.0.0.1:1',
    RULEFORGE_MAIL_FROM: 'RuleForge <no-reply@ruleforge.test>',
  },
);
