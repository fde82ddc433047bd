import { Administrator } from './administrator.js';
import { Company } from './company.js';
import { type ConsoleServer, startConsole } from './console-server.js';
import type { Dialect } from './dialects/dialect.js';
import { Entra, ENTRA_HEADERS } from './dialects/entra.js';
import { Okta, OKTA_HEADERS } from './dialects/okta.js';
import { freePort } from './free-port.js';
import { type ExampleIdentityProvider, startIdentityProvider } from './identity-provider.js';
import { Journal } from './journal.js';
import { EXAMPLE_PEOPLE } from './people.js';
import { Play } from './play.js';
import { type RunningRuleForge, startRuleForge } from './ruleforge.js';
import { ScimClient } from './scim-client.js';

/** Whose way of provisioning is shown. */
export const STYLES = ['okta', 'entra'] as const;
export type Style = (typeof STYLES)[number];

export const STYLE_NAMES: Readonly<Record<Style, string>> = { okta: 'Okta', entra: 'Entra ID' };

export interface DemoOptions {
  readonly style: Style;
  /** Where RuleForge listens, if the port is free. */
  readonly port: number;
  readonly every: number;
  readonly databaseUrl?: string | undefined;
  readonly journal: Journal;
  /** Told of each step before it is taken. */
  readonly progress: (step: string) => void;
}

/** Everything, running. */
export interface Demo {
  readonly ruleForge: RunningRuleForge;
  readonly signInUrl: string;
  readonly providerUrl: string;
  readonly console: ConsoleServer;
  readonly play: Play;
  stop(): Promise<void>;
}

/** How many of the six people the first import brings. */
const FIRST = 4;

/** Starts RuleForge, an identity provider and its directory, and provisions the first people. @throws Error */
export async function startDemo({ style, port, every, databaseUrl, journal, progress }: DemoOptions): Promise<Demo> {
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).reverse()) await each();
  };
  try {
    progress('Starting RuleForge and its PostgreSQL');
    const ruleForge = await startRuleForge({ port: await freePort(port), databaseUrl });
    stops.push(() => ruleForge.stop());
    progress('Starting an OpenID Connect provider');
    const provider = await startIdentityProvider(await freePort(port + 1));
    stops.push(() => provider.close());
    progress('Setting up sign-in and role mapping');
    const signInUrl = await setUp(ruleForge, provider, STYLE_NAMES[style]);
    progress(`Importing the first people the way ${STYLE_NAMES[style]} does`);
    const company = new Company(dialectOf(style, ruleForge, journal), EXAMPLE_PEOPLE);
    await company.open(FIRST);
    const play = new Play(company, journal, every);
    stops.push(() => play.end());
    const membersUrl = `${ruleForge.url}/settings/members`;
    const content = { provider: STYLE_NAMES[style], membersUrl, company, journal, play };
    const console = await startConsole(await freePort(port + 2), content);
    stops.push(() => console.close());
    return { ruleForge, signInUrl, providerUrl: provider.issuer, console, play, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function setUp(
  ruleForge: RunningRuleForge,
  provider: ExampleIdentityProvider,
  directory: string,
): Promise<string> {
  const administrator = new Administrator(ruleForge);
  await administrator.signIn();
  await administrator.nameConnection(directory);
  await administrator.mapRoles();
  return administrator.addProvider(provider, 'acme.test');
}

function dialectOf(style: Style, { founded }: RunningRuleForge, journal: Journal): Dialect {
  const [headers, Kind] = style === 'okta' ? [OKTA_HEADERS, Okta] : [ENTRA_HEADERS, Entra];
  return new Kind(
    new ScimClient(founded.scim, headers, ({ method, path, status }) =>
      journal.write('request', `${method} ${path} → ${status}`),
    ),
  );
}
