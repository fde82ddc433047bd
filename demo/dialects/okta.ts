import type { ExamplePerson } from '../people.js';
import type { ScimClient } from '../scim-client.js';
import { type Dialect, namesOf, patchOf, type Provisioned, SCHEMAS } from './dialect.js';

/** What Okta says of itself. */
export const OKTA_HEADERS = {
  accept: 'application/scim+json',
  'accept-charset': 'utf-8',
  'user-agent': 'Okta SCIM Client 1.0.0',
} as const;

/**
 * An app of Okta's catalogue: looks for a person before creating one, says who is active in a PATCH without a path, never
 * deletes; pushes a group empty and its members after it. `test/idp/dialogues/okta-group-push.json` and Okta's guide
 * (https://developer.okta.com/docs/api/openapi/okta-scim/guides/scim-20) are where this comes from.
 */
export class Okta implements Dialect {
  constructor(private readonly scim: ScimClient) {}

  async testConnection(): Promise<void> {
    await this.scim.send('GET', '/Users?startIndex=1&count=2');
  }

  async assign(person: ExamplePerson): Promise<string> {
    const found = await this.scim.find(`/Users?filter=${quoted('userName', person.email)}&startIndex=1&count=100`);
    if (found) await this.setActive(found.id, true);
    const { id } = found ?? (await this.scim.create('/Users', { ...userOf(person), groups: [], active: true }));
    return id;
  }

  deactivate({ id }: Provisioned): Promise<void> {
    return this.setActive(id, false);
  }

  async push(displayName: string, people: readonly Provisioned[]): Promise<string> {
    const found = await this.scim.find(`/Groups?filter=${quoted('displayName', displayName)}&startIndex=1&count=100`);
    const empty = { schemas: [SCHEMAS.group], displayName, members: [] };
    const { id } = found ?? (await this.scim.create('/Groups', empty));
    await this.change(id, { op: 'replace', path: 'members', value: people.map(toMember) });
    return id;
  }

  join(groupId: string, somebody: Provisioned): Promise<void> {
    return this.change(groupId, { op: 'add', path: 'members', value: [toMember(somebody)] });
  }

  leave(groupId: string, { id }: Provisioned): Promise<void> {
    return this.change(groupId, { op: 'remove', path: `members[value eq "${id}"]` });
  }

  private async setActive(id: string, active: boolean): Promise<void> {
    await this.scim.send('PATCH', `/Users/${id}`, patchOf({ op: 'replace', value: { active } }));
  }

  private async change(groupId: string, operation: object): Promise<void> {
    await this.scim.send('PATCH', `/Groups/${groupId}`, patchOf(operation));
  }
}

const quoted = (attribute: string, value: string) => encodeURIComponent(`${attribute} eq "${value}"`);

const userOf = (person: ExamplePerson) => ({
  schemas: [SCHEMAS.user],
  userName: person.email,
  name: namesOf(person),
  emails: [{ primary: true, value: person.email, type: 'work' }],
  displayName: person.name,
  locale: 'en-US',
  externalId: person.id,
});

const toMember = ({ id, person }: Provisioned) => ({ value: id, display: person.email });
