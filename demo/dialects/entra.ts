import { randomUUID } from 'node:crypto';
import type { ExamplePerson } from '../people.js';
import type { ScimClient } from '../scim-client.js';
import { type Dialect, namesOf, patchOf, type Provisioned, SCHEMAS } from './dialect.js';

/** What Entra ID says of itself. */
export const ENTRA_HEADERS = { adscimversion: '2.0' } as const;

/**
 * Entra ID with `?aadOptscim062020`: looks for a person before creating one, changes people by PATCH; creates a group
 * without members, which come and go one by one. `test/idp/dialogues/entra-*.json` are where this comes from.
 */
export class Entra implements Dialect {
  constructor(private readonly scim: ScimClient) {}

  async testConnection(): Promise<void> {
    await this.findUser(randomUUID());
  }

  async assign(person: ExamplePerson): Promise<string> {
    const found = await this.findUser(person.email);
    if (found) await this.setActive(found.id, true);
    const { id } = found ?? (await this.scim.create(`/Users?${COMPLIANT}`, userOf(person)));
    return id;
  }

  deactivate({ id }: Provisioned): Promise<void> {
    return this.setActive(id, false);
  }

  async push(displayName: string, people: readonly Provisioned[]): Promise<string> {
    const found = await this.scim.find(
      `/Groups?${COMPLIANT}&excludedAttributes=members&filter=${quoted('displayName', displayName)}`,
    );
    const { id } = found ?? (await this.scim.create(`/Groups?${COMPLIANT}`, groupOf(displayName)));
    for (const somebody of people) await this.join(id, somebody);
    return id;
  }

  join(groupId: string, { id }: Provisioned): Promise<void> {
    return this.change(groupId, { op: 'Add', path: 'members', value: [{ $ref: null, value: id }] });
  }

  leave(groupId: string, { id }: Provisioned): Promise<void> {
    return this.change(groupId, { op: 'Remove', path: 'members', value: [{ $ref: null, value: id }] });
  }

  private findUser(userName: string) {
    return this.scim.find(`/Users?${COMPLIANT}&filter=${quoted('userName', userName)}`);
  }

  private async setActive(id: string, value: boolean): Promise<void> {
    await this.scim.send('PATCH', `/Users/${id}?${COMPLIANT}`, patchOf({ op: 'replace', path: 'active', value }));
  }

  private async change(groupId: string, operation: object): Promise<void> {
    await this.scim.send('PATCH', `/Groups/${groupId}?${COMPLIANT}`, patchOf(operation));
  }
}

const COMPLIANT = 'aadOptscim062020';

const quoted = (attribute: string, value: string) =>
  encodeURIComponent(`${attribute} eq "${value}"`).replaceAll('%20', '+');

const userOf = (person: ExamplePerson) => ({
  schemas: [SCHEMAS.user, SCHEMAS.enterprise],
  externalId: person.id,
  userName: person.email,
  active: true,
  displayName: person.name,
  emails: [{ primary: true, type: 'work', value: person.email }],
  meta: { resourceType: 'User' },
  name: { formatted: person.name, ...namesOf(person) },
  roles: [],
});

const groupOf = (displayName: string) => ({
  schemas: [SCHEMAS.group, 'http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group'],
  externalId: randomUUID(),
  displayName,
  meta: { resourceType: 'Group' },
});
