import type { ScimAccess } from '../../../src/setup/scim-access.js';

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const GROUP = 'urn:ietf:params:scim:schemas:core:2.0:Group';
const PATCH = 'urn:ietf:params:scim:api:messages:2.0:PatchOp';

/** What an identity provider does to people and groups, over HTTP. */
export class Directory {
  constructor(private readonly access: ScimAccess) {}

  /** @returns the member's id */
  async assign(displayName: string, userName: string): Promise<string> {
    const emails = [{ value: userName, primary: true }];
    const created = await this.send('POST', '/Users', { schemas: [USER], userName, displayName, emails, active: true });
    return (created as { id: string }).id;
  }

  async deactivate(id: string): Promise<void> {
    const Operations = [{ op: 'replace', path: 'active', value: false }];
    await this.send('PATCH', `/Users/${id}`, { schemas: [PATCH], Operations });
  }

  /** @returns the group's id */
  async push(displayName: string, members: readonly string[] = [], externalId?: string): Promise<string> {
    const values = members.map((value) => ({ value }));
    const created = await this.send('POST', '/Groups', { schemas: [GROUP], displayName, externalId, members: values });
    return (created as { id: string }).id;
  }

  async join(group: string, member: string): Promise<void> {
    const Operations = [{ op: 'add', path: 'members', value: [{ value: member }] }];
    await this.send('PATCH', `/Groups/${group}`, { schemas: [PATCH], Operations });
  }

  private async send(method: string, path: string, body: object): Promise<unknown> {
    const { baseUrl, token } = this.access;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/scim+json' };
    const response = await fetch(`${baseUrl}${path}`, { method, headers, body: JSON.stringify(body) });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return response.status === 204 ? undefined : response.json();
  }
}
