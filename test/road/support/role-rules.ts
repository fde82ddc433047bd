import type { Organization } from './organization.js';

/** What a group gives, as an administrator writes it; `group` is an id unless it is said how it is named. */
export interface Mapping {
  readonly group: string | { readonly by: 'name' | 'externalId'; readonly value: string };
  readonly role: string;
  readonly projectId?: string;
}

/** Makes these the rules of the organization's connection, as the recovery administrator who has seen the preview. */
export async function mapRoles(
  organization: Organization,
  mappings: readonly Mapping[],
  defaultRole = 'read_only',
): Promise<void> {
  const administrator = await organization.signIn(await organization.recoveryId());
  const path = `/identity/connections/${organization.connectionId}/role-mappings`;
  const rules = { defaultRole, mappings: mappings.map(toSent) };
  const { token } = await administrator.write<{ token: string }>('POST', `${path}/preview`, rules);
  await administrator.write('PUT', path, { ...rules, token, confirmAdministrator: true });
}

const toSent = ({ group, ...rest }: Mapping) => ({
  ...rest,
  group: typeof group === 'string' ? { by: 'id', value: group } : group,
});
