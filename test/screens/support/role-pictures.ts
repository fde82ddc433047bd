import type { Page } from 'playwright-core';
import { Transactions } from '../../../src/database/transactions.js';
import { ProjectsService } from '../../../src/projects/projects.service.js';
import { RoleMappingsService } from '../../../src/provisioning/roles/role-mappings.service.js';
import type { RoleMapping } from '../../../src/provisioning/roles/role-rules.js';
import type { Office } from './office.js';

const ACTOR = { kind: 'operator', id: 'test', name: 'Test' } as const;

/** Gives Acme groups and rules that make a picture: of each kind of mapping one, and groups that mean nothing. */
export async function mapGroups({ running, acme, directory }: Office, people: readonly string[]): Promise<void> {
  const leads = await directory.push('Detection leads', people.slice(0, 2));
  const engineers = await directory.push('Detection engineering', people.slice(1, 6));
  await directory.push('Analysts ', people.slice(4, 7));
  await directory.push('Everybody at Acme', people);
  await directory.push(
    'a-group-whose-name-comes-from-a-machine-0123456789-abcdefghijklmnopqrstuvwxyz',
    people.slice(0, 1),
  );
  const [application, organizationId] = [running.application, acme.organizationId];
  const [projects, rules] = [application.get(ProjectsService), application.get(RoleMappingsService)];
  const { connectionId } = acme.scim;
  await application.get(Transactions).run(async (tx) => {
    const { id: projectId } = await projects.create(tx, organizationId, 'Cloud detections', ACTOR);
    const mappings: RoleMapping[] = [
      { group: { by: 'id', value: leads }, role: 'security_content_lead' },
      { group: { by: 'id', value: engineers }, role: 'engineer' },
      { group: { by: 'name', value: 'Analysts' }, role: 'reviewer' },
      { group: { by: 'id', value: engineers }, role: 'reviewer', projectId },
    ];
    const wanted = { defaultRole: 'read_only', mappings } as const;
    const { token } = await rules.preview(tx, organizationId, connectionId, wanted);
    await rules.apply(tx, organizationId, connectionId, wanted, { token }, ACTOR);
  });
}

export async function openRoleMapping(page: Page): Promise<void> {
  await page.goto('/settings/identity/provisioning');
  await page.getByRole('link', { name: 'Role mapping' }).click();
  await page.getByRole('heading', { name: 'Role mapping', exact: true }).waitFor();
}

export async function editRoles(page: Page): Promise<void> {
  await openRoleMapping(page);
  await page.getByRole('button', { name: 'Move Detection engineering up' }).click();
  await page.getByText('Not applied yet').waitFor();
}

export async function mapTwice(page: Page): Promise<void> {
  await openRoleMapping(page);
  await page.getByLabel('Name or externalId').fill('Detection leads');
  await page.keyboard.press('Enter');
  await page.getByText('Mapped twice').first().waitFor();
  await page.getByRole('button', { name: 'Preview changes' }).click();
  await page.getByRole('alert').waitFor();
}

export async function previewRoles(page: Page): Promise<void> {
  await openRoleMapping(page);
  await page.getByRole('button', { name: 'Map Everybody at Acme', exact: true }).click();
  await page.getByLabel('Role of Everybody at Acme').selectOption('Administrator');
  await page.getByRole('button', { name: 'Move Detection engineering up' }).click();
  await page.getByText('1 member').first().waitFor();
  await page.getByRole('button', { name: 'Preview changes' }).click();
  await page.getByRole('heading', { name: 'Preview of role mapping' }).waitFor();
}
