import { generateKeyPair } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { Provider } from 'oidc-provider';
import { keepInMemory } from './memory.js';
import { EXAMPLE_PEOPLE, type ExamplePerson } from './people.js';

/** RuleForge as the provider knows it. */
interface RegisteredApplication {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly callbackUrl: string;
  readonly signedOutUrl: string;
  readonly backChannelLogoutUrl?: string;
}

/** A real OpenID Connect provider, at which one signs in by choosing who one is. */
export interface ExampleIdentityProvider {
  readonly issuer: string;
  /** From now on people can sign in to that application, and to no other. */
  register(application: RegisteredApplication): void;
  close(): Promise<void>;
}

/** @param port any that is free, unless told otherwise */
export async function startIdentityProvider(
  port = 0,
  people: readonly ExamplePerson[] = EXAMPLE_PEOPLE,
): Promise<ExampleIdentityProvider> {
  const desk: { answer?: (request: IncomingMessage, response: ServerResponse) => void } = {};
  const server = createServer((request, response) => {
    if (desk.answer) desk.answer(request, response);
    else response.writeHead(503).end();
  });
  const [key] = await Promise.all([
    signingKey(),
    new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve)),
  ]);
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    issuer,
    register(application) {
      desk.answer = answering(createProvider(issuer, key, application, people), people);
    },
    close: () => close(server),
  };
}

/** A new one for each provider. */
async function signingKey(): Promise<JsonWebKey> {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 2_048 });
  return privateKey.export({ format: 'jwk' });
}

function createProvider(
  issuer: string,
  key: JsonWebKey,
  application: RegisteredApplication,
  people: readonly ExamplePerson[],
) {
  const { clientId, clientSecret, callbackUrl, signedOutUrl, backChannelLogoutUrl } = application;
  const backChannel = backChannelLogoutUrl && {
    backchannel_logout_uri: backChannelLogoutUrl,
    backchannel_logout_session_required: true,
  };
  return new Provider(issuer, {
    adapter: keepInMemory(),
    jwks: { keys: [{ ...key, kty: 'RSA', alg: 'RS256', use: 'sig' }] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [callbackUrl],
        post_logout_redirect_uris: [signedOutUrl],
        ...backChannel,
      },
    ],
    cookies: { keys: ['only an example'] },
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    ttl: { AccessToken: HOUR, Grant: HOUR, IdToken: HOUR, Interaction: HOUR, Session: HOUR },
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      backchannelLogout: { enabled: true },
      rpInitiatedLogout: { logoutSource: (context, form) => void (context.body = signOutPage(form)) },
    },
    interactions: { url: (_, { uid }) => `/choose/${uid}` },
    findAccount: (_, id) => {
      const person = people.find((somebody) => somebody.id === id);
      return person && { accountId: id, claims: () => claimsOf(person) };
    },
    // Nobody is asked whether the company's own application may know them.
    async loadExistingGrant(context) {
      const { client, session, provider } = context.oidc;
      const grant = new provider.Grant({ clientId: client?.clientId, accountId: session?.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  });
}

const HOUR = 3_600;

const claimsOf = ({ id, name, email, groups }: ExamplePerson) => ({
  sub: id,
  name,
  email,
  email_verified: true,
  groups: [...groups],
});

/** The provider itself, and the page on which one chooses. */
function answering(provider: Provider, people: readonly ExamplePerson[]) {
  const callback = provider.callback();
  return (request: IncomingMessage, response: ServerResponse): void => {
    if (request.url?.startsWith('/choose/')) void choose(provider, people, request, response);
    else void callback(request, response);
  };
}

async function choose(
  provider: Provider,
  people: readonly ExamplePerson[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method === 'POST') {
      const accountId = new URLSearchParams(await text(request)).get('person') ?? '';
      await provider.interactionFinished(request, response, { login: { accountId } });
      return;
    }
    await provider.interactionDetails(request, response);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(people));
  } catch (error) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error));
  }
}

const pageOf = (people: readonly ExamplePerson[]) =>
  page('Who are you?', `<form method="post">${people.map(buttonOf).join('')}</form>`);

/** @param form what the provider has to be sent, without a button */
const signOutPage = (form: string) =>
  page('Sign out here too?', `${form}<button form="op.logoutForm" name="logout" value="yes">Yes, sign me out</button>`);

const page = (title: string, content: string) => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Acme sign-in</title>
<style>body{font:16px system-ui;display:grid;place-content:center;min-height:90vh}
button{display:block;width:18rem;margin:.4rem 0;padding:.7rem 1rem;font:inherit;text-align:left}</style>
<h1>${title}</h1>${content}</html>`;

const buttonOf = ({ id, name }: ExamplePerson) => `<button name="person" value="${id}">${name}</button>`;

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
