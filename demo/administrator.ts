import type { ExampleIdentityProvider } from './identity-provider.js';
import type { RunningRuleForge } from './ruleforge.js';

/** What group names mean in RuleForge; a group that is not here, as Security, means nothing until somebody says so. */
const ROLES = { 'Detection engineers': 'engineer', 'Content leads': 'security_content_lead', Reviewers: 'reviewer' };

const PROVIDERS = '/settings/identity/providers';
const PROVISIONING = '/settings/identity/provisioning';
const APPLICATION = { clientId: 'ruleforge', clientSecret: 'only an example' };

/** Does in RuleForge what an administrator does in the browser, by the same addresses. */
export class Administrator {
  private cookie = '';

  constructor(private readonly ruleForge: RunningRuleForge) {}

  async signIn(): Promise<void> {
    const answer = await this.submit('/sign-in', { ...this.ruleForge.founded.admin });
    this.cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
  }

  /** Calls the connection what its directory is called. */
  async nameConnection(name: string): Promise<void> {
    const path = `${PROVISIONING}/${this.ruleForge.founded.scim.connectionId}/settings`;
    await this.submit(path, { name, adopts: 'yes', onlyProvisioned: 'yes' });
  }

  /** Lets people of the domain sign in through the provider, and registers RuleForge there. @returns where that begins */
  async addProvider(provider: ExampleIdentityProvider, domain: string): Promise<string> {
    const { founded, url } = this.ruleForge;
    const registration = { ...APPLICATION, callbackUrl: `${url}/sso/oidc/callback`, signedOutUrl: `${url}/sign-in` };
    const saved = await this.submit(`${PROVIDERS}/new`, {
      ...APPLICATION,
      ...{ name: 'Acme', issuer: provider.issuer, domains: domain, matchClaim: 'sub' },
      connectionId: founded.scim.connectionId,
    });
    const path = saved.headers.get('location')?.split('?')[0] ?? '';
    const id = path.split('/').at(-1) ?? '';
    provider.register({ ...registration, backChannelLogoutUrl: `${url}/sso/oidc/${id}/backchannel-logout` });
    const validated = await (await this.submit(`${path}/validate`, {})).text();
    const [, revision = ''] = /name="revision" value="(\d+)"/.exec(validated) ?? [];
    await this.submit(`${path}/activate`, { revision });
    return `${url}/sso/oidc/${id}/login`;
  }

  /** Says what the groups mean, before any of them has arrived. */
  async mapRoles(): Promise<void> {
    const path = `/api/v1/identity/connections/${this.ruleForge.founded.scim.connectionId}/role-mappings`;
    const mappings = Object.entries(ROLES).map(([value, role]) => ({ group: { by: 'name', value }, role }));
    const rules = { defaultRole: 'read_only', mappings };
    const preview = (await (await this.send('POST', `${path}/preview`, rules)).json()) as { readonly token: string };
    await this.send('PUT', path, { ...rules, token: preview.token });
  }

  private submit(path: string, form: Readonly<Record<string, string>>): Promise<Response> {
    return this.request(path, { method: 'POST', body: new URLSearchParams(form) });
  }

  private send(method: string, path: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json' };
    return this.request(path, { method, headers, body: JSON.stringify(body) });
  }

  private async request(path: string, options: RequestInit): Promise<Response> {
    const headers = new Headers(options.headers);
    headers.set('cookie', this.cookie);
    const answer = await fetch(`${this.ruleForge.url}${path}`, { ...options, headers, redirect: 'manual' });
    if (answer.status >= 400) throw new Error(`Setting up ${path} failed: ${answer.status} ${await answer.text()}`);
    return answer;
  }
}
