import { onEachAdapter } from '../road/support/road.js';
import { Organization } from '../road/support/organization.js';
import { SSO_VARIABLES } from '../sso/support/company.js';
import { type ForgedProvider, startForgedProvider } from '../sso/support/forged-provider.js';
import { type Belongings, everythingOf, furnish } from './support/belongings.js';
import { API_BODIES, SCREEN_FORM } from './support/bodies.js';
import { kindOf, parametersOf, type Route, routesOf } from './support/routes.js';
import { send } from './support/send.js';

type Fields = Readonly<Record<string, unknown>>;

const CONNECTION = '/settings/identity/provisioning/:connectionId';
const IN_BODIES: readonly (readonly [string, string, string, (id: string) => Fields])[] = [
  ['POST', '/settings/projects/:id/members', 'members', (memberId) => ({ memberId })],
  ['POST', '/api/v1/projects/:id/members', 'members', (memberId) => ({ memberId })],
  ['POST', '/settings/identity/provisioning/new/okta', 'administrators', (recovery) => ({ recovery })],
  ['POST', '/settings/identity/providers/new', 'provisioning', (connectionId) => ({ connectionId })],
  ['POST', '/settings/identity/providers/:providerId', 'provisioning', (connectionId) => ({ connectionId })],
  ['POST', `${CONNECTION}/role-mapping`, 'Groups', (id) => ({ do: 'preview', group: JSON.stringify(['id', id, 'X']) })],
  [
    'POST',
    `${CONNECTION}/role-mapping`,
    'projects',
    (project) => ({ do: 'preview', project, group: '["name","X","X"]' }),
  ],
  [
    'POST',
    '/api/v1/identity/connections/:connectionId/role-mappings/preview',
    'Groups',
    (value) => ({ mappings: [{ group: { by: 'id', value }, role: 'engineer' }] }),
  ],
  ['POST', '/scim/v2/Groups', 'Users', (value) => ({ displayName: 'X', members: [{ value }] })],
  ['PUT', '/scim/v2/Groups/:id', 'Users', (value) => ({ members: [{ value }] })],
];

/** Addresses that are for everybody who knows them: what stands in them is a secret, a door or no id at all. */
const FOR_EVERYBODY =
  /^\/(?:assets|invitations|sso\/oidc)\/:|new\/:provider$|oauth|\/(?:ServiceProviderConfig|ResourceTypes|Schemas)(?:\/|$)/;

onEachAdapter((road) => {
  let forged: ForgedProvider;
  let [acme, hooli]: (Belongings | undefined)[] = [];
  beforeAll(async () => {
    forged = await startForgedProvider();
    const found = async (name: string) =>
      furnish(road.app, new Organization(road.app, await road.app.found({ name })), forged, name.toLowerCase());
    [acme, hooli] = [await found('Acme'), await found('Hooli')];
  });
  afterAll(() => forged.close());

  const routes = () =>
    routesOf(road.app.application).filter(({ method, path }) => method !== 'ALL' && !FOR_EVERYBODY.test(path));
  const idOf = (belongings: Belongings, route: Route, parameter: string) => {
    const id = belongings.ids.get(kindOf(route, parameter));
    if (id === undefined) throw new Error(`${route.path}: add to belongings.ts what :${parameter} is an id of.`);
    return id;
  };
  const fill = (route: Route, idFor: (parameter: string) => string) =>
    route.path.replace(/:(\w+)/g, (_, parameter: string) => idFor(parameter));

  /** As Acme: its administrator, or its directory where only that is heard. */
  const ask = async ({ method, path }: Route, address: string, more: Fields = {}) => {
    const isApi = path.startsWith('/api/');
    const isScim = path.startsWith('/scim/');
    const credentials = isScim ? ['Authorization', `Bearer ${acme!.organization.founded.scim.token}`] : acme!.cookie;
    const form = new URLSearchParams({
      ...SCREEN_FORM,
      memberId: acme!.ids.get('members')!,
      ...(more as object),
    }).toString();
    const body = isApi || isScim ? { ...bodyOf({ method, path }), ...more } : form;
    const media = isScim ? 'application/scim+json' : isApi ? 'application/json' : 'application/x-www-form-urlencoded';
    const sent = method === 'GET' || method === 'DELETE' ? [] : ['Content-Type', media];
    const headers = [...credentials, ...sent, 'Accept', isApi || isScim ? '*/*' : 'text/html'];
    return send(road.app.url, { method, path: address, headers, ...(sent.length > 0 ? { body } : {}) });
  };
  const bodyOf = ({ method, path }: Route) => {
    const body = API_BODIES[`${method} ${path.replace(/^\/scim\/(:connectionId\/)?/, '/scim/')}`] ?? {};
    return 'memberId' in body ? { ...body, memberId: acme!.ids.get('members') } : body;
  };

  it('answers every id of another organization as one that nobody has, on every route', async () => {
    const before = await everythingOf(hooli!.organization);
    const told: { to: string; wrong: string; status: number; isAlike: boolean }[] = [];
    for (const route of routes()) {
      for (const wrong of parametersOf(route)) {
        const answer = async (belongings: Belongings, toId: (id: string) => string) => {
          const id = toId(idOf(belongings, route, wrong));
          const address = fill(route, (name) => (name === wrong ? id : idOf(acme!, route, name)));
          const { status, text } = await ask(route, address);
          return { status, text: text.replaceAll(id, '<id>').replaceAll(REQUEST, '<request>') };
        };
        const foreign = await answer(hooli!, (id) => id);
        const unknown = await answer(acme!, unknownLike);
        const isAlike = foreign.status === unknown.status && foreign.text === unknown.text;
        told.push({ to: `${route.method} ${route.path}`, wrong, status: foreign.status, isAlike });
      }
    }
    expect(told.length).toBeGreaterThan(90);
    expect(told.filter(({ status, isAlike }) => !isAlike || !GONE.has(status))).toEqual([]);
    expect(await everythingOf(hooli!.organization)).toBe(before);
  });

  it.each(IN_BODIES)(
    'takes no id of another organization in a body: %s %s, %s',
    async (method, path, kind, toFields) => {
      const before = await everythingOf(hooli!.organization);
      const answer = async (id: string) => {
        const route = { method, path };
        const { status, text } = await ask(
          route,
          fill(route, (name) => idOf(acme!, route, name)),
          toFields(id),
        );
        return { status, text: text.replaceAll(id, '<id>').replaceAll(REQUEST, '<request>') };
      };
      const foreign = await answer(hooli!.ids.get(kind)!);
      expect(foreign).toEqual(await answer(unknownLike(acme!.ids.get(kind)!)));
      expect([...GONE, 400]).toContain(foreign.status);
      expect(await everythingOf(hooli!.organization)).toBe(before);
    },
  );

  it('shows nothing of another organization on any page that there is to read', async () => {
    for (const route of routes().filter(({ method }) => method === 'GET')) {
      const { status, text } = await ask(
        route,
        fill(route, (name) => idOf(acme!, route, name)),
      );
      expect([route.path, status < 500, /hooli/i.test(text)]).toEqual([route.path, true, false]);
    }
  });
}, SSO_VARIABLES);

const unknownLike = (id: string) => `${id.slice(0, -4)}abcd`;

/** What requests are told apart by, in JSON and on a page. */
const REQUEST = /(?<="(?:debug|request)_id":"|Request id: <code>)[^"<]+/g;

/** A page may say above its list what is gone; a token of another connection is none. */
const GONE = new Set([401, 404, 422]);
